"""Who else knew, how good the player's own knowledge was, and the file: every entry with how it reads today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.pages import DebriefPage
from game.text.figures import percent
from game.ui import lines, marks, rects
from game.ui.markup import parse
from game.ui.palette import INK, RULE, UMBER
from game.ui.paragraph import Setting, set_words
from game.ui.scenes.desk_words import season_name
from game.ui.scenes.measures import Measure
from game.ui.theme import LABEL, SECONDARY, SECONDARY_BOLD, Theme
from game.ui.type import TextStyle
from game.ui.widgets.bars import Bar, Bars
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.leaves import Pages
from game.ui.widgets.text import Heading, Paragraph

MakePages = Callable[[Sequence[Widget]], Pages]
ENTRY: Final = TextStyle("roman", 14, 18)
TONES: Final = {"praise": "praise", "blame": "blame"}
PROMISED: Final = 0.8
"""How often a band should hold the truth."""


class FileEntry(Widget):
    """A sheet of the dossier with a triangle up for praise, down for blame, a dash for neither, and the word."""

    role: ClassVar[str] = "listitem"

    def __init__(self, text: str, tone: str, word: str, above: str = "") -> None:
        super().__init__(text, word)
        self.tone, self.above = tone, above

    def _reach(self, theme: Theme) -> int:
        return theme.text_px(74)

    def _setting(self, width: int, theme: Theme) -> Setting:
        return set_words(parse(self.label), width - self._reach(theme), ENTRY, theme.type)

    def _above_height(self, theme: Theme) -> int:
        return theme.type.line_height(SECONDARY_BOLD) + theme.px(3) if self.above else 0

    def height_for(self, width: int, theme: Theme) -> int:
        own = max(self._setting(width, theme).height, theme.type.line_height(LABEL))
        return self._above_height(theme) + own + theme.px(5)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        baseline = rect.y + theme.type.baseline(SECONDARY_BOLD)
        theme.type.draw(surface, self.above, (rect.x, baseline), SECONDARY_BOLD, INK)
        top = rect.y + self._above_height(theme)
        y = top + theme.type.baseline(LABEL) - theme.text_px(4)
        x = rect.x + theme.text_px(6)
        if self.tone in TONES:
            direction: marks.Direction = "up" if self.tone == "praise" else "down"
            marks.triangle(surface, x, y, theme.text_px(4.4), INK, direction)
        else:
            lines.horizontal(surface, x - theme.text_px(4), x + theme.text_px(5), y, INK, theme.stroke(2))
        word_at = rect.x + theme.text_px(17), top + theme.type.baseline(LABEL)
        theme.type.draw(surface, self.value, word_at, LABEL, UMBER)
        self._setting(rect.w, theme).draw(surface, (rect.x + self._reach(theme), top), INK)
        lines.horizontal(surface, rect.left, rect.right, rect.bottom - 1, RULE, theme.stroke())


def who_knew(page: DebriefPage, texts: Texts) -> list[Widget]:
    """What every rung knew, read off the ladder of the player's own figure."""
    ladder, told = page.ladder, []
    measure = Measure(ladder.indicator)
    figures = {rung.rung: f"<r>{measure.text(rung.figure)}</r>" for rung in ladder.rungs if rung.figure is not None}
    if ladder.true is not None and {"village", "district", "county", "prefecture"} <= figures.keys():
        line = texts(f"indicator.{ladder.indicator.value}.lower")
        true = f"<b>{measure.text(ladder.true)}</b>"
        told.append(texts("debrief.knew-villages", line=line, true=true, village=figures["village"]))
        told.append(texts("debrief.knew-county", district=figures["district"], county=figures["county"]))
        if ladder.known is not None:
            known = f"<b>{measure.band(ladder.known)}</b>"
            told.append(texts("debrief.knew-you", known=known, filed=figures["prefecture"]))
    told.append(texts("debrief.knew-above"))
    first, *others = (Paragraph(text, SECONDARY) for text in told)
    return [Column([Heading(texts("debrief.who-knew"), texts("debrief.who-knew-zh")), first], gap=5), *others]


def own_bands(page: DebriefPage, texts: Texts) -> list[Widget]:
    """How often the player's bands held the truth, and how many figures were passed on as they came."""
    share = page.bands_held
    bars = [
        Bar(texts("debrief.bands-yours"), share * 100.0, texts("debrief.of-hundred", share=percent(share))),
        Bar(texts("debrief.bands-promised"), PROMISED * 100.0, texts("debrief.of-hundred", share=percent(PROMISED))),
    ]
    passed = texts("debrief.passed-on", passed=page.passed_on, filed=page.filed_count)
    chart = Bars(texts("debrief.bands-head"), bars, maximum=100.0, key="bands")
    return [
        Column([Heading(texts("debrief.bands"), texts("debrief.bands-zh")), chart], gap=4),
        Paragraph(texts("debrief.bands-text", count=page.bands_count), LABEL, UMBER),
        Paragraph(passed, SECONDARY),
    ]


def promises(page: DebriefPage, texts: Texts) -> list[Widget]:
    """What was promised, and what became of it."""
    heading = Heading(texts("debrief.promises"), texts("debrief.promises-zh"))
    if not page.promises:
        return [Column([heading, Paragraph(texts("debrief.no-promises"), SECONDARY)], gap=5)]
    told = [
        texts("debrief.promise", promise=texts(f"promise.{promise}"), became=texts(f"promise.{became}"))
        for promise, became in page.promises
    ]
    return [Column([heading, *(Paragraph(text, SECONDARY) for text in told)], gap=5)]


def dossier(page: DebriefPage, texts: Texts) -> list[Widget]:
    """Every entry of the file under its season."""
    entries: list[Widget] = [Heading(texts("debrief.dossier"), texts("debrief.dossier-zh"))]
    entries.append(Paragraph(texts("debrief.dossier-text"), LABEL, UMBER))
    if not page.dossier:
        return [*entries, Paragraph(texts("dossier.empty"), SECONDARY)]
    before = ""
    for season, said, tone in page.dossier:
        above = season_name(texts, Season.parse(season)) if season != before else ""
        entries.append(FileEntry(said, tone, texts(f"debrief.tone.{tone}"), above))
        before = season
    return entries


def file_page(page: DebriefPage, texts: Texts, room: Rect, theme: Theme, pages: MakePages) -> list[Widget]:
    """The file at the left, what was known at the right; with large text one after the other."""
    left = dossier(page, texts)
    right = [*who_knew(page, texts), *own_bands(page, texts), *promises(page, texts)]
    if theme.large:
        return [pages([*left, *right]).layout(room, theme)]
    cells = rects.columns(room, [1.25, 1.0], theme.px(36))
    return [pages(left).layout(cells[0], theme), pages(right).layout(cells[1], theme)]
