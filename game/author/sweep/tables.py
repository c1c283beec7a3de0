"""The tables of a sweep. The same bytes for any number of workers, and after any interruption."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final

from game.author.sweep.findings import (
    QUANTILES,
    CardFinding,
    ChoiceFinding,
    Runs,
    fails_most,
    spread,
    why_not,
)
from game.author.sweep.outcomes import OUTCOMES, Outcomes
from game.author.sweep.plan import RunUnit, Settings
from game.author.sweep.results import CONDITION, FOLLOW, ROOM
from game.author.sweep.waiting import condition_parts
from game.base.files import write_whole
from game.campaign.table import decimal

Cell = str | int | float | None
"""Nothing where there is nothing to say, such as a mean over no pairs."""

CHANGES: Final = tuple((f"d_{outcome.id}", "number") for outcome in OUTCOMES)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns with their kinds (``text``, ``whole`` or ``number``), its rows."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[Cell, ...]]

    def as_csv(self) -> str:
        """CSV with one header line; plain decimals, an empty cell for nothing."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(name for name, _ in self.columns)
        for row in self.rows:
            writer.writerow(written(cell) for cell in row)
        return out.getvalue()


def written(cell: Cell) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    return decimal("", cell) if isinstance(cell, float) else str(cell)


def runs_table(settings: Settings, runs: Runs) -> Table:
    """A row for each campaign, policies in the order of the call."""
    columns = (
        ("policy", "text"), ("seed", "whole"), ("career", "text"),
        *((outcome.id, "whole" if outcome.whole else "number") for outcome in OUTCOMES),
        ("cards", "whole"), ("hash", "text"),
    )  # fmt: skip
    rows = []
    for spec in settings.policies:
        for seed in settings.seeds:
            result = runs[RunUnit(seed, spec.name)]
            figures = (round(result.outcomes[o.id]) if o.whole else result.outcomes[o.id] for o in OUTCOMES)
            rows.append((spec.name, seed, result.career, *figures, len(result.came), result.hash))
    return Table("runs", columns, rows)


def cards_table(findings: Sequence[CardFinding]) -> Table:
    """A row for each card and policy."""
    columns = (
        ("card", "text"), ("title", "text"), ("kind", "text"), ("window_from", "text"), ("window_to", "text"),
        ("policy", "text"), ("runs", "whole"), ("came", "whole"), ("came_share", "number"), ("never_came", "whole"),
        ("first", "text"), ("last", "text"), ("choices", "text"),
        ("waited", "whole"), ("condition_failed", "whole"), ("not_led_to", "whole"), ("others_drawn", "whole"),
        ("fails_most", "text"), ("fails_most_times", "whole"), ("why_not", "text"),
        ("pairs", "whole"), ("pairs_changed", "whole"), *CHANGES,
    )  # fmt: skip
    return Table("cards", columns, [_card_row(finding) for finding in findings])


def _card_row(found: CardFinding) -> tuple[Cell, ...]:
    card, seasons, waited = found.card, list(found.seasons), found.waited
    part, times = fails_most(found)
    return (
        card.id, card.title, card.kind, str(card.window.first), str(card.window.last), found.policy, found.runs,
        found.came, found.came / found.runs, found.runs - found.came, seasons[0] if seasons else "",
        seasons[-1] if seasons else "", choices_in_words(found), waited.seasons,
        *(waited.by_reason.get(reason, 0) for reason in (CONDITION, FOLLOW, ROOM)), part, times, why_not(found),
        len(found.pairs), found.changed_something, *_changes(found.changed),
    )  # fmt: skip


def choices_in_words(found: CardFinding) -> str:
    """Which answer was given how often, in the order of the card."""
    given = [(choice.id, found.choices.get(choice.id, 0)) for choice in found.card.choices]
    return " ".join(f"{choice}:{times}" for choice, times in given if times)


def _changes(changed: Outcomes) -> tuple[Cell, ...]:
    return tuple(changed.get(outcome.id) for outcome in OUTCOMES)


def choices_table(findings: Sequence[ChoiceFinding]) -> Table:
    """A row for each answer, all policies together."""
    columns = (
        ("card", "text"), ("choice", "text"), ("text", "text"), ("on_record", "text"), ("default", "text"),
        ("given", "whole"), ("pairs", "whole"), ("better_than", "text"), ("always_better_than", "text"), *CHANGES,
    )  # fmt: skip
    rows = [
        (
            found.card.id, found.choice, found.card.choice(found.choice).text,
            "yes" if found.card.choice(found.choice).taken else "", "yes" if found.choice == found.card.default else "",
            found.given, found.pairs, " ".join(found.better_than), " ".join(found.always_better_than),
            *_changes(found.changed),
        )
        for found in findings
    ]  # fmt: skip
    return Table("choices", columns, rows)


def conditions_table(findings: Sequence[CardFinding]) -> Table:
    """A row for each card, policy, season of the window in which the card was waited for, and part of its condition."""
    columns = (
        ("card", "text"), ("policy", "text"), ("season", "text"), ("waited", "whole"), ("condition_failed", "whole"),
        ("not_led_to", "whole"), ("others_drawn", "whole"), ("part", "text"), ("part_failed", "whole"),
        ("part_failed_alone", "whole"),
    )  # fmt: skip
    return Table("conditions", columns, [row for found in findings for row in _condition_rows(found)])


def _condition_rows(found: CardFinding) -> list[tuple[Cell, ...]]:
    parts = condition_parts(found.card.when) if found.card.when is not None else ()
    rows: list[tuple[Cell, ...]] = []
    for season, waiting in found.waiting.items():
        head: tuple[Cell, ...] = (
            found.card.id, found.policy, season, waiting.seasons,
            *(waiting.by_reason.get(reason, 0) for reason in (CONDITION, FOLLOW, ROOM)),
        )  # fmt: skip
        told = [(part.text, waiting.failed.get(n, 0), waiting.alone.get(n, 0)) for n, part in enumerate(parts)]
        rows += [(*head, *part) for part in told or [("", 0, 0)]]
    return rows


def spread_table(settings: Settings, runs: Runs) -> Table:
    """A row for each policy and outcome: the quantiles over seeds."""
    names = ("least", "q05", "q25", "median", "q75", "q95", "most")
    columns = (("policy", "text"), ("outcome", "text"), ("runs", "whole"), *((name, "number") for name in names))
    assert len(names) == len(QUANTILES)
    rows: list[tuple[Cell, ...]] = [
        (spec.name, outcome.id, settings.runs, *spread(values_of(settings, runs, spec.name, outcome.id)))
        for spec in settings.policies for outcome in OUTCOMES
    ]  # fmt: skip
    return Table("spread", columns, rows)


def values_of(settings: Settings, runs: Runs, policy: str, outcome: str) -> list[float]:
    """An outcome of every campaign of a policy, by seed."""
    return [runs[RunUnit(seed, policy)].outcomes[outcome] for seed in settings.seeds]


def write_tables(folder: Path, tables: Sequence[Table]) -> bool:
    """Write each table as CSV, and as Parquet where pyarrow is installed; whether it is.

    Raises: OSError.
    """
    for table in tables:
        write_whole(folder / f"{table.name}.csv", table.as_csv().encode())
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        return False
    kinds = {"text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64()}
    for table in tables:
        columns = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
        arrays = {
            name: pyarrow.array(column, kinds[kind])
            for (name, kind), column in zip(table.columns, columns, strict=True)
        }
        written_to = BytesIO()
        parquet.write_table(pyarrow.table(arrays), written_to)
        write_whole(folder / f"{table.name}.parquet", written_to.getvalue())
    return True
