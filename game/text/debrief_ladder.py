"""The reporting ladder in plain text: one figure climbing, rung by rung, with what bent it on each."""

from __future__ import annotations

from game.campaign.pages import DebriefPage, Ladder, LadderRung
from game.reporting.indicators import Indicator
from game.text.figures import as_shown, show
from game.text.sitting import Sitting
from game.text.why import moved_words
from game.text.words import amount, between, cited_all, line_name, said, season_lower, sentence


def say_ladders(page: DebriefPage, sitting: Sitting) -> None:
    """One figure climbing: the documented one, then the player's own that moved furthest."""
    if page.documented_ladder is not None:
        sitting.talk.heading(sitting.texts(page.documented_ladder.title))
        _say_unit(sitting)
        _say_rungs(page.documented_ladder, None, sitting)
    _say_own(page.ladder, sitting)


def _say_unit(sitting: Sitting) -> None:
    """What the documents' own unit is in jin, where they have one."""
    documented = sitting.scenario.documented_ladder
    words = f"play.debrief.unit.{documented.unit}" if documented is not None else ""
    if sitting.texts.has(words):
        sitting.talk.tell(words)


def _say_own(ladder: Ladder, sitting: Sitting) -> None:
    talk, texts, line = sitting.talk, sitting.texts, ladder.indicator
    if ladder.season is None or ladder.true is None:
        talk.tell("play.debrief.no-ladder")
        return
    talk.head("play.debrief.your-ladder", indicator=line_name(texts, line), season=season_lower(texts, ladder.season))
    talk.line(said(texts, "true", amount(texts, line, ladder.true)))
    if ladder.known is not None:
        talk.line(said(texts, "known", between(texts, line, ladder.known)))
    _say_rungs(ladder, ladder.true, sitting)


def _say_rungs(ladder: Ladder, below: float | None, sitting: Sitting) -> None:
    """Every rung from the village up; ``below`` is the figure that the lowest received."""
    for rung in ladder.rungs:
        _say_rung(rung, below, ladder.indicator, sitting)
        below = rung.figure


def _say_rung(rung: LadderRung, below: float | None, line: Indicator, sitting: Sitting) -> None:
    """A rung, its figure, why it was bent there (adding up), and where that stands."""
    talk, texts = sitting.talk, sitting.texts
    name = sentence(texts(f"rung.{rung.rung}.name"))
    talk.tell("play.debrief.rung", rung=name, figure=_rung_figure(rung, line, sitting))
    if rung.text:
        talk.line(texts(rung.text), indent=3)
    if rung.reasons and rung.figure is not None and below is not None:
        total = as_shown(line, rung.figure) - as_shown(line, below)
        for words in moved_words(line, rung.reasons, total, rung.figure, sitting):
            talk.line(words, indent=3)
    if rung.sources:
        talk.line(cited_all(rung.sources, sitting.game.rules.sources, texts), indent=3)


def _rung_figure(rung: LadderRung, line: Indicator, sitting: Sitting) -> str:
    texts = sitting.texts
    if rung.figure is not None:
        return amount(texts, line, rung.figure)
    if rung.low is None or rung.high is None:
        return texts("play.debrief.no-figure")
    return texts("play.between", low=show(line, rung.low), amount=amount(texts, line, rung.high))
