"""Who does the work: this process, some processes of this machine, or a Dask cluster. The results are the same."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Final, Protocol

from game.author.sweep.plan import Settings, Unit
from game.author.sweep.results import Result
from game.author.sweep.work import done
from game.base.problems import CallError

TRIES: Final = 3
"""So many times in a row may workers die before anything is finished."""

Finished = Iterator[tuple[Unit, Result]]


class Workers(Protocol):
    """Those who do the work."""

    def finish(self, settings: Settings, units: Sequence[Unit]) -> Finished:
        """Each unit with its result, in the order in which they are finished."""

    def close(self) -> None:
        """Let them go."""


class Here:
    """This process alone."""

    def finish(self, settings: Settings, units: Sequence[Unit]) -> Finished:
        """Each unit with its result, in order."""
        for unit in units:
            yield unit, done(settings, unit)

    def close(self) -> None:
        """Nothing is to be let go."""


class Processes:
    """Processes of this machine. One that is killed loses the campaigns that were running; others do them again."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=settle_in)

    def finish(self, settings: Settings, units: Sequence[Unit]) -> Finished:
        """Each unit with its result, as they are finished.

        Raises: CallError if workers die again and again.
        """
        left, failed = dict.fromkeys(units), 0
        while left:
            try:
                for unit, result in self._some(settings, list(left)):
                    del left[unit]
                    failed = 0
                    yield unit, result
            except BrokenProcessPool as fault:
                failed += 1
                if failed == TRIES:
                    raise CallError(
                        "the working processes are killed again and again, perhaps for want of memory; what is done is "
                        "kept: go on with fewer --workers or --villages"
                    ) from fault
                self.close()
                self._pool = self._fresh()

    def _some(self, settings: Settings, units: Sequence[Unit]) -> Finished:
        futures: dict[Future[Result], Unit] = {self._pool.submit(done, settings, unit): unit for unit in units}
        for future in as_completed(list(futures)):
            yield futures.pop(future), future.result()

    def close(self) -> None:
        """Drop what has not begun, and wait for what has."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def settle_in() -> None:
    """What a working process does first: leave Ctrl-C to its parent, and end when the parent is gone.

    Campaigns make next to no garbage in circles, so it is looked for seldom: some twentieth of the time.
    """
    gc.set_threshold(100_000, 50, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed cannot tell its workers; they would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def hired(workers: int, scheduler: str | None) -> Workers:
    """Those who do the work.

    Raises: CallError if there is no scheduler at the address.
    """
    if scheduler is not None:
        from game.author.sweep.cluster import Cluster  # noqa: PLC0415 - Dask is an extra

        return Cluster(scheduler)
    return Here() if workers == 1 else Processes(workers)
