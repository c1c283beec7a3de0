"""``docs/policies.md``, made from the code: every built-in policy, every setting with unit, range and meaning."""

from __future__ import annotations

from collections.abc import Iterator

from game.campaign.policies import BUILT_IN
from game.economy.settings import SETTINGS, Setting
from game.reporting.indicators import Indicator

OPENING = """\
# Policies

*This page is made from the code: `python -m game.author.policies_page > docs/policies.md`.*

A policy decides what a cadre decides, from what the cadre knows, so that a campaign runs without a person:
`python main.py simulate --scenario ten-cooperatives --policy careerist --out out.csv`.

## Built in

| policy | what it does |
| --- | --- |
"""

FILES = """
## A policy of one's own

A YAML file; what it does not say, its base decides. An entry holds from its season until the next entry for the same
key and county, and overrides the base, superiors' orders and cards.

```yaml
policy: no-pooling                       # name
base: historical                         # a built-in policy (default: idle)
settings:                                # standing decisions, from a season on, for all counties or some
  - from: 1951-spring
    counties: [licheng, wuxiang]         # omitted: all
    pool_livestock: never
    community_fund_rate: 0.05
cards:                                   # a choice by card id; others as the base decides
  which-ten: ordinary-villages
reports:                                 # what is filed, as a factor on the middle of what the cadre knows
  - from: 1951-summer
    yield: 1.0                           # moves total output with it
```

Lines of `reports`: """

TABLE = """

## Settings

| setting | unit | range | default | meaning |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page."""
    built_in = "".join(f"| `{habits.name}` | {habits.meaning} |\n" for habits in BUILT_IN.values())
    lines = ", ".join(f"`{line.value}`" for line in Indicator)
    return OPENING + built_in + FILES + lines + "." + TABLE + "".join(_rows())


def _rows() -> Iterator[str]:
    for setting in SETTINGS.values():
        cells = (f"`{setting.id}`", setting.unit, _range(setting), _word(setting.default), setting.meaning)
        yield f"| {' | '.join(cells)} |\n"


def _range(setting: Setting) -> str:
    if setting.kind == "switch":
        return "`true`, `false`"
    if setting.choices:
        return ", ".join(f"`{choice}`" for choice in setting.choices)
    return f"{_word(setting.low)} to {_word(setting.high)}"


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return str(value)


if __name__ == "__main__":
    print(page(), end="")
