"""The parts of the season's page: the rows at the left; charts, maps and a family's entry at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Final

from pygame import Rect, Surface

from game.base.seasons import Season
from game.base.texts import Texts
from game.campaign.pages import FamilyEntry, SeasonPage, SeasonRow
from game.text.figures import percent
from game.ui import lines, rects
from game.ui.palette import INK, UMBER
from game.ui.scenes.desk_words import season_lower
from game.ui.scenes.measures import Measure
from game.ui.scenes.season_figures import charted_seasons, small_multiple
from game.ui.scenes.season_map import Classes, MapLegend, SmallMap, classes_for
from game.ui.scenes.season_rows import SENTENCE, Mood, ReviewRow
from game.ui.scenes.season_sentences import audit_sentence, office_sentences, row_sentence, struck_sentences
from game.ui.theme import LABEL, SECONDARY_BOLD, Theme
from game.ui.transition import Action
from game.ui.type import TextStyle
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Box, Column
from game.ui.widgets.picture import Image
from game.ui.widgets.text import Label, Paragraph

VIGNETTES: Final = {
    "spring": "field-and-plough", "summer": "oxen", "autumn": "threshing-floor", "winter": "courtyard-in-snow",
}  # fmt: skip
VIGNETTE: Final = (260, 128)
LEAST_VIGNETTE: Final = 56
ENTRY: Final = TextStyle("roman", 15, 20)


# ---- the rows of the left leaf


def review_rows(
    page: SeasonPage, texts: Texts, why: Mapping[str, Action], style: TextStyle = SENTENCE
) -> list[ReviewRow]:
    """A row for each line, then those above, the count, and what is heard. ``why``: by indicator id."""
    rows = [_figure_row(row, page.season, texts, why[row.indicator.value]) for row in page.rows]
    rows.append(_above_row(page, texts))
    counted = [*(audit_sentence(said, texts) for said in page.audit), *struck_sentences(page, texts)]
    for name, told in (("audit", counted), ("heard", [texts(said) for said in page.announced])):
        if told:
            head = texts(f"season-page.{name}")
            rows.append(ReviewRow(head, told, zh=texts(f"season-page.{name}-zh"), key=f"row:{name}"))
    rows[0].first = True
    for row in rows:
        row.style = style
    return rows


def _figure_row(row: SeasonRow, season: Season, texts: Texts, why: Action) -> ReviewRow:
    measure, line = Measure(row.indicator), row.indicator.value
    return ReviewRow(
        texts(f"indicator.{line}.name"), [row_sentence(row, season, texts)], zh=texts(f"indicator.{line}.zh"),
        known=measure.band(row.known), filed=measure.text(row.filed),
        heads=(texts("season-page.known"), texts("season-page.filed")), why=why, key=f"row:{line}",
    )  # fmt: skip


def _above_row(page: SeasonPage, texts: Texts) -> ReviewRow:
    moods = [Mood(texts(f"office.{office}.name"), standing) for office, standing, _ in page.offices if standing]
    return ReviewRow(
        texts("season-page.above"), office_sentences(page, texts), zh=texts("season-page.above-zh"), moods=moods,
        key="row:above",
    )  # fmt: skip


# ---- charts


class ChartGrid(Box):
    """Small multiples two to a row, all of one height."""

    def _rows(self) -> int:
        return -(-len(self.children) // 2)

    def height_for(self, width: int, theme: Theme) -> int:
        own = (width - theme.px(24)) // 2
        tallest = max((child.height_for(own, theme) for child in self.children), default=0)
        return self._rows() * tallest + (self._rows() - 1) * theme.px(12)

    def arrange(self) -> None:
        theme = self.theme
        for number, row in enumerate(rects.rows(self.rect, [1] * self._rows(), theme.px(12))):
            pair = self.children[2 * number : 2 * number + 2]
            for child, cell in zip(pair, rects.columns(row, [1, 1], theme.px(24)), strict=False):
                child.layout(cell, theme)


def charts(page: SeasonPage, last: Season, texts: Texts, plot_height: float = 48) -> ChartGrid:
    """The small multiples of both ledgers, to the scenario's last season."""
    seasons = charted_seasons(page.series, last)
    multiples = [small_multiple(series, seasons, texts, plot_height, page.season) for series in page.series]
    return ChartGrid(multiples, label=texts("season-page.ledgers"))


# ---- maps


