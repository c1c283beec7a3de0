"""What happens when the program itself fails: a private log on this computer, and a sentence that says where."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from game.base.problems import CallError

Tell = Callable[[Path | None], None]
"""Called with the log that was written, or nothing if even that could not be done."""


class CrashLog:
    """A guard round the program: a fault in it is written down and told, and goes no further.

    Errors of the call (``CallError``) and the wish to stop (``KeyboardInterrupt``, ``SystemExit``) pass through.
    """

    def __init__(self, folder: Path, tell: Tell, now: Callable[[], datetime] = datetime.now) -> None:
        self.folder, self._tell, self._now = folder, tell, now
        self.crashed = False

    def __enter__(self) -> CrashLog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(fault, Exception) or isinstance(fault, CallError):
            return False
        self.crashed = True
        self._tell(self._write(fault))
        return True

    def _write(self, fault: Exception) -> Path | None:
        """The log, readable by its owner only where the system knows owners."""
        now = self._now()
        path = self.folder / f"crash-{now:%Y-%m-%d-%H%M%S}.txt"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(report(fault, now), encoding="utf-8")
        except OSError:
            return None
        return path


def report(fault: Exception, now: datetime) -> str:
    """What is written down: the fault and where it arose; nothing of the player or the game."""
    head = f"{now:%Y-%m-%d %H:%M:%S}\nPython {sys.version}\n{platform.platform()}\n\n"
    return head + "".join(traceback.format_exception(fault))
