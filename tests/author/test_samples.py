"""The sample packs: another prefecture is whole, and a dozen cards are in French; neither needs a line of code."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.author.deck_tests import run_tests
from game.author.translation_template import template
from game.base.problems import CallError
from game.campaign.debrief import debrief_page
from game.campaign.game import Game
from game.campaign.game import load as load_game
from game.campaign.policies import BUILT_IN, play_out, policy_named
from game.campaign.savefile import SaveError, dump, parse
from game.campaign.table import as_csv
from game.ruleset import Ruleset, check, load, with_base
from game.ruleset.packs import digest, gather
from game.state import Setup
from game.text.play import play as play_text

ROOT = Path(__file__).parents[2]
BASE = ROOT / "content"
YUNLING = ROOT / "docs" / "authors" / "samples" / "yunling"
FRENCH = ROOT / "docs" / "authors" / "samples" / "french"
COUNTIES = ("sanquan", "shiqiao", "liuwan", "heilin", "baitu")
SETUP = Setup("first-purchase", 3, 20, "ferryman")
OF_CHANGZHI = re.compile(r"changzhi|taiyuan|shanxi|sixteen|wuxiang|licheng|长治", re.IGNORECASE)


@cache
def rules(*packs: Path) -> Ruleset:
    return load(with_base(packs, BASE))


def test_the_other_prefecture_checks_clean() -> None:
    assert [str(problem) for problem in check([YUNLING], BASE)] == []


def test_its_own_tests_pass() -> None:
    result = run_tests([YUNLING], BASE)
    assert (result.tests, result.failed) == (2, 0)


def test_nothing_of_the_base_is_left_but_words_and_sources() -> None:
    ruleset = rules(YUNLING)
    assert ruleset.prefecture.county_ids == COUNTIES
    assert list(ruleset.scenarios) == ["first-purchase"]
    assert {person.county for person in ruleset.people.values() if person.heads_county} == set(COUNTIES)
    assert not ruleset.cards.keys() & rules().cards.keys()


@pytest.mark.parametrize("policy", BUILT_IN)
def test_it_runs_under_every_policy(policy: str) -> None:
    ruleset = rules(YUNLING)
    chosen, _ = policy_named(policy, ruleset)
    game = play_out(Game.begin(ruleset, SETUP), chosen)
    rows = list(csv.DictReader(as_csv(game).splitlines()))
    assert len(rows) == 5 * (len(COUNTIES) + 1)
    assert {row["county"] for row in rows} == {*COUNTIES, "prefecture"}
    assert all(float(row["grain_output_true"]) >= 0.0 for row in rows)


def test_it_is_played_to_its_end_in_text_and_speaks_of_itself_only() -> None:
    told: list[str] = []
    status = play_text(Game.begin(rules(YUNLING), SETUP), lambda save: None, lambda prompt: "", told.append, True)
    text = "\n".join(told)
    assert status == 0
    assert "The scenario is over." in text
    assert "Shan Yougen" in text
    assert [line for line in told if OF_CHANGZHI.search(line)] == []


def test_its_debriefing_can_be_read() -> None:
    ruleset = rules(YUNLING)
    game = play_out(Game.begin(ruleset, SETUP), policy_named("careerist", ruleset)[0])
    page = debrief_page(game)
    assert list(page.disputes) == ["who-had-grain"]
    assert page.documents


def test_a_zip_of_it_is_the_same_pack(tmp_path: Path) -> None:
    zip_file = tmp_path / "yunling.zip"
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(YUNLING.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(YUNLING).as_posix())
    assert digest(gather(zip_file).files) == digest(gather(YUNLING).files)
    assert rules(zip_file).packs[1].digest == rules(YUNLING).packs[1].digest


# ---- saves


def played(*packs: Path) -> Game:
    setup = Setup("ten-cooperatives", 1, 16, "teacher")
    ruleset = rules(*packs)
    return play_out(Game.begin(ruleset, setup), policy_named("idle", ruleset)[0], 1)


def test_a_save_names_its_packs_and_comes_back_with_them() -> None:
    ruleset = rules(YUNLING)
    game = play_out(Game.begin(ruleset, SETUP), policy_named("idle", ruleset)[0], 2)
    save = parse(dump(game.save()), "mine.json")
    assert [pack.id for pack in save.packs] == ["two-ledgers", "yunling"]
    assert load_game(ruleset, save, "mine.json").state.season == game.state.season


def refusal(ruleset: Ruleset, game: Game, name: str = "mine.json") -> SaveError:
    with pytest.raises(SaveError) as refused:
        load_game(ruleset, game.save(), name)
    shown = ruleset.texts(f"save.{refused.value.code}", **refused.value.details)
    assert name in shown
    assert ruleset.texts(f"slots.why.{refused.value.code}", **refused.value.details)
    return refused.value


def test_a_save_without_its_pack_says_which_one() -> None:
    game = Game.begin(rules(YUNLING), SETUP)
    problem = refusal(rules(), game)
    assert problem.code == "packs-missing"
    assert "'yunling' 0.1.0, which is not here" in str(problem)


def test_a_save_says_which_pack_was_not_there() -> None:
    assert "'yunling', which is here now" in str(refusal(rules(YUNLING), played()))


def test_a_save_says_which_pack_has_changed() -> None:
    ruleset = rules()
    changed = replace(ruleset, packs=(replace(ruleset.packs[0], digest="0" * 64),))
    problem = refusal(changed, played())
    assert problem.code == "other-content"
    assert "'two-ledgers' 0.1.0 as it was then" in str(problem)


def test_packs_in_another_order_are_another_game() -> None:
    ruleset = rules(YUNLING)
    turned = replace(ruleset, packs=ruleset.packs[::-1])
    assert refusal(turned, Game.begin(ruleset, SETUP)).code == "packs-order"


def test_a_game_can_be_gone_on_with_in_another_language() -> None:
    game = played(FRENCH)
    assert [pack.id for pack in game.save().packs] == ["two-ledgers"]
    assert load_game(rules(), game.save(), "mine.json").state.season == game.state.season


# ---- words in French


def test_the_french_cards_are_of_today_and_say_how_many_they_are() -> None:
    problems = check([FRENCH], BASE)
    assert [problem.code for problem in problems] == ["coverage"]
    assert "cards 12 of" in problems[0].message


def test_a_card_is_read_in_french_and_the_next_one_in_english() -> None:
    cards, english = rules(FRENCH).cards, rules().cards
    assert cards["which-ten"].title == "Lesquelles choisir"
    assert cards["which-ten"].choice("take-li-shunda").text == "Prendre Li Shunda, et neuf de celles de Han."
    assert cards["which-ten"].documented == english["which-ten"].documented
    assert cards["first-estimates"] == english["first-estimates"]
    assert cards["which-ten"].choice("take-li-shunda").effects == english["which-ten"].choice("take-li-shunda").effects


def test_a_translators_file_begins_with_every_text_and_checks_clean(tmp_path: Path) -> None:
    from tests.ruleset.samples import write_pack

    files = {
        "pack.yaml": (FRENCH / "pack.yaml").read_text(encoding="utf-8"),
        "translation/new.translation.yaml": template(BASE, ["which-ten", "li-shunda", "han-qishan"]),
    }
    problems = check([write_pack(tmp_path, files)], BASE)
    assert [problem.code for problem in problems] == ["coverage"]
    assert "cards 1 of" in problems[0].message and "entries 2 of" in problems[0].message
    with pytest.raises(CallError, match="did you mean 'which-ten'"):
        template(BASE, ["which-tem"])
