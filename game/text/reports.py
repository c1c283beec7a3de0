"""The reports desk in plain text: the figures that go up, the covering note, winter's promises, a question."""

from __future__ import annotations

from game.campaign.decisions import CoveringNote, File, MakePromise, Reflect
from game.campaign.desk import reports_page
from game.campaign.pages import ReportLine
from game.reporting.indicators import Indicator
from game.text.figures import as_shown, from_shown
from game.text.sitting import Sitting
from game.text.talk import Option, after_equals, as_words
from game.text.why import explain
from game.text.words import amount, between, county_name, figure, known, line_name, sentence

HARVEST: Indicator = Indicator.YIELD
"""Filed together with total output: they are one harvest."""


def show_reports(sitting: Sitting) -> None:
    """The lines, those that are due first, and what goes with them."""
    talk, texts = sitting.talk, sitting.texts
    while True:
        page = reports_page(sitting.game)
        talk.head("play.reports.title")
        talk.tell("play.reports.rule")
        options = [_listed(line, sitting) for line in page.lines]
        options.append(Option(texts("play.reports.note"), (_note_now(page.note, sitting),)))
        options += [_promise(kind, chosen, sitting) for kind, _, chosen in page.promises]
        options += [Option(texts("play.reports.prompt"))] * (page.prompt is not None)
        number = talk.choose(options, default=0)
        if not number:
            return
        if number <= len(page.lines):
            show_line(page.lines[number - 1].indicator, sitting)
        elif number == len(page.lines) + 1:
            _choose_note(page.notes, sitting)
        elif number <= len(page.lines) + 1 + len(page.promises):
            kind, ids, _ = page.promises[number - len(page.lines) - 2]
            _choose_promise(kind, ids, sitting)
        elif page.prompt is not None:
            reflect(page.prompt, sitting)


def _listed(line: ReportLine, sitting: Sitting) -> Option:
    texts = sitting.texts
    due = "play.reports.due" if line.due else "play.reports.as-last"
    words = texts(due, indicator=line_name(texts, line.indicator), stage=texts(f"stage.{line.stage}.name"))
    return Option(words, (goes_up(line, sitting),))


def goes_up(line: ReportLine, sitting: Sitting) -> str:
    """What goes up as things stand, and who entered it."""
    texts = sitting.texts
    by = "card" if line.fixed_by_card else "own" if line.touched else "passed"
    return texts(f"play.reports.by-{by}", figure=figure(texts, "filed", line.indicator, line.filed))


def show_line(indicator: Indicator, sitting: Sitting) -> None:
    """One line: all that is known and said of it, and the figure to send up."""
    talk, texts = sitting.talk, sitting.texts
    _read_out(_line_now(indicator, sitting), sitting)
    while True:
        line = _line_now(indicator, sitting)
        offered = _offered(line)
        talk.heading(line_name(texts, indicator))
        talk.line(goes_up(line, sitting))
        options = [_offer(how, value, line, sitting) for how, value in offered]
        talk.tell("play.reports.type", unit=texts(f"indicator.{indicator.value}.unit_long"))
        chosen = talk.choose_or_type([*options, texts("play.reports.why")], _typed, default=0)
        if chosen == 0:
            return
        if isinstance(chosen, tuple):
            _file(indicator, from_shown(indicator, chosen[0]), sitting)
        elif chosen > len(offered):
            explain(indicator, None, sitting)
        else:
            _file(indicator, offered[chosen - 1][1], sitting)


def _line_now(indicator: Indicator, sitting: Sitting) -> ReportLine:
    return next(line for line in reports_page(sitting.game).lines if line.indicator is indicator)


def _typed(line: str) -> tuple[float] | None:
    """A figure typed as ``= 160``; wrapped, so that it is not taken for an answer's number."""
    number = after_equals(line)
    return None if number is None else (number,)


