"""The work on a Dask cluster. A worker that is killed loses what was running; the scheduler gives it to another."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import Any, Final

from game.author.sweep.plan import Settings, Unit
from game.author.sweep.pool import Finished
from game.author.sweep.work import done
from game.base.problems import CallError

ADDRESS: Final = re.compile(r"((tcp|tls|ws|wss)://)?[^\s/:]+:[0-9]{1,5}|(tcp|tls)://\[[0-9a-fA-F:]+\]:[0-9]{1,5}")
"""What an address looks like; Dask itself does not say so in a line."""
TIMEOUT_SECONDS: Final = 5.0
"""So long a scheduler has to answer, and its first worker to be there."""


def _hush() -> None:
    """Keep Dask's own log off the terminal: what a person must know is said in a sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class Cluster:
    """The workers of a scheduler.

    Raises: CallError if the address is none, nothing answers there, no worker is there, or Dask is not installed.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        if not ADDRESS.fullmatch(address):
            raise CallError(f"'{address}' is no address of a scheduler; write it as tcp://127.0.0.1:8786")
        try:
            import distributed  # noqa: PLC0415 - an extra
        except ImportError as fault:
            raise CallError('--scheduler needs Dask: python -m pip install "two-ledgers[cluster]"') from fault
        self._dask: Any = distributed
        _hush()
        self._client = self._connected(address)

    def _connected(self, address: str) -> Any:
        try:
            client = self._dask.Client(address, timeout=TIMEOUT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError) as fault:
            raise CallError(
                f"no Dask scheduler answers at '{address}'; start one with `dask scheduler`, and name its address, "
                "such as tcp://127.0.0.1:8786"
            ) from fault
        try:
            client.wait_for_workers(1, timeout=TIMEOUT_SECONDS)
        except (OSError, TimeoutError) as fault:
            client.close()
            raise CallError(f"the scheduler at '{address}' has no workers; start some with `dask worker`") from fault
        return client

    def finish(self, settings: Settings, units: Sequence[Unit]) -> Finished:
        """Each unit with its result, as they are finished.

        Raises: CallError if the scheduler is lost, or workers die again and again.
        """
        digest = settings.digest[:16]
        futures = {
            self._client.submit(done, settings, unit, key="-".join((*unit.key, digest))): unit
            for unit in units
        }
        try:
            for future in self._dask.as_completed(list(futures), loop=self._client.loop):
                unit = futures.pop(future)
                yield unit, future.result()
                future.release()
        except (self._dask.KilledWorker, CancelledError, OSError) as fault:
            raise CallError(
                f"the cluster at '{self._address}' is lost, or its workers are killed again and again; what is done is "
                "kept: call again to go on"
            ) from fault
        except (ImportError, RuntimeError) as fault:
            raise CallError(
                f"the cluster at '{self._address}' cannot load the game ({_first_sentence(fault)}); install the same "
                "two-ledgers for its scheduler and its workers"
            ) from fault

    def close(self) -> None:
        """Leave the cluster as it was found."""
        self._client.close()


def _first_sentence(fault: Exception) -> str:
    return " ".join(str(fault).split()).partition(". ")[0]
