"""Parts of a county's page: its name, its secretary, what was found when it was checked, what is decided otherwise."""

from __future__ import annotations

from typing import ClassVar

from pygame import Rect, Surface

from game.campaign.desk import settings_page
from game.campaign.pages import CountyRow, SettingRow
from game.economy.settings import SETTINGS
from game.text.words import county_name, season_lower
from game.ui import lines
from game.ui.palette import INK, UMBER
from game.ui.scenes.card_paper import PORTRAIT, Portrayed, speaker_words
from game.ui.scenes.desk_words import counted
from game.ui.scenes.folder_desk import SETTLED
from game.ui.scenes.folder_teams import SHOWN
from game.ui.scenes.folder_values import value_words
from game.ui.scenes.measures import Measure, indicator_name
from game.ui.session import Session
from game.ui.theme import HAN_DISPLAY, LABEL, LABEL_BOLD, LABEL_ITALIC, SECONDARY, SUBHEADING, TITLE, Theme
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.picture import Image
from game.ui.widgets.table import Table, TableColumn, TableRow, filed_column, known_column
from game.ui.widgets.tabs import Tabs
from game.ui.widgets.text import Heading, Paragraph


class CountyName(Widget):
    """The county's characters, large, with its name and how it is said; a thick-thin rule below."""

    role: ClassVar[str] = "heading"

    def __init__(self, name: str, han: str, pinyin: str) -> None:
        super().__init__(name, pinyin)
        self.han = han

    def _han_style(self, width: int, theme: Theme) -> TextStyle:
        """Large characters where name and characters fit side by side."""
        name = max(theme.type.width(self.label, TITLE), theme.type.width(self.value, LABEL))
        fits = theme.type.width(self.han, HAN_DISPLAY) + theme.px(14) + name <= width
        return HAN_DISPLAY if fits else TITLE.with_face("song-bold")

    def height_for(self, width: int, theme: Theme) -> int:
        words = theme.type.line_height(TITLE) + theme.type.line_height(LABEL)
        return max(theme.type.line_height(self._han_style(width, theme)), words) + theme.px(14)

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        style = self._han_style(rect.w, theme)
        high = rect.h - theme.px(14)
        baseline = rect.y + (high - theme.type.line_height(style)) // 2 + theme.type.baseline(style)
        x = rect.x + theme.type.draw(surface, self.han, (rect.x, baseline), style, INK) + theme.px(14)
        words = theme.type.line_height(TITLE) + theme.type.line_height(LABEL)
        y = rect.y + (high - words) // 2
        theme.type.draw(surface, self.label, (x, y + theme.type.baseline(TITLE)), TITLE, INK)
        below = y + theme.type.line_height(TITLE) + theme.type.baseline(LABEL)
        theme.type.draw(surface, self.value, (x, below), LABEL, UMBER)
        lines.thick_thin(surface, rect.x, rect.right, rect.bottom - theme.px(8), INK, theme.scale)


class CountyTabs(Tabs):
    """A tab for every county, all equally wide on one line where they fit, else in as many lines as they need."""

    def _lines(self, width: int, theme: Theme) -> list[list[tuple[Widget, int]]]:
        count = len(self.children)
        own = (width - self._gap(theme) * (count - 1)) // count
        widest = max(theme.type.width(child.label, LABEL_BOLD) for child in self.children)
        if widest + theme.px(2) > own:
            return super()._lines(width, theme)
        return [[(child, own) for child in self.children]]


class Limited(Box):
    """Something that is not to grow wider than so many design pixels."""

    def __init__(self, inside: Widget, most: float) -> None:
        super().__init__([inside])
        self._most = most

    def height_for(self, width: int, theme: Theme) -> int:
        return self.children[0].height_for(min(width, theme.px(self._most)), theme)

    def arrange(self) -> None:
        width = min(self.rect.w, self.theme.px(self._most))
        self.children[0].layout(Rect(self.rect.topleft, (width, self.rect.h)), self.theme)


def _heading(session: Session, name: str, note: str = "") -> Heading:
    texts = session.texts
    return Heading(
        texts(f"county-page.{name}"), texts(f"county-page.{name}-han"), note, style=SUBHEADING, rule=False
    )


def name_of(session: Session, county: str) -> CountyName:
    """The county's name as it heads the page."""
    texts = session.texts
    return CountyName(
        county_name(texts, county), texts(f"county.{county}.zh"), texts(f"county.{county}.pinyin")
    )


def cooperatives(session: Session, row: CountyRow) -> Paragraph:
    """How many cooperatives stand there."""
    return Paragraph(counted(session.texts, "county-page.cooperatives", row.cooperatives), SECONDARY)


def secretary(session: Session, row: CountyRow) -> Column:
    """Who writes the county's reports: a face, a post, and one sentence; character is for the player to infer."""
    person = session.rules.people[row.secretary]
    name, post, mark = speaker_words(session, person)
    words = Column(
        [Paragraph(name, LABEL), Paragraph(post, LABEL, UMBER), Paragraph(mark, LABEL_ITALIC, UMBER)], gap=2
    )
    face = [Portrayed(Image(person.portrait, PORTRAIT, frame=True), words)] if person.portrait else [words]
    return Column([_heading(session, "secretary"), *face, Paragraph(person.line, SECONDARY)], gap=6)


def checked(session: Session, row: CountyRow) -> Column:
    """What a team found beside what the county reports; or that none has been there."""
    texts = session.texts
    if row.inspected is None:
        return Column(
            [_heading(session, "checked"), Paragraph(texts("county-page.never"), SECONDARY, UMBER)], gap=4
        )
    columns = (
        TableColumn("", 1.5), known_column(texts("county-page.found")), filed_column(texts("county-page.reported")),
    )  # fmt: skip
    rows = [
        TableRow(
            (
                indicator_name(texts, line),
                Measure(line).band(row.known[line]),
                Measure(line).text(row.reported.get(line)),
            )
        )
        for line in SHOWN
    ]
    seen = Paragraph(texts("county-page.seen", season=season_lower(texts, row.inspected)), LABEL, UMBER)
    table = Table(columns, rows, label=texts("county-page.checked"), key="checked")
    return Column([_heading(session, "checked"), seen, table], gap=4)


def otherwise(session: Session, row: CountyRow) -> Column:
    """What is decided otherwise in the county."""
    texts = session.texts
    if not row.exceptions:
        return Column(
            [_heading(session, "otherwise"), Paragraph(texts("county-page.as-all"), SECONDARY, UMBER)], gap=4
        )
    columns = (
        TableColumn(texts("county-page.decision"), 1.3), TableColumn(texts("county-page.prefecture"), 1.1, "right"),
        TableColumn(texts("county-page.here"), 0.9, "right"),
    )  # fmt: skip
    rows = [_exception(session, setting, row.id) for setting in _apart(session, row)]
    return Column(
        [_heading(session, "otherwise"), Table(columns, rows, label=texts("county-page.otherwise"))], gap=4
    )


def _apart(session: Session, row: CountyRow) -> list[SettingRow]:
    folders = {SETTINGS[name].desk for name in row.exceptions}
    pages = [settings_page(session.playing, folder) for folder in SETTLED if folder in folders]
    return [setting for page in pages for setting in page.rows if setting.setting.id in row.exceptions]


def _exception(session: Session, row: SettingRow, county: str) -> TableRow:
    texts, setting = session.texts, row.setting
    here = value_words(texts, setting, row.exceptions[county])
    return TableRow(
        (texts(f"setting.{setting.id}.name"), value_words(texts, setting, row.value), f"<b>{here}</b>")
    )
