"""``docs/calibration.md``, made by running the model: every documented figure beside the simulated one.

``python -m game.author.calibration_page > docs/calibration.md``; it plays the documented course on all seeds, some
twenty seconds. Run it after parameters, rules or figures have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from game import installed
from game.campaign.calibrate import POLICY, SEEDS, Compared, calibrate
from game.ruleset import load

FIRST_SEED: Final = 1
OPENING: Final = """\
# Against the documents, figure by figure

*This page is made by running the model: `python -m game.author.calibration_page > docs/calibration.md` (some twenty
seconds). It is as old as its last run; `python main.py calibrate` gives the figures of today.*

Each figure of `content/rules/calibration.yaml` beside what the model gives under the policy `{policy}`: the middle one
of {seeds} seeds (from {first}), in brackets the least and the greatest. A figure is **met** if the middle lies within
the tolerance, a share of the documented figure, around what is documented; **unmet** if it does not, or if the model
has no measure for it, and the file says why; **missed** if it should be met and is not. `rung` says which ledger is
compared: what was so (*true*), what the office knew, what counties reported, what went up (*filed*).
How figures are built is told in [model.md](model.md), section 8.

**{met} of {all} are met, {unmet} are declared unmet, {missed} are missed.** Parameters were tuned with these figures in
sight, so a figure met shows that the model can agree with it, not that it predicts it. {own} figures are the
prefecture's or a county's; the other {borrowed} are borrowed from one village, one cooperative, the province or the
nation, and a borrowed figure is only as good as the likeness.
"""
HEAD: Final = (
    "| figure | place | season | rung | documented | simulated | tolerance | unit | status | source |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
)
ID: Final = re.compile(r"[a-z]+")
"""A place that is one of the prefecture's own: a county's id, or ``prefecture``; others stand in words."""


def page(compared: Sequence[Compared]) -> str:
    """The whole page."""
    statuses = [one.status for one in compared]
    own = sum(ID.fullmatch(one.figure.place) is not None for one in compared)
    opening = OPENING.format(
        policy=POLICY, seeds=SEEDS, first=FIRST_SEED, met=statuses.count("met"), all=len(compared),
        unmet=statuses.count("unmet"), missed=statuses.count("missed"), own=own, borrowed=len(compared) - own,
    )  # fmt: skip
    return opening + "".join(_unmet(compared)) + "".join(_years(compared)) + "".join(_reasons(compared))


def _unmet(compared: Sequence[Compared]) -> Iterator[str]:
    """The figures that the model does not give, or gives against what the file expects, with why; before all others."""
    yield "\n## Not met, and why\n\n"
    for one in compared:
        if one.status != "met" or one.figure.unmet:
            why = one.figure.unmet or "Not explained: the model should give it."
            after_all = " On these seeds the tolerance takes it in all the same." if one.status == "met" else ""
            named = f"**{one.figure.title}** ({one.figure.place}, {one.figure.season}; `{one.figure.id}`)"
            yield f"- {named}: {why}{after_all}\n"


def _years(compared: Sequence[Compared]) -> Iterator[str]:
    """A table for each year, in order."""
    ordered = sorted(compared, key=lambda one: one.figure.season)
    for year, figures in groupby(ordered, key=lambda one: one.figure.season.year):
        yield f"\n## {year}\n\n{HEAD}"
        yield from map(_row, figures)


def _row(one: Compared) -> str:
    figure = one.figure
    span = "" if not one.span else f" ({_number(one.span[0])} to {_number(one.span[-1])})"
    simulated = "no measure" if one.simulated is None else _number(one.simulated) + span
    documented = _number(figure.low)
    if figure.low != figure.high:
        documented += f" to {_number(figure.high)}"
    cells = (
        f"{figure.title}<br>`{figure.id}`", figure.place, _when(one), figure.rung, documented, simulated,
        f"{figure.tolerance:.0%}", figure.unit, one.status, one.page,
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _when(one: Compared) -> str:
    """The season, and the other season or the span that the figure speaks of."""
    figure = one.figure
    for word, season in (("over", figure.against), ("since", figure.since), ("from", figure.over)):
        if season is not None:
            return f"{figure.season} {word} {season}"
    return str(figure.season)


def _reasons(compared: Sequence[Compared]) -> Iterator[str]:
    """What each tolerance rests on."""
    yield "\n## Why these tolerances\n\n| figure | what the comparison rests on |\n| --- | --- |\n"
    for one in sorted(compared, key=lambda one: one.figure.season):
        yield f"| `{one.figure.id}` | {one.figure.reason} |\n"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000.0 else f"{value:.3g}"


if __name__ == "__main__":
    print(page(calibrate(load([installed.content()]), FIRST_SEED)), end="")
