"""The page of a sweep: what a historian reads first. One file, nothing to be fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from game.author.sweep.findings import (
    FEWEST_PAIRS,
    CardFinding,
    ChoiceFinding,
    Runs,
    Waiting,
    in_order,
    together,
)
from game.author.sweep.plan import HORIZON, RunUnit, Settings
from game.author.sweep.results import CONDITION, FOLLOW, ROOM
from game.author.sweep.waiting import condition_parts
from game.events.cards import Card
from game.ruleset.content import Ruleset

CHANGES_SHOWN: Final = ("grain_a_head", "draught_animals", "trust", "standing_province", "output_filed")
TEMPLATE: Final = "page.html.j2"


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card under all policies."""

    card: Card
    by_policy: tuple[CardFinding, ...]

    @property
    def came(self) -> int:
        """Campaigns in which it came, of whatever policy."""
        return sum(found.came for found in self.by_policy)

    @property
    def span(self) -> str:
        """The first and the last season in which it came."""
        seasons = list(in_order({season: 0 for found in self.by_policy for season in found.seasons}))
        return "" if not seasons else seasons[0] if len(seasons) == 1 else f"{seasons[0]} to {seasons[-1]}"

    @property
    def pairs(self) -> str:
        """In how many pairs anything differs without it, and of how many."""
        pairs = sum(len(found.pairs) for found in self.by_policy)
        return f"{sum(found.changed_something for found in self.by_policy)} of {pairs}" if pairs else ""


@dataclass(frozen=True, slots=True)
class Silence:
    """A card that never came: for each season of its window what stood in its way."""

    card: Card
    seasons: tuple[tuple[str, str], ...]


def page(
    settings: Settings, rules: Ruleset, runs: Runs, cards: Sequence[CardFinding], choices: Sequence[ChoiceFinding]
) -> str:
    """The page as HTML.

    Raises: ImportError if matplotlib or Jinja is not installed.
    """
    import jinja2  # noqa: PLC0415 - an extra

    from game.author.sweep import pictures  # noqa: PLC0415 - loads matplotlib

    rows = [CardRow(some[0].card, some) for some in _by_card(cards)]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    text: str = environment.get_template(TEMPLATE).render(
        settings=settings, scenario=rules.scenarios[settings.scenario], horizon=HORIZON, fewest=FEWEST_PAIRS,
        policies=[spec.name for spec in settings.policies], campaigns=len(runs),
        careers=_careers(settings, runs, rules),
        outcomes_picture=pictures.outcomes_picture(settings, runs),
        ledgers_picture=pictures.ledgers_picture(settings, runs),
        calendar_picture=pictures.calendar_picture(cards),
        changes=[drawn for outcome in CHANGES_SHOWN if (drawn := pictures.changes_picture(cards, outcome))],
        rows=[row for row in rows if row.came], silences=[_silence(row) for row in rows if not row.came],
        winners=[found for found in choices if found.better_than and _beats_all(found)],
        compared=len({found.card.id for found in choices if found.pairs >= FEWEST_PAIRS}),
        unused=_unused(rows, choices), total=len(rows),
    )  # fmt: skip
    return text


def _by_card(cards: Sequence[CardFinding]) -> list[tuple[CardFinding, ...]]:
    return [tuple(some) for _, some in groupby(cards, key=lambda found: found.card.id)]


def _careers(settings: Settings, runs: Runs, rules: Ruleset) -> dict[str, list[tuple[str, int]]]:
    """By policy: how often a career ended how."""
    careers = {}
    for spec in settings.policies:
        ends = Counter(runs[RunUnit(seed, spec.name)].career for seed in settings.seeds)
        careers[spec.name] = [
            (rules.texts(f"career.{post}.name").rstrip("."), times)
            for post, times in sorted(ends.items(), key=lambda end: (-end[1], end[0]))
        ]
    return careers


def _beats_all(found: ChoiceFinding) -> bool:
    return len(found.better_than) == len(found.card.choices) - 1


def _unused(rows: Sequence[CardRow], choices: Sequence[ChoiceFinding]) -> list[ChoiceFinding]:
    """Answers that no policy gave, of cards that came and ask."""
    came = {row.card.id for row in rows if row.came}
    return [found for found in choices if found.card.id in came and not found.given and found.card.asks]


def _silence(row: CardRow) -> Silence:
    seasons: dict[str, list[Waiting]] = {}
    for found in row.by_policy:
        for season, waiting in found.waiting.items():
            seasons.setdefault(season, []).append(waiting)
    return Silence(
        row.card, tuple((season, told(row.card, together(some))) for season, some in in_order(seasons).items())
    )


def told(card: Card, waiting: Waiting) -> str:
    """What stood in the way in a season, in words: every part of the condition that failed, the most frequent first."""
    clauses = []
    if times := waiting.by_reason.get(CONDITION, 0):
        parts = condition_parts(card.when) if card.when is not None else ()
        failing = sorted(waiting.failed, key=lambda number: (-waiting.failed[number], number))
        named = ", ".join(f"{parts[number].text} ({waiting.failed[number]} times)" for number in failing)
        clauses.append(f"its condition did not hold in {times} of {waiting.seasons} campaigns: {named}")
    if times := waiting.by_reason.get(FOLLOW, 0):
        clauses.append(f"no answer had led to it in {times} of {waiting.seasons} campaigns")
    if times := waiting.by_reason.get(ROOM, 0):
        clauses.append(f"it could have come in {times} of {waiting.seasons} campaigns, and others were drawn")
    return "; ".join(clauses)