class MapPair(Box):
    """What the maps show, the map before and the map now, and the legend."""

    def __init__(self, head: Label, maps: Sequence[SmallMap], legend: MapLegend) -> None:
        super().__init__([head, *maps, legend], label=head.label)
        self.head, self.maps, self.legend = head, list(maps), legend

    def height_for(self, width: int, theme: Theme) -> int:
        maps = max(child.height_for(width // 2, theme) for child in self.maps)
        return self.head.height_for(width, theme) + maps + self.legend.height_for(width, theme) + theme.px(10)

    def arrange(self) -> None:
        theme = self.theme
        top, rest = rects.split_top(self.rect, self.head.height_for(self.rect.w, theme), theme.px(4))
        room, bottom = rects.split_bottom(rest, self.legend.height_for(self.rect.w, theme), theme.px(4))
        self.head.layout(top, theme)
        self.legend.layout(bottom, theme)
        for child, cell in zip(self.maps, rects.columns(room, [1] * len(self.maps), theme.px(12)), strict=True):
            child.layout(cell, theme)


def maps(page: SeasonPage, texts: Texts) -> MapPair:
    """Homes organised as known, a season ago and now; only now where nothing was known before."""
    classes = classes_for([*page.map_before.values(), *page.map_now.values()])
    shown = [(page.season.shift(-1), page.map_before, {}), (page.season, page.map_now, page.map_before)]
    drawn = [
        SmallMap(season_lower(texts, season), values, classes, said=_said(values, before, texts), before=before,
                 key=f"map:{season}")
        for season, values, before in shown
        if values
    ]  # fmt: skip
    return MapPair(Label(texts("season-page.map"), SECONDARY_BOLD), drawn, _legend(classes, texts))


def _said(values: Mapping[str, float], before: Mapping[str, float], texts: Texts) -> dict[str, tuple[str, str]]:
    return {
        county: (
            texts(f"county.{county}.name"),
            texts("season-page.map-since", now=percent(value), before=percent(before[county]))
            if county in before
            else texts("season-page.map-now", now=percent(value)),
        )
        for county, value in values.items()
    }


def _legend(classes: Classes, texts: Texts) -> MapLegend:
    shares = [percent(edge) for edge in classes.edges]
    under, over = texts("season-page.map-under", share=shares[0]), texts("season-page.map-over", share=shares[-1])
    between = [texts("season-page.map-between", low=low, high=high) for low, high in pairwise(shares)]
    return MapLegend([under, *between, over], classes)


# ---- a family


class FamilyPart(Box):
    """A still life, and below it a family's season; the picture takes what height the words leave."""

    role: ClassVar[str] = "article"

    def __init__(self, picture: Image, words: Column) -> None:
        super().__init__([picture, words], label=words.label)
        self.picture, self.words = picture, words

    def height_for(self, width: int, theme: Theme) -> int:
        return self.picture.height_for(width, theme) + theme.px(10) + self.words.height_for(width, theme)

    def least_height(self, width: int, theme: Theme) -> int:
        """With the lowest picture that is still one."""
        return theme.px(LEAST_VIGNETTE + 10) + self.words.height_for(width, theme)

    def arrange(self) -> None:
        if self.theme.large:
            self._side_by_side()
        else:
            self._stack()

    def _side_by_side(self) -> None:
        left, right = rects.columns(self.rect, [1, 1], self.theme.px(24))
        high = min(left.h, round(left.w * VIGNETTE[1] / VIGNETTE[0]))
        self.picture.size = (left.w / self.theme.scale, high / self.theme.scale)
        self.picture.layout(Rect(left.x, left.y, left.w, high), self.theme)
        self.words.layout(right, self.theme)

    def _stack(self) -> None:
        theme, width = self.theme, self.rect.w
        words = self.words.height_for(width, theme)
        room = min(self.rect.h - words - theme.px(10), round(width * VIGNETTE[1] / VIGNETTE[0]))
        self.picture.visible = room >= theme.px(LEAST_VIGNETTE)
        self.picture.size = (width / theme.scale, room / theme.scale)
        self.picture.layout(Rect(self.rect.x, self.rect.y, width, max(room, 0)), theme)
        top = self.rect.y + (room + theme.px(10) if self.picture.visible else 0)
        self.words.layout(Rect(self.rect.x, top, width, words), theme)


def family(entry: FamilyEntry, season: Season, texts: Texts) -> FamilyPart:
    """A family's entry under the still life of the season."""
    words = Column(
        [
            Paragraph(texts(entry.text, **entry.values), ENTRY),
            Paragraph(texts("season-page.family-invented"), LABEL, UMBER),
        ],
        gap=4,
        label=texts("season-page.family"),
    )
    return FamilyPart(Image(VIGNETTES[season.name], VIGNETTE, frame=True), words)


# ---- the right leaf


class Spread(Box):
    """Maps and a family side by side below a rule."""

    def __init__(self, parts: Sequence[MapPair | FamilyPart]) -> None:
        super().__init__(parts)
        self.parts = list(parts)

    def _cells(self, rect: Rect, theme: Theme) -> list[Rect]:
        return rects.columns(rect, [1] * len(self.parts), theme.px(24))

    def least_height(self, width: int, theme: Theme) -> int:
        """The least height at which nothing is lost but picture."""
        cells = self._cells(Rect(0, 0, width, 0), theme)
        return theme.px(10) + max(
            part.least_height(cell.w, theme) if isinstance(part, FamilyPart) else part.height_for(cell.w, theme)
            for part, cell in zip(self.parts, cells, strict=True)
        )

    def height_for(self, width: int, theme: Theme) -> int:
        cells = self._cells(Rect(0, 0, width, 0), theme)
        tallest = max(part.height_for(cell.w, theme) for part, cell in zip(self.parts, cells, strict=True))
        return tallest + theme.px(10)

    def arrange(self) -> None:
        room = rects.split_top(self.rect, self.theme.px(10))[1]
        for part, cell in zip(self.parts, self._cells(room, self.theme), strict=True):
            part.layout(cell, self.theme)

    def paint(self, surface: Surface) -> None:
        lines.horizontal(surface, self.rect.left, self.rect.right, self.rect.top, INK, self.theme.stroke())


def right_fits(grid: ChartGrid, spread: Spread, room: Rect, theme: Theme) -> bool:
    """Whether charts, maps and a family can stand on one leaf and still be read."""
    return grid.height_for(room.w, theme) + spread.least_height(room.w, theme) + theme.px(12) <= room.h


def right_leaf(grid: ChartGrid, spread: Spread, room: Rect, theme: Theme) -> list[Widget]:
    """Charts above, maps and a family below: what height is left over goes to the pictures first."""
    below = max(spread.least_height(room.w, theme), min(spread.height_for(room.w, theme), room.h * 48 // 100))
    upper, lower = rects.split_bottom(room, below, theme.px(12))
    return [grid.layout(upper, theme), spread.layout(lower, theme)]

