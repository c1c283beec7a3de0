"""The lines of a folder: each standing decision with its help, its control, and where it is decided otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.base.texts import Texts
from game.campaign.pages import SettingRow
from game.economy.settings import Setting, Value
from game.ui.palette import UMBER
from game.ui.scenes.folder_values import (
    exceptions_words,
    from_shown,
    options,
    shown,
    unit_words,
    value_words,
)
from game.ui.scenes.folder_widgets import SettingLine, StepChooser, link
from game.ui.theme import LABEL, SECONDARY_BOLD
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.options import Option
from game.ui.widgets.tabs import Segments
from game.ui.widgets.text import Paragraph

OnValue = Callable[[Value], Transition | None]


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done besides setting the value: words and what they do."""

    words: str
    do: Callable[[], Transition | None]


def value_control(
    texts: Texts, setting: Setting, value: Value, steps: tuple[Value, ...], on_value: OnValue
) -> Widget:
    """What a value is set with: steps for a number, joined boxes for words."""
    label, key = texts(f"setting.{setting.id}.name"), f"setting:{setting.id}"
    about = texts(f"setting.{setting.id}.help")
    if setting.kind == "number":
        return StepChooser(
            label, shown(setting, value), [shown(setting, step) for step in steps],
            (shown(setting, setting.low), shown(setting, setting.high)),
            lambda number: on_value(from_shown(setting, number)), unit=unit_words(texts, setting), description=about,
            key=key,
        )  # fmt: skip
    answers = options(texts, setting)
    by_key = {name: answer for name, _, answer in answers}
    return Segments(
        [Option(name, words) for name, words, _ in answers], str(value), lambda picked: on_value(by_key[picked]),
        label=label, description=about, key=key,
    )  # fmt: skip


def prefecture_line(texts: Texts, row: SettingRow, on_value: OnValue, otherwise: Way) -> SettingLine:
    """A decision for the whole prefecture."""
    setting = row.setting
    below = (
        [f"<m>{texts('folders.began', value=value_words(texts, setting, row.began))}</m>"]
        if row.value != row.began
        else []
    )
    if row.exceptions:
        below.append(f"<b>{texts('folders.otherwise')}</b> <m>{exceptions_words(texts, row)}</m>")
    control = value_control(texts, setting, row.value, row.steps, on_value)
    return _line(texts, setting, below, control, otherwise)


def county_line(texts: Texts, row: SettingRow, county: str, on_value: OnValue, as_all: Way) -> SettingLine:
    """The same decision in one county."""
    own = row.exceptions.get(county, row.value)
    apart = county in row.exceptions
    words = texts("folders.prefecture", value=value_words(texts, row.setting, row.value))
    control = value_control(texts, row.setting, own, row.steps, on_value)
    return _line(
        texts,
        row.setting,
        [f"<b>{words}</b>" if apart else f"<m>{words}</m>"],
        control,
        as_all if apart else None,
    )


def _line(texts: Texts, setting: Setting, below: list[str], control: Widget, way: Way | None) -> SettingLine:
    name, han = texts(f"setting.{setting.id}.name"), texts(f"setting.{setting.id}.zh")
    words: list[Widget] = [
        Paragraph(f"{name} <m>{han}</m>", SECONDARY_BOLD),
        Paragraph(texts(f"setting.{setting.id}.help"), LABEL, UMBER),
        *(Paragraph(line, LABEL) for line in below),
    ]
    links = [link(way.words, way.do, f"way:{setting.id}")] if way is not None else []
    for each in links:
        each.description = name
    return SettingLine(name, words, control, links)
