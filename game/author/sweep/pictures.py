"""The pictures of the page, as SVG that stands in it. Black is what is so, vermilion what was filed.

Imported by the page only: matplotlib is an extra, and slow to load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from math import fsum
from typing import Any, Final

import matplotlib
from matplotlib.figure import Figure

from game.author.sweep.findings import CardFinding, Runs, in_order, spread
from game.author.sweep.outcomes import BY_ID, OUTCOMES, Outcome
from game.author.sweep.plan import Settings
from game.author.sweep.results import PairResult
from game.author.sweep.tables import values_of

BLACK, VERMILION, GREY, PALE = "#1f1d1a", "#c2371e", "#8b857a", "#d9d4c8"
STYLE: Final[dict[str, Any]] = {
    "svg.hashsalt": "two-ledgers", "svg.fonttype": "path", "text.parse_math": False, "font.family": "DejaVu Sans",
    "font.size": 8.0, "text.color": BLACK, "axes.labelcolor": BLACK, "xtick.color": GREY, "ytick.color": BLACK,
    "xtick.labelcolor": BLACK, "axes.edgecolor": GREY, "axes.linewidth": 0.6, "xtick.major.width": 0.6,
    "axes.titlesize": 8.5, "axes.titleweight": "bold", "axes.titlelocation": "left",
    "axes.formatter.useoffset": False,
}  # fmt: skip
WIDTH: Final = 8.6
"""Inches."""
CARDS_SHOWN: Final = 12
"""Cards whose change is drawn, those with the greatest."""
SEASONS_LABELLED: Final = 20


def outcomes_picture(settings: Settings, runs: Runs) -> str:
    """Each outcome's spread by policy: the middle half thick, nine campaigns in ten thin, the median a mark."""
    shown = [outcome for outcome in OUTCOMES if outcome.id not in ("output_true", "output_filed")]
    with matplotlib.rc_context(STYLE):
        across, policies = 3, [spec.name for spec in settings.policies]
        down = -(-len(shown) // across)
        figure = Figure(figsize=(WIDTH, down * (0.62 + 0.17 * len(policies))), layout="constrained")
        axes = figure.subplots(down, across, squeeze=False, sharey=True)
        for place, outcome in enumerate(shown):
            _strips(axes[place // across][place % across], settings, runs, outcome)
        for empty in range(len(shown), down * across):
            axes[empty // across][empty % across].set_axis_off()
        axes[0][0].set_yticks(range(len(policies)), policies)
        axes[0][0].invert_yaxis()
        return _svg(figure)


def _strips(axes: Any, settings: Settings, runs: Runs, outcome: Outcome) -> None:
    by_policy = [values_of(settings, runs, spec.name, outcome.id) for spec in settings.policies]
    most = max(abs(value) for values in by_policy for value in values)
    scale, unit = scaled(most, outcome.unit)
    for row, values in enumerate(by_policy):
        _strip(axes, row, [value / scale for value in values], BLACK)
    axes.set_title(outcome.title)
    axes.set_xlabel(unit, fontsize=7, color=GREY)
    _bare(axes)
    if not most:
        axes.set_xlim(0.0, 1.0)


def scaled(most: float, unit: str) -> tuple[float, str]:
    """What to divide by so that an axis can be read, and the unit then."""
    if most >= 2e6:
        return 1e6, f"million {unit}"
    return (1e3, f"thousand {unit}") if most >= 2e4 else (1.0, unit)


def _strip(axes: Any, row: float, values: Sequence[float], ink: str) -> None:
    _, low, quarter, middle, three, high, _ = spread(values)
    axes.plot([low, high], [row, row], color=ink, linewidth=0.8, solid_capstyle="butt")
    axes.plot([quarter, three], [row, row], color=ink, linewidth=3.4, solid_capstyle="butt", alpha=0.55)
    axes.plot([middle], [row], marker="|", markersize=8, markeredgewidth=1.8, color=ink)


def _bare(axes: Any) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.locator_params(axis="x", nbins=4)
    axes.margins(y=0.12)


def ledgers_picture(settings: Settings, runs: Runs) -> str:
    """The harvests of the whole campaign in both ledgers, by policy."""
    with matplotlib.rc_context(STYLE):
        policies = [spec.name for spec in settings.policies]
        figure = Figure(figsize=(WIDTH, 0.9 + 0.3 * len(policies)), layout="constrained")
        axes = figure.subplots()
        for row, name in enumerate(policies):
            for outcome, lift, ink in (("output_true", -0.14, BLACK), ("output_filed", 0.14, VERMILION)):
                millions = [value / 1e6 for value in values_of(settings, runs, name, outcome)]
                _strip(axes, row + lift, millions, ink)
        axes.set_yticks(range(len(policies)), policies)
        axes.invert_yaxis()
        axes.set_xlabel("grain of all harvests, million jin: what there was (black), what was filed (vermilion)")
        _bare(axes)
        return _svg(figure)


def calendar_picture(findings: Sequence[CardFinding]) -> str:
    """When cards come: a dot for each card and season, as large as the share of all campaigns."""
    seasons: dict[str, dict[str, int]] = {}
    titles = {found.card.id: found.card.title for found in findings}
    runs: dict[str, int] = {}
    for found in findings:
        runs[found.card.id] = runs.get(found.card.id, 0) + found.runs
        for season, times in found.seasons.items():
            by_season = seasons.setdefault(found.card.id, {})
            by_season[season] = by_season.get(season, 0) + times
    columns = list(in_order({season: 0 for by_season in seasons.values() for season in by_season}))
    with matplotlib.rc_context(STYLE):
        wide = min(WIDTH, 3.0 + 0.8 * len(columns))
        figure = Figure(figsize=(wide, 0.7 + 0.185 * len(seasons)), layout="constrained")
        axes = figure.subplots()
        for row, (card, by_season) in enumerate(seasons.items()):
            axes.axhline(row, color=PALE, linewidth=0.5, zorder=0)
            for season, times in by_season.items():
                axes.scatter([columns.index(season)], [row], s=62.0 * times / runs[card], color=BLACK, linewidths=0)
        axes.set_yticks(range(len(seasons)), [titles[card] for card in seasons], fontsize=7)
        step = max(1, -(-len(columns) // SEASONS_LABELLED))
        axes.set_xticks(range(0, len(columns), step), columns[::step], fontsize=7, rotation=0 if step == 1 else 30)
        axes.xaxis.tick_top()
        axes.set_xlim(-0.6, len(columns) - 0.4)
        axes.set_ylim(len(seasons) - 0.4, -0.6)
        for side in ("top", "right", "left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.tick_params(length=0)
        return _svg(figure)


def changes_picture(findings: Sequence[CardFinding], outcome: str) -> str:
    """The cards that move an outcome most: every pair a dot, their mean a bar; empty if no card moves it."""
    pairs: dict[str, list[PairResult]] = {}
    titles = {found.card.id: found.card.title for found in findings}
    for found in findings:
        pairs.setdefault(found.card.id, []).extend(found.pairs)
    changes = {card: [pair.given[outcome] - pair.without[outcome] for pair in some] for card, some in pairs.items()}
    means = {card: fsum(some) / len(some) for card, some in changes.items() if some}
    most = sorted((card for card in means if means[card]), key=lambda card: (-abs(means[card]), card))[:CARDS_SHOWN]
    if not most:
        return ""
    return _changes(most, changes, means, titles, BY_ID[outcome])


def _changes(
    most: Sequence[str], changes: Mapping[str, Sequence[float]], means: Mapping[str, float],
    titles: Mapping[str, str], outcome: Outcome,
) -> str:
    ink = VERMILION if outcome.id == "output_filed" else BLACK
    scale, unit = scaled(max(abs(change) for card in most for change in changes[card]), outcome.unit)
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, 0.8 + 0.2 * len(most)), layout="constrained")
        axes = figure.subplots()
        axes.axvline(0.0, color=GREY, linewidth=0.6)
        for row, card in enumerate(most):
            mean, dots = means[card] / scale, [change / scale for change in changes[card]]
            axes.plot([0.0, mean], [row, row], color=ink, linewidth=4.0, alpha=0.4, solid_capstyle="butt")
            axes.scatter(dots, [row] * len(dots), s=7, color=ink, linewidths=0)
        axes.set_yticks(range(len(most)), [f"{titles[card]} ({len(changes[card])})" for card in most], fontsize=7)
        axes.invert_yaxis()
        axes.set_title(f"{outcome.title}: with the card less without it, {unit}")
        _bare(axes)
        return _svg(figure)


def _svg(figure: Figure) -> str:
    """The drawing without what differs from call to call, ready to stand in a page."""
    out = StringIO()
    figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    return text[text.index("<svg") :]
