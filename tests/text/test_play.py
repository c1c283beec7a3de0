"""Playing as plain text: what comes out can be read aloud, and nothing is lost when the input ends."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from game.base.problems import CallError
from game.campaign.decisions import Answer, CloseSeason, File, SendTeam
from game.campaign.savefile import SaveError
from game.campaign.slots import AUTOSAVE, Slots
from game.text.play import play
from game.text.session import run_text
from game.text.start import Given, choose
from game.text.talk import WIDTH

from .scripts import Played, script

TEXT_ROOM = Path(__file__).parents[2] / "game" / "text"


def sitting(game, typed, endless=True, **more):
    """Play from a script; what was said, and every save that was kept."""
    played, kept = Played(typed, endless), []
    assert play(game, kept.append, played.ask, played.say, **more) == 0
    return played, kept


@pytest.fixture(scope="module")
def told(game):
    """A whole game that visits most pages."""
    return sitting(game, script("a-high-file"))[0]


def test_lines_are_short_enough_for_any_terminal(told):
    prompts = ("Your answer",)
    long = [line for line in told.said if len(line) > WIDTH and not line.startswith(prompts)]
    assert long == []


def test_nothing_is_drawn_only_said(told):
    """No escape codes, no boxes, no blocks: letters, figures and their punctuation."""
    odd = {letter for letter in told.output if unicodedata.category(letter) in ("Cc", "Cf", "So") and letter != "\n"}
    assert odd == set()
    assert not re.search(r"[\u2500-\u259f]", told.output)


def test_no_placeholder_link_or_bare_id_is_said(told):
    assert not re.search(r"\[\[|\]\]|\{|\}|\b\w+\.\w+\.\w+\b", told.output)


def test_the_end_of_input_keeps_the_game_and_says_where(game, tmp_path):
    slots = Slots(tmp_path)
    played = Played("1\n1\n", endless=False)
    assert play(game, lambda save: slots.keep(AUTOSAVE, save), played.ask, played.say, slots=slots) == 0
    assert played.said[-1].endswith(str(slots.path(AUTOSAVE)))
    saved = slots.look(AUTOSAVE).save
    assert saved is not None
    assert [type(decision) for decision in saved.decisions] == [Answer]


def test_leaving_keeps_the_game(game):
    _, kept = sitting(game, "11\n2\n", endless=False)
    assert len(kept) == 1


def test_a_folder_that_cannot_be_written_is_said_and_playing_goes_on(game):
    played = Played()

    def keep(save):
        raise SaveError("unwritable", "no", name="autosave.json")

    play(game, keep, played.ask, played.say)
    assert "autosave.json cannot be written." in played.output
    assert game.rules.texts("play.over") in played.output


def test_every_decision_is_kept_at_once(game):
    _, kept = sitting(game, "5\n4\n1\n1\n0\n0\n6\n1\n= 60\n0\n0\n", endless=False)
    made = [type(decision) for decision in kept[-1].decisions]
    assert made == [SendTeam, File]


def test_a_typed_figure_is_filed_in_the_unit_that_is_shown(game):
    _, kept = sitting(game, "6\n1\n= 60\n", endless=False)
    assert kept[-1].decisions[-1] == File("organised", 0.6)


def test_empty_lines_close_every_season(game):
    _, kept = sitting(game, "")
    closed = [decision for decision in kept[-1].decisions if isinstance(decision, CloseSeason)]
    assert len(closed) == 4


def test_a_game_that_is_over_opens_at_its_debriefing(game):
    ended = game
    while not ended.state.ended:
        ended = ended.do(CloseSeason())
    played, _ = sitting(ended, "")
    assert played.said[1] == game.rules.texts("play.debrief.title")


def test_the_archive_opens_at_every_question(game):
    played, _ = sitting(game, "a\nmou\n0\n0\n4\na\n0\n", endless=False)
    assert played.said.count(game.rules.texts("play.archive.title")) == 3


def test_a_game_is_kept_in_a_slot(game, tmp_path):
    slots = Slots(tmp_path)
    sitting(game, "11\n2\n3\n", endless=False, slots=slots)
    assert slots.look("slot-3").save is not None


# ---- before the first season


def test_where_the_input_ends_defaults_are_taken(rules):
    played = Played(endless=False)
    chosen = choose(rules, played.ask, played.say, Given(villages=64))
    assert chosen.setup.scenario == next(iter(rules.scenarios))
    assert chosen.setup.difficulty == "standard"
    assert chosen.reduced


def test_what_was_given_is_not_asked(rules):
    played = Played(endless=False)
    given = Given("ten-cooperatives", "teacher", "alone", 5, False, False, 64)
    chosen = choose(rules, played.ask, played.say, given)
    assert played.said == []
    assert (chosen.setup.seed, chosen.setup.background, chosen.reduced) == (5, "teacher", False)


def test_a_number_of_ones_own_is_typed_behind_an_equals_sign(rules):
    played = Played("1\n1\n1\n1\n1\n= 17\n")
    assert choose(rules, played.ask, played.say).setup.seed == 17


def test_an_unknown_scenario_is_refused_before_anything_is_asked(rules, tmp_path):
    played = Played()
    with pytest.raises(CallError):
        run_text(rules, Slots(tmp_path), None, "ten-cooperative", None, played.ask, played.say)
    assert played.said == []


def test_an_unfinished_game_can_be_gone_on_with(rules, game, tmp_path):
    slots = Slots(tmp_path)
    slots.keep(AUTOSAVE, game.do(CloseSeason()).save())
    played = Played("1\n", endless=False)
    run_text(rules, slots, None, None, None, played.ask, played.say)
    assert "Summer 1951" in played.said


def test_a_saved_file_is_played_on(rules, game, tmp_path):
    slots = Slots(tmp_path)
    slots.keep("slot-1", game.do(CloseSeason()).save())
    played = Played("", endless=False)
    run_text(rules, slots, slots.path("slot-1"), None, None, played.ask, played.say)
    assert "Summer 1951" in played.said


# ---- the words


def test_every_text_that_is_named_in_the_program_is_there(rules):
    text_id = re.compile(r'"((?:play|save|dossier|audit|stage|promise)\.[a-z][a-z.-]*[a-z])"')
    named = {found for path in TEXT_ROOM.glob("*.py") for found in text_id.findall(path.read_text("utf-8"))}
    missing = [text for text in named if not rules.texts.has(text) and not rules.texts.has(f"{text}.many")]
    assert missing == []


def test_hard_subjects_are_named_first_and_told_in_full_on_wish(game):
    hard = next(card for card in game.rules.cards.values() if card.content_note and card.reduced_text)
    on_desk = replace(game, state=replace(game.state, on_desk=(hard.id,)))
    played, _ = sitting(on_desk, f"1\n{len(hard.choices) + 1 + bool(hard.terms)}\n", endless=False)
    rows = " ".join(played.said)
    assert rows.index(game.rules.texts("play.paper.reduced")) < rows.index(game.rules.texts("play.paper.full"))
