"""How far a sweep is: a bar with an estimate on a terminal, nothing in a pipe; the rate at the end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@dataclass(slots=True)
class Rate:
    """How many campaigns of one kind were played, and in how many seconds."""

    what: str
    campaigns: int = 0
    seconds: float = 0.0
    there: int = 0
    """Pieces of work that were in the folder already."""
    started: float = field(default_factory=time.perf_counter)

    def add(self, campaigns: int) -> None:
        """So many more are played."""
        self.campaigns += campaigns
        self.seconds = time.perf_counter() - self.started

    @property
    def a_second(self) -> float:
        """Campaigns a second; 0 if none was played."""
        return self.campaigns / self.seconds if self.seconds else 0.0

    def __str__(self) -> str:
        before = f"; {self.there:,} were there before" if self.there else ""
        if not self.campaigns:
            return f"{self.what}: nothing was left to play{before}"
        return (
            f"{self.what}: {self.campaigns:,} campaigns in {self.seconds:,.1f} seconds, "
            f"{self.a_second:,.2f} a second{before}"
        )


class Bar:
    """The bar of one stage of the work."""

    def __init__(self, progress: Progress, what: str, total: int, there: int) -> None:
        self._progress = progress
        self._task = progress.add_task(what, total=total, completed=there)

    def step(self) -> None:
        """One more piece of work is done."""
        self._progress.advance(self._task)


@contextmanager
def progress_on(console: Console) -> Iterator[Progress]:
    """Bars with what is done, what there is and how long it will take, gone at the end; unseen in a pipe."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield progress
