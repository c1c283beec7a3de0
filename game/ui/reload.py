"""Content read again while the window is open: a good change is in force at once, a mistake is only told.

No threads: between frames the files' times are looked at, twice a second; when they have come to rest, all is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.base.problems import CallError
from game.campaign.adopting import adopted, goes_on
from game.ruleset.loading import BrokenPackError, load
from game.ruleset.packs import MAX_FILES, YAML
from game.ui.scene import Pop, Push, Refresh, Replace, Scene, Transition
from game.ui.scenes.card import CardScene
from game.ui.scenes.dialog import MessageScene
from game.ui.session import Session
from game.ui.window import Window

EVERY: Final = 0.5
"""Seconds between two looks."""
SHOWN: Final = 4
"""Problems that are told in the message; the rest is counted."""

Stamps = dict[Path, tuple[int, int]]
"""By file: when it was changed (nanoseconds), and its size in bytes."""


class ChangedScene(MessageScene):
    """What is wrong with changed content; the next good change takes it away."""


class Reloader:
    """Watches packs for a window and its session. Call it between frames with the seconds that have passed."""

    def __init__(self, window: Window, session: Session, packs: Sequence[Path]) -> None:
        self._window, self._session, self._packs = window, session, tuple(packs)
        self._waited = 0.0
        self._read = self._settling = stamps(self._packs)

    def __call__(self, seconds: float) -> Transition | None:
        """Look, if it is time; what is to be shown if something has changed."""
        self._waited += seconds
        if self._waited < EVERY:
            return None
        self._waited = 0.0
        now = stamps(self._packs)
        if now == self._read:
            return None
        if now != self._settling:
            self._settling = now
            return None
        self._read = now
        return self._again()

    def _again(self) -> Transition | None:
        try:
            rules = load(self._packs)
        except BrokenPackError as fault:
            return self._say("watch.broken", [str(problem) for problem in fault.problems])
        except CallError as fault:
            return self._say("watch.broken", [str(fault)])
        session = self._session
        if session.game is not None:
            game = goes_on(session.game, rules)
            if game is None:
                return self._say("watch.new-game", [])
            session.game, rules = game, game.rules
        else:
            rules = adopted(rules, session.rules)
        session.rules, session.texts = rules, rules.texts
        return self._in_force()

    def _in_force(self) -> Transition | None:
        """The message of an earlier mistake goes; a card that lies open is laid out anew."""
        fresh = Refresh() if isinstance(self._under_message(), CardScene) else None
        return Pop(fresh) if isinstance(self._window.stage.scene, ChangedScene) else fresh

    def _under_message(self) -> Scene:
        scenes = [stage.scene for stage in self._window.stages if not isinstance(stage.scene, ChangedScene)]
        return scenes[-1]

    def _say(self, text: str, problems: Sequence[str]) -> Transition:
        """Tell it over the page, in the place of what was told before."""
        texts = self._session.texts
        more = len(problems) - SHOWN
        told = [texts(text), *problems[:SHOWN], *([texts("watch.more", count=more)] if more > 0 else [])]
        scene = ChangedScene(texts("watch.title"), tuple(told), texts("watch.close"))
        return Replace(scene) if isinstance(self._window.stage.scene, ChangedScene) else Push(scene)


def stamps(packs: Sequence[Path]) -> Stamps:
    """Times and sizes of everything that is read of some packs; a file that goes away meanwhile is not there."""
    found: Stamps = {}
    for pack in packs:
        for file in _files(pack):
            try:
                known = file.stat()
            except OSError:
                continue
            found[file] = known.st_mtime_ns, known.st_size
            if len(found) > MAX_FILES:
                return found
    return found


def _files(pack: Path) -> Iterator[Path]:
    if pack.is_file():
        yield pack
        return
    for here, folders, names in os.walk(pack):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in names if name.endswith(YAML))
