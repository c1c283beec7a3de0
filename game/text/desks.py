"""The desks in plain text: every standing decision, for all counties or for one of them."""

from __future__ import annotations

from typing import Final

from game.campaign.decisions import Decide
from game.campaign.desk import FOLDERS, desk_page, settings_page
from game.campaign.pages import Folder, SettingRow
from game.economy.settings import Setting, Value
from game.text.counties import choose_county, send_team
from game.text.figures import grouped
from game.text.sitting import Sitting
from game.text.talk import Option, after_equals
from game.text.words import county_name

DECIDED_ELSEWHERE: Final = "reports"
"""The folder that holds figures, not settings; it has a page of its own."""
TIMES: Final[dict[str, float]] = {"0-1": 10.0}
"""By unit: what a value is multiplied by when it is written. Shares, fractions and yuan by the rules below."""


def times(setting: Setting) -> float:
    """What a value of the setting is multiplied by when it is written: a share as per cent, yuan in thousands."""
    if setting.unit.startswith(("share", "fraction", "of a man's")):
        return 100.0
    if setting.unit.startswith("old yuan"):
        return 1e-6 if setting.high >= 1e6 else 1e-3
    return TIMES.get(setting.unit, 1.0)


def show_desks(sitting: Sitting) -> None:
    """The folders; the one that matters this season says so."""
    while True:
        sitting.talk.head("play.desks.title")
        folders = [folder for folder in desk_page(sitting.game).folders if folder.id != DECIDED_ELSEWHERE]
        number = sitting.talk.choose([_folder(folder, sitting) for folder in folders], default=0)
        if not number:
            return
        show_desk(folders[number - 1].id, sitting)


def _folder(folder: Folder, sitting: Sitting) -> Option:
    texts = sitting.texts
    details = [texts("play.desks.matters")] * folder.flagged
    if folder.changed:
        details.append(texts("play.desks.changed", count=folder.changed))
    if folder.exceptions:
        details.append(texts("play.desks.exceptions", count=folder.exceptions))
    return Option(texts(f"folder.{folder.id}.name"), tuple(details))


def show_desk(folder: str, sitting: Sitting) -> None:
    """One folder: its decisions, each with what holds now."""
    assert folder in FOLDERS
    texts, talk = sitting.texts, sitting.talk
    while True:
        rows = settings_page(sitting.game, folder).rows
        talk.heading(texts(f"folder.{folder}.name"))
        lines = [texts("play.desks.row", name=_name(row, sitting), value=_now(row, sitting)) for row in rows]
        lines += [texts("play.counties.send")] * (folder == "cadres")
        number = talk.choose(lines, default=0)
        if not number:
            return
        if number > len(rows):
            send_team(sitting)
        else:
            show_setting(rows[number - 1], sitting)


def _name(row: SettingRow, sitting: Sitting) -> str:
    return sitting.texts(f"setting.{row.setting.id}.name")


def _now(row: SettingRow, sitting: Sitting) -> str:
    return value_words(row.setting, row.value, sitting)


def value_words(setting: Setting, value: Value, sitting: Sitting) -> str:
    """A setting's value with its unit: ``6.5 per cent of the land``, ``yes``, ``when asked``."""
    texts = sitting.texts
    if isinstance(value, bool):
        return texts("setting.yes" if value else "setting.no")
    if isinstance(value, str):
        return texts(f"setting.{setting.id}.{value}")
    written = value * times(setting)
    shown = grouped(written, 0 if abs(written - round(written)) < 0.005 else 1)
    return texts(f"play.value.{setting.id}", value=shown)


def show_setting(row: SettingRow, sitting: Sitting) -> None:
    """One standing decision: what it means, what holds, and a new value for all counties or for one."""
    talk, texts = sitting.talk, sitting.texts
    talk.heading(_name(row, sitting))
    talk.tell(f"setting.{row.setting.id}.help")
    talk.tell("play.desks.now", value=_now(row, sitting))
    talk.tell("play.desks.began", value=value_words(row.setting, row.began, sitting))
    for county, own in row.exceptions.items():
        value = value_words(row.setting, own, sitting)
        talk.tell("play.desks.exception", county=county_name(texts, county), value=value)
    number = talk.choose([texts("play.desks.for-all"), texts("play.desks.for-one")], default=0)
    if number == 1:
        _set(row, (), sitting)
    elif number:
        county = choose_county(sitting)
        if county:
            _set(row, (county,), sitting)


def _set(row: SettingRow, counties: tuple[str, ...], sitting: Sitting) -> None:
    """Choose a new value from the steps, or type one."""
    talk, texts, setting = sitting.talk, sitting.texts, row.setting
    talk.tell("play.desks.where", where=county_name(texts, counties[0]) if counties else texts("county.all"))
    lines = [value_words(setting, step, sitting) for step in row.steps]
    if setting.kind != "number":
        number: int | float = talk.choose(lines, default=0)
        typed = False
    else:
        low, high = (value_words(setting, end, sitting) for end in (setting.low, setting.high))
        talk.tell("play.desks.type", low=low, high=high)
        chosen = talk.choose_or_type(lines, lambda line: _typed(line, setting), default=0)
        number, typed = (chosen[0], True) if isinstance(chosen, tuple) else (chosen, False)
    if not typed and number == 0:
        return
    value: Value = number if typed else row.steps[int(number) - 1]
    if sitting.do(Decide(setting.id, value, counties)):
        talk.tell("play.desks.decided", name=_name(row, sitting), value=value_words(setting, value, sitting))


def _typed(line: str, setting: Setting) -> tuple[float] | None:
    """A value typed as ``= 7``, in the setting's own unit; wrapped, so that it is not taken for an answer's number."""
    number = after_equals(line)
    return None if number is None else (number / times(setting),)
