"""Values of standing decisions as the folders show them, and what is typed as a value again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.base.texts import Texts
from game.campaign.pages import SettingRow
from game.economy.settings import Setting, Value
from game.text.desks import times
from game.text.figures import grouped

FINEST: Final = 0.1
"""The finest difference that is shown and can be typed."""


def shown(setting: Setting, value: Value) -> float:
    """A number as it is shown: a share as per cent, money in thousands or millions."""
    return round(float(value) * times(setting), 3)


def from_shown(setting: Setting, number: float) -> float:
    """The setting's value of a shown number, inside its range."""
    return min(max(number / times(setting), setting.low), setting.high)


def number_words(number: float) -> str:
    """A shown number: whole where it is, else with one digit."""
    return grouped(number, 0 if abs(number - round(number)) < FINEST / 2 else 1)


def value_words(texts: Texts, setting: Setting, value: Value) -> str:
    """A value as written: ``30 %``, ``yes``, ``when asked``."""
    if setting.kind == "switch":
        return texts("setting.yes" if value else "setting.no")
    if setting.kind == "choice":
        return texts(f"setting.{setting.id}.{value}")
    number = number_words(shown(setting, value))
    return f"{number} {unit_words(texts, setting)}".strip()


def unit_words(texts: Texts, setting: Setting) -> str:
    """The unit beside a number."""
    return texts(f"setting.{setting.id}.unit")


def options(texts: Texts, setting: Setting) -> list[tuple[str, str, Value]]:
    """The answers of a switch or a choice: key, words, value."""
    values: Sequence[Value] = (True, False) if setting.kind == "switch" else setting.choices
    return [(str(value), value_words(texts, setting, value), value) for value in values]


def exceptions_words(texts: Texts, row: SettingRow) -> str:
    """Where it is decided otherwise, grouped by what is decided there."""
    by_value: dict[Value, list[str]] = {}
    for county, value in row.exceptions.items():
        by_value.setdefault(value, []).append(texts(f"county.{county}.name"))
    parts = [
        texts(
            "folders.otherwise-in", value=value_words(texts, row.setting, value), counties=", ".join(counties)
        )
        for value, counties in by_value.items()
    ]
    return "; ".join(parts)