def _file(indicator: Indicator, value: float | None, sitting: Sitting) -> None:
    """Enter a figure; nothing means that the counties' is passed on."""
    if sitting.do(File(indicator.value, value)) and indicator is HARVEST:
        sitting.talk.tell("play.reports.one-harvest")


def _read_out(line: ReportLine, sitting: Sitting) -> None:
    talk, texts, what = sitting.talk, sitting.texts, line.indicator
    talk.heading(line_name(texts, what))
    talk.line(figure(texts, "reported", what, line.counties))
    talk.tell("play.reports.stage", what=texts(f"stage.{line.stage}.long"))
    talk.line(known(texts, what, line.known))
    for county, band in line.inspected:
        talk.tell("play.reports.seen", county=county_name(texts, county), amount=between(texts, what, band))
    talk.line(figure(texts, "last", what, line.last_filed))
    if line.target is not None:
        talk.tell("play.reports.target", amount=amount(texts, what, line.target))
        _, below = line.asked_below[-1]
        talk.tell("play.reports.target-below", amount=amount(texts, what, below))
    for heard in line.rivals:
        rival = texts(f"rival.{heard.rival}.name")
        talk.tell("play.reports.rival", rival=rival, amount=amount(texts, what, heard.figure))
    if line.honour_from is not None:
        talk.tell("play.reports.honour", amount=amount(texts, what, line.honour_from))


def _offered(line: ReportLine) -> list[tuple[str, float | None]]:
    """Figures that can be chosen by number, as they are written: what was read is what is filed."""
    what = line.indicator
    offered: list[tuple[str, float | None]] = [("pass-on", None), ("middle", as_shown(what, line.known.middle))]
    if line.last_filed is not None:
        offered.append(("as-last-filed", as_shown(what, line.last_filed)))
    if line.target is not None:
        offered.append(("the-target", as_shown(what, line.target)))
    return offered


def _offer(how: str, value: float | None, line: ReportLine, sitting: Sitting) -> str:
    shown = line.counties if value is None else value
    return sitting.texts(f"play.reports.{how}", amount=amount(sitting.texts, line.indicator, shown))


# ---- what goes with the figures


def _note_now(note: str, sitting: Sitting) -> str:
    texts = sitting.texts
    return texts("play.reports.note-now", note=texts(note)) if note else texts("play.reports.no-note")


def _choose_note(notes: tuple[str, ...], sitting: Sitting) -> None:
    sitting.talk.head("play.reports.note")
    number = sitting.talk.choose([sentence(sitting.texts(note)) for note in notes], default=0)
    if number and sitting.do(CoveringNote(notes[number - 1])):
        sitting.talk.line(_note_now(notes[number - 1], sitting))


def _promise(kind: str, chosen: str, sitting: Sitting) -> Option:
    texts = sitting.texts
    now = texts(f"promise.{chosen}") if chosen else texts("promise.none")
    return Option(texts("play.reports.promise", to=texts(f"promise.{kind}")), (sentence(now),))


def _choose_promise(kind: str, ids: tuple[str, ...], sitting: Sitting) -> None:
    sitting.talk.head("play.reports.promise", to=sitting.texts(f"promise.{kind}"))
    number = sitting.talk.choose([sitting.texts(f"promise.{promise}") for promise in ids], default=0)
    if number and sitting.do(MakePromise(kind, ids[number - 1])):
        sitting.talk.tell("play.reports.promised", promise=sitting.texts(f"promise.{ids[number - 1]}"))


def reflect(prompt: str, sitting: Sitting) -> None:
    """A question to think about; whatever is typed is kept with the game, and nobody in it reads it."""
    talk = sitting.talk
    talk.head("play.reflect.title")
    talk.tell(prompt)
    talk.tell("play.reflect.how")
    words = talk.choose_or_type([sitting.texts("play.reflect.nothing")], as_words, back=False)
    if isinstance(words, str) and sitting.do(Reflect(prompt, words)):
        talk.tell("play.reflect.kept")
