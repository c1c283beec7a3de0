"""Beside the slide rule: what people of the office say of the figure, the covering note, promises, a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.base.texts import Texts
from game.campaign.decisions import CoveringNote, Decision, MakePromise, Reflect
from game.campaign.desk import reports_page, scenario_of
from game.campaign.pages import ReportsPage
from game.text.figures import whole
from game.ui.palette import UMBER
from game.ui.scenes.desk_parts import keep_leaf
from game.ui.scenes.desk_words import refused
from game.ui.scenes.measures import Measure
from game.ui.scenes.reports_lines import LineView
from game.ui.session import Session
from game.ui.theme import LABEL, LABEL_BOLD, SECONDARY, SUBHEADING
from game.ui.transition import STAY, Refresh, Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.field import TextField
from game.ui.widgets.leaves import Pages
from game.ui.widgets.options import Option
from game.ui.widgets.text import Heading, Label, Paragraph
from game.ui.widgets.toggle import RadioGroup

OnNote = Callable[[str], Transition | None]
OnPromise = Callable[[str, str], Transition | None]
LONGEST: Final = 600
NO_PROMISE: Final = "none"


class ToldView(Box):
    """What people of the office say of the figure as it stands: facts, never what would come of it."""

    def __init__(self, session: Session, view: LineView, make: Callable[[list[Widget]], Pages]) -> None:
        super().__init__(label=session.texts("reports.told.title"))
        self._session, self._make = session, make
        self._pages = make(_told(session, view))
        self.adopt(self._pages)

    def show(self, view: LineView) -> None:
        """Let them speak of another figure."""
        page = self._pages.page
        self.children.clear()
        self._pages = self._make(_told(self._session, view))
        self._pages.page = page
        self.adopt(self._pages)
        self._pages.layout(self.rect, self.theme)
        self.invalidate()


def _told(session: Session, view: LineView) -> list[Widget]:
    """A sentence each: who drafts the reports, the deputy, the organiser, the leader of the teams."""
    texts = session.texts
    said = (
        _last(texts, view),
        _asked(texts, view),
        _rivals(texts, view),
        " ".join(words for words in (_seen(session, view), _asked_below(texts, view)) if words),
    )
    people = [session.rules.people[person] for person in scenario_of(session.playing).advisers]
    return [
        Column([Label(person.name, LABEL_BOLD), Paragraph(f"“{words}”", SECONDARY)], gap=0)
        for person, words in zip(people, said, strict=False)
        if words
    ]


def _last(texts: Texts, view: LineView) -> str:
    if not view.line.last_filed:
        return texts("reports.told.never", counties=view.counties)
    return texts("reports.told.last", last=view.last, counties=view.counties)


def _asked(texts: Texts, view: LineView) -> str:
    line, measure = view.line, Measure(view.line.indicator, view.line.filed)
    if line.target is None:
        return texts("reports.told.not-asked")
    gap = measure.shown(line.filed) - measure.shown(line.target)
    words = "met" if abs(gap) < measure.step / 2 else "above" if gap > 0 else "below"
    return texts(
        f"reports.told.asked-{words}", target=view.measure.text(line.target), gap=measure.write(abs(gap))
    )


def _asked_below(texts: Texts, view: LineView) -> str:
    """What the villages are asked for, once every level on the way down has added its margin."""
    if not view.line.asked_below:
        return ""
    _, figure = view.line.asked_below[-1]
    return texts("reports.told.villages-asked", figure=view.measure.text(figure))


def _rivals(texts: Texts, view: LineView) -> str:
    heard = sorted(view.line.rivals, key=lambda each: -each.figure)
    if not heard:
        return ""
    above = sum(each.figure > view.line.filed for each in heard)
    rival, figure = texts(f"rival.{heard[0].rival}.name"), view.measure.text(heard[0].figure)
    if not above:
        return texts("reports.told.rivals-none", rival=rival, figure=figure, all=whole(len(heard)))
    ways = "rivals-one" if above == 1 else "rivals"
    values = {"above": whole(above), "all": whole(len(heard))}
    return texts(f"reports.told.{ways}", rival=rival, figure=figure, **values)


def _seen(session: Session, view: LineView) -> str:
    """How the figure lies to what the teams have seen."""
    texts, line = session.texts, view.line
    measure = Measure(line.indicator, line.filed)
    if view.nothing_known:
        return texts("reports.told.nothing")
    filed, low, high = (measure.shown(value) for value in (line.filed, line.known.low, line.known.high))
    if filed > high:
        return texts("reports.told.above", most=measure.write(high), gap=measure.write(filed - high))
    if filed < low:
        return texts("reports.told.below", least=measure.write(low), gap=measure.write(low - filed))
    return texts("reports.told.inside", known=view.known)


# ---- the covering note, promises, the question


def note_group(texts: Texts, page: ReportsPage, on_note: OnNote, *, across: int = 1) -> Column:
    """What the covering note says that peasants want."""
    options = [Option(note, texts(note)) for note in page.notes]
    group = RadioGroup(
        options, page.note, on_note, across=across, style=LABEL, label=texts("reports.note.title"), key="note"
    )
    head = Heading(texts("reports.note.title"), texts("reports.note.han"), style=SUBHEADING, rule=False)
    return Column([head, group], gap=4)


def promise_groups(texts: Texts, page: ReportsPage, on_promise: OnPromise) -> list[Widget]:
    """The three promises of winter."""
    found: list[Widget] = [Paragraph(texts("reports.promises.about"), LABEL, UMBER)]
    for kind, promises, chosen in page.promises:
        options = [Option(promise, texts(f"promise.{promise}")) for promise in promises]
        group = RadioGroup(
            options, chosen, lambda promise, kind=kind: on_promise(kind, promise),  # type: ignore[misc]
            style=LABEL, label=texts(f"promise.{kind}"), key=f"promise-{kind}",
        )  # fmt: skip
        found.append(Column([Heading(texts(f"promise.{kind}"), style=SUBHEADING, rule=False), group], gap=2))
    return found


def thought(
    texts: Texts, prompt: str, words: str, on_change: Callable[[str], Transition | None]
) -> list[Widget]:
    """The question that the scenario asks before filing, and room for an answer that nobody has to give."""
    field = TextField(
        texts("reports.thought.field"), words, placeholder=texts("reports.thought.hint"), limit=LONGEST, rows=5,
        on_change=on_change, key="thought",
    )  # fmt: skip
    return [
        Paragraph(texts(prompt), SECONDARY),
        field,
        Paragraph(texts("reports.thought.kept"), LABEL, UMBER),
    ]


class ReportsSide:
    """The parts beside the rule, and what is decided in them. `first` is done before each decision."""

    def __init__(
        self,
        session: Session,
        leaves: Callable[[list[Widget]], Pages],
        first: Callable[[], Transition | None],
    ) -> None:
        self.session, self.texts = session, session.texts
        self._leaves, self._first = leaves, first
        self._kept: dict[str, int] = {}
        self._told: ToldView | None = None
        self._words: str | None = None

    def names(self, page: ReportsPage) -> list[str]:
        """The parts that there are this season."""
        promises, question = ["promises"] if page.promises else [], ["thought"] if page.prompt else []
        return ["told", "note", *promises, *question]

    def part(self, page: ReportsPage, view: LineView, name: str) -> Widget:
        """One of the parts."""
        if name == "told":
            self._told = ToldView(self.session, view, self._leaves)
            return self._told
        if name == "note":
            return self._leaves([note_group(self.texts, page, self._note)])
        if name == "promises":
            return keep_leaf(self._leaves(promise_groups(self.texts, page, self._promise)), self._kept, name)
        return self._leaves(thought(self.texts, page.prompt or "", self._written(page), self._think))

    def show(self, view: LineView) -> None:
        """Let people speak of another figure, if they are being heard."""
        if self._told is not None and self._told.parent is not None:
            self._told.show(view)

    # ---- what is decided

    def _note(self, note: str) -> Transition:
        return self._decided(CoveringNote(note), f"note:{note}")

    def _promise(self, kind: str, promise: str) -> Transition:
        return self._decided(MakePromise(kind, promise), f"promise-{kind}:{promise}")

    def _decided(self, decision: Decision, focus: str) -> Transition:
        said = self._first()
        refusal = self.session.do(decision)
        return refused(self.session, refusal) if refusal is not None else said or Refresh(focus)

    # ---- the question

    def _written(self, page: ReportsPage) -> str:
        """What stands in the field: what is being written, or what was written before."""
        kept = dict(self.session.playing.state.reflections).get(page.prompt or "", "")
        return kept if self._words is None else self._words

    def _think(self, words: str) -> Transition:
        self._words = words
        return STAY

    def keep_thought(self) -> None:
        """Keep what was written, if anything was."""
        words, self._words = self._words, None
        prompt = reports_page(self.session.playing).prompt
        if words is not None and prompt is not None:
            self.session.do(Reflect(prompt, words))
