"""The figure to send up: the slide rule with all that is said of it, buttons, and figures to set it to."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, Literal

import pygame
from pygame import Surface

from game.base.texts import Texts
from game.text.words import county_name
from game.ui.keys import Key
from game.ui.palette import INK, SHEET, UMBER, VERMILION
from game.ui.scenes.reports_lines import LineView, beyond_words, scale_of
from game.ui.theme import HEADING, LABEL, Theme
from game.ui.transition import STAY, Action, Transition
from game.ui.widgets.base import Mouse, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.slide_rule import KnownBand, RuleContent, RuleMark, SlideRule, Zone, ZoneRow
from game.ui.widgets.text import Label

Fullness = Literal["zones", "marks", "prefecture", "least"]
FULLNESS: Final[tuple[Fullness, ...]] = ("zones", "marks", "prefecture", "least")
"""How much stands on the rule, from the most: what was asked for as a row of its own or only as a mark, the counties
that teams have seen or not, every rival or only the one said to file most."""
PRESETS: Final = ("known", "last", "counties")
KEYS: Final = {"known": "HOME", "last": "L", "counties": "C"}


class FilingRule(SlideRule):
    """The slide rule of one line. Past its end it asks for a longer scale; C passes the counties' figure on."""

    def __init__(
        self, texts: Texts, view: LineView, stretch: float, fullness: Fullness, *,
        on_change: Callable[[float], Transition | None], on_pass: Action, on_stretch: Action,
    ) -> None:  # fmt: skip
        low, high = scale_of(view.line, stretch)
        measure = view.measure
        super().__init__(
            texts("reports.rule.label", what=view.lower), measure.shown(view.line.filed), low, high,
            rule_content(texts, view, fullness), step=measure.step, presets=preset_figures(view), on_change=on_change,
            write=measure.write, unit=view.unit, key="rule",
        )  # fmt: skip
        self._on_pass, self._on_stretch = on_pass, on_stretch
        self.followers: list[Widget] = []

    def set_number(self, number: float) -> Transition:
        answer = super().set_number(number)
        for follower in self.followers:
            follower.invalidate()
        return answer

    def on_key(self, key: Key) -> Transition | None:
        if key.name == "C" and key.plain:
            return self._on_pass() or STAY
        rising = key.name in ("RIGHT", "UP", "+") and key.plain
        if rising and self.number >= self.maximum - self.step / 2:
            return self._on_stretch() or STAY
        return super().on_key(key)

    def _snap(self, number: float) -> float:
        """The figure brought to the last digit written, without the dust of fractions."""
        return round(super()._snap(number), 3)

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        if mouse.kind in ("press", "drag", "release", "wheel") and not self.enabled:
            return STAY
        return super().on_mouse(mouse)


def preset_figures(view: LineView) -> dict[str, float]:
    """What the figure can be set to at a key, shown units."""
    line, measure = view.line, view.measure
    found = {"C": measure.shown(line.counties)}
    if not view.nothing_known:
        found["HOME"] = measure.shown(line.known.middle)
    if line.last_filed is not None:
        found["L"] = measure.shown(line.last_filed)
    return found


def rule_content(texts: Texts, view: LineView, fullness: Fullness) -> RuleContent:
    """What stands on the rule beside the figure itself, more of it or less."""
    line, measure = view.line, view.measure
    level, known = FULLNESS.index(fullness), None
    marks = _reported(texts, view, every_rival=fullness != "least")
    if level > 0 and line.target is not None:
        words = texts("reports.rule.asked-mark", figure=measure.text(line.target))
        marks.append(RuleMark(measure.shown(line.target), words))
    if not view.nothing_known:
        known = KnownBand(measure.shown(line.known.low), measure.shown(line.known.high), view.known)
    return RuleContent(
        reported_label=texts("reports.rule.as-reported"), marks=tuple(marks),
        known_label=texts("reports.rule.known"), known=known,
        inspected_label=texts("reports.rule.inspected"), inspected=_inspected(texts, view) if level < 2 else (),
        zones=_zones(texts, view) if level == 0 else (), beyond=lambda shown: beyond_words(texts, line, shown),
    )  # fmt: skip


def _reported(texts: Texts, view: LineView, *, every_rival: bool) -> list[RuleMark]:
    """What the counties, the file and the rivals say."""
    line, measure = view.line, view.measure
    marks = [
        RuleMark(measure.shown(line.counties), texts("reports.rule.counties", figure=view.counties), "bar")
    ]
    if line.last_filed is not None:
        marks.append(RuleMark(measure.shown(line.last_filed), texts("reports.rule.last", figure=view.last)))
    heard = sorted(line.rivals, key=lambda rival: -rival.figure)
    for rival in heard if every_rival else heard[:1]:
        name, figure = texts(f"rival.{rival.rival}.name"), measure.text(rival.figure)
        words = texts("reports.rule.rival", rival=name, figure=figure)
        marks.append(RuleMark(measure.shown(rival.figure), words, "diamond", hearsay=True))
    return marks


