"""The debriefing in plain text: one part after another, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.campaign.debrief import debrief_page
from game.campaign.pages import DebriefPage, Moment
from game.text.afterlife import say_afterlife
from game.text.archive import open_entry
from game.text.debrief_figures import say_both_ledgers, say_columns, say_comparison, say_grain
from game.text.debrief_ladder import say_ladders
from game.text.sitting import Sitting
from game.text.why import say_why
from game.text.words import cited_all, season_lower, season_said, sentence

Part = Callable[[DebriefPage, Sitting], None]


def show_debrief(sitting: Sitting) -> None:
    """One part after another: an empty line goes on to the next and leaves after the last; any can be chosen."""
    page = debrief_page(sitting.game)
    sitting.talk.head("play.debrief.title")
    if not page.complete:
        sitting.talk.tell("play.debrief.so-far")
    number = _choose_part(1, sitting)
    while number:
        sitting.talk.heading(_names(sitting)[number - 1])
        list(PARTS.values())[number - 1](page, sitting)
        number = _go_on(number, sitting)


def _names(sitting: Sitting) -> list[str]:
    return [sitting.texts(f"play.debrief.parts.{name}") for name in PARTS]


def _choose_part(default: int, sitting: Sitting) -> int:
    """The number of a part; 0 leaves the debriefing."""
    return sitting.talk.choose(_names(sitting), default)


def _go_on(heard: int, sitting: Sitting) -> int:
    """The part to be told after one was heard; 0 leaves the debriefing."""
    names, texts = _names(sitting), sitting.texts
    on = [texts("play.debrief.on", part=name) for name in names[heard : heard + 1]]
    sitting.talk.say("")
    number = sitting.talk.choose([*on, texts("play.debrief.choose")], default=1 if on else 0)
    if number == 0:
        return 0
    return heard + 1 if number <= len(on) else _choose_part(0, sitting)


# ---- the choices, and who knew


def _say_moments(page: DebriefPage, sitting: Sitting) -> None:
    """The time line: every answer, and which one is on record."""
    for moment in page.moments:
        _say_moment(moment, sitting)
    sitting.talk.line(
        sitting.texts("play.debrief.passed-on", count=page.passed_on, all=page.filed_count)
    )


def _say_moment(moment: Moment, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    card = sitting.game.rules.cards[moment.card]
    choice = card.choice(moment.choice)
    talk.tell("play.debrief.moment", season=sentence(season_lower(texts, moment.season)), card=card.title)
    talk.line(texts("play.debrief.you", answer=choice.text), indent=3)
    if moment.documented:
        talk.line(texts("play.debrief.same"), indent=3)
    else:
        on_record = next((other.text for other in card.choices if other.taken), "")
        words = "play.debrief.on-record" if on_record else "play.debrief.no-record"
        talk.line(texts(words, answer=on_record), indent=3)
    if moment.filed:
        talk.line(texts("play.debrief.filed-here"), indent=3)


def _say_file(page: DebriefPage, sitting: Sitting) -> None:
    """How often the bands held, the dossier, the promises."""
    talk, texts = sitting.talk, sitting.texts
    talk.tell(page.career + ".name")
    talk.tell(page.career + ".text")
    talk.tell("play.debrief.bands", share=f"{100 * page.bands_held:.0f}", count=page.bands_count)
    talk.head("play.debrief.dossier")
    for season, words, tone in page.dossier:
        talk.tell("play.debrief.sheet", season=sentence(season_said(texts, season)), words=words)
        talk.line(texts(f"dossier.tone.{tone}"), indent=3)
    if not page.dossier:
        talk.tell("dossier.empty")
    talk.head("play.debrief.promises")
    for promise, outcome in page.promises:
        became = sentence(texts(f"promise.{outcome}"))
        talk.tell("play.debrief.promise", promise=texts(f"promise.{promise}"), outcome=became)
    if not page.promises:
        talk.tell("play.debrief.no-promises")


def _say_why(page: DebriefPage, sitting: Sitting) -> None:
    """Why the true figures moved, as the model has it."""
    for why in page.why.values():
        if why.moved:
            say_why(why, sitting)


# ---- documents and questions


def _say_documents(page: DebriefPage, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    for text_id, sources in page.documents:
        talk.say("")
        talk.tell(text_id)
        talk.line(cited_all(sources, sitting.game.rules.sources, texts))


def _say_disputes(page: DebriefPage, sitting: Sitting) -> None:
    """Questions on which the sources differ, each a page of the archive."""
    entries = [sitting.game.rules.archive[entry] for entry in page.disputes]
    while True:
        sitting.talk.tell("play.debrief.disputed")
        number = sitting.talk.choose([entry.title for entry in entries], default=0)
        if not number:
            return
        open_entry(entries[number - 1], sitting)


def _say_questions(page: DebriefPage, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    for heading, items in page.questions:
        talk.heading(texts(heading))
        for item in items:
            talk.tell(item)
    if page.reflections:
        talk.head("play.debrief.your-words")
    for season, prompt, words in page.reflections:
        talk.tell("play.debrief.sheet", season=sentence(season_said(texts, season)), words=texts(prompt))
        talk.line(words, indent=3)


PARTS: Final[dict[str, Part]] = {
    "ladder": say_ladders,
    "columns": say_columns,
    "grain": say_grain,
    "moments": _say_moments,
    "ledgers": say_both_ledgers,
    "comparison": say_comparison,
    "afterlife": lambda _, sitting: say_afterlife(sitting),
    "file": _say_file,
    "why": _say_why,
    "documents": _say_documents,
    "disputes": _say_disputes,
    "questions": _say_questions,
}
"""The parts in order; names as text ids ``play.debrief.parts.<name>``."""