def _inspected(texts: Texts, view: LineView) -> tuple[KnownBand, ...]:
    measure = view.measure
    return tuple(
        KnownBand(
            measure.shown(band.low), measure.shown(band.high), f"{county_name(texts, county)} {measure.band(band)}",
            inspected=True,
        )
        for county, band in view.line.inspected
        if view.measure.indicator.value not in ADDED_UP
    )  # fmt: skip


ADDED_UP: Final = ("output", "animals", "grain_sold", "cooperatives")
"""Lines of which a county is a small part: its band does not fit on the prefecture's scale."""


def _zones(texts: Texts, view: LineView) -> tuple[ZoneRow, ...]:
    """What the figure meets: what was asked for, and the highest that is said to be filed."""
    line, measure, rows = view.line, view.measure, []
    if line.target is not None:
        words = texts("reports.rule.asked-from", figure=measure.text(line.target))
        rows.append(ZoneRow(texts("reports.rule.asked"), (Zone(words, low=measure.shown(line.target)),)))
    if line.honour_from is not None:
        words = texts("reports.rule.highest-from", figure=measure.text(line.honour_from))
        rows.append(
            ZoneRow(texts("reports.rule.highest"), (Zone(words, low=measure.shown(line.honour_from)),))
        )
    return tuple(rows)


# ---- buttons


class FigureBox(Widget):
    """The figure in a double box between the buttons, as the rule has it."""

    role: ClassVar[str] = "figure"

    def __init__(self, rule: FilingRule) -> None:
        super().__init__(rule.label, rule.value)
        self._rule = rule
        rule.followers.append(self)

    def width_for(self, theme: Theme) -> int:
        ends = (self._rule.format(end) for end in (self._rule.minimum, self._rule.maximum))
        return round(max(theme.type.width(text, HEADING) for text in ends)) + theme.px(30)

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(36), theme.type.line_height(HEADING) + theme.px(6))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        pygame.draw.rect(surface, SHEET, rect)
        pygame.draw.rect(surface, INK, rect, theme.stroke())
        pygame.draw.rect(surface, INK, rect.inflate(-theme.px(6), -theme.px(6)), theme.stroke())
        baseline = rect.centery + theme.text_px(HEADING.size * 0.36)
        theme.type.draw(surface, self._rule.shown, (rect.centerx, baseline), HEADING, VERMILION, "centre")


class Beside(Label):
    """Words in a row of buttons, in the middle of its height."""

    def height_for(self, width: int, theme: Theme) -> int:
        return max(theme.px(34), super().height_for(width, theme))

    def paint(self, surface: Surface) -> None:
        theme, rect = self.theme, self.rect
        line = theme.type.line_height(self.style)
        baseline = rect.y + (rect.h - line) // 2 + theme.type.baseline(self.style)
        theme.type.draw(surface, self.label, (rect.x, baseline), self.style, self.colour)


def step_buttons(rule: FilingRule, texts: Texts) -> list[Widget]:
    """Ten less, one less, the figure, one more, ten more."""

    def button(times: int) -> Button:
        words = f"{'+' if times > 0 else '–'} {abs(times) * rule.step:g}"
        spoken = texts(
            "reports.rule.more" if times > 0 else "reports.rule.less", step=f"{abs(times) * rule.step:g}"
        )
        return Button(
            words, lambda: rule.set_number(rule.number + times * rule.step), description=spoken,
            key=f"step:{times}"
        )  # fmt: skip

    return [button(-10), button(-1), FigureBox(rule), button(1), button(10)]


def preset_buttons(rule: FilingRule, view: LineView, texts: Texts, on_pass: Action) -> list[Widget]:
    """What the figure can be set to at once."""
    figures = {name: rule.presets.get(KEYS[name]) for name in PRESETS}
    found: list[Widget] = [Beside(texts("reports.rule.set-to"), LABEL, UMBER)]
    for name, figure in figures.items():
        if figure is None:
            continue
        words = texts(f"reports.rule.preset-{name}", figure=rule.format(figure))
        action = on_pass if name == "counties" else _setter(rule, figure)
        spoken = texts(f"reports.rule.preset-{name}-spoken")
        found.append(Button(words, action, key=f"preset:{name}", description=spoken, style=LABEL))
    return found


def _setter(rule: FilingRule, figure: float) -> Action:
    return lambda: rule.set_number(figure)
