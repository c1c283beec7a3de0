"""What every scene shares: the rules, the words, the saved games, and the game that is being played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.base.refusal import Refusal
from game.base.texts import Texts
from game.campaign.decisions import Decision
from game.campaign.game import Game, load
from game.campaign.savefile import Save, SaveError
from game.campaign.slots import AUTOSAVE, Slots
from game.ruleset.content import Ruleset
from game.state import Setup
from game.ui import kept
from game.ui.kept import Detail
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.sound import Sound

MakeScene = Callable[["Session"], Scene]


@dataclass(frozen=True, slots=True)
class Routes:
    """Scenes that others open without knowing them: the title, and where the game that is being played goes on."""

    title: MakeScene
    desk: MakeScene


@dataclass
class Session:
    """One sitting at the desk. Scenes read from it and do everything to the game through it."""

    rules: Ruleset
    texts: Texts
    preferences: Preferences
    slots: Slots
    sounds: Sound
    routes: Routes
    content_detail: Detail = "reduced"
    game: Game | None = None
    preferences_file: Path | None = None
    autosave_problem: SaveError | None = None
    """Why the last autosave could not be written; playing goes on."""

    # ---- the game

    @property
    def playing(self) -> Game:
        """The game that is being played.

        Raises: RuntimeError if none is; scenes of the campaign are only opened during one.
        """
        if self.game is None:
            raise RuntimeError("no game is being played")
        return self.game

    @property
    def reduced(self) -> bool:
        """Whether hard content is shown in its reduced form."""
        return self.content_detail == "reduced"

    def begin(self, setup: Setup) -> None:
        """Start a campaign."""
        self.game = Game.begin(self.rules, setup)

    def resume(self, save: Save, name: str) -> None:
        """Go on with a saved game, played again from its decisions; `name` is that of its file.

        Raises: SaveError if it does not play as it was saved.
        """
        self.game = load(self.rules, save, name)

    def do(self, decision: Decision) -> Refusal | None:
        """Carry out a decision and save by itself; a refusal changes nothing."""
        return self._take(self.playing.do(decision))

    def undo(self) -> Refusal | None:
        """Take back the last decision; a refusal changes nothing."""
        return self._take(self.playing.undo())

    def _take(self, outcome: Game | Refusal) -> Refusal | None:
        if isinstance(outcome, Refusal):
            return outcome
        self.game = outcome
        self._autosave()
        return None

    def _autosave(self) -> None:
        try:
            self.keep(AUTOSAVE)
            self.autosave_problem = None
        except SaveError as problem:
            self.autosave_problem = problem

    def keep(self, slot: str) -> None:
        """Write the game into a slot.

        Raises: SaveError if the folder cannot be written.
        """
        self.slots.keep(slot, self.playing.save())

    # ---- the player's preferences

    def set_detail(self, detail: Detail) -> None:
        """Show hard content in full or reduced, from now on."""
        self.content_detail = detail
        self.keep_preferences()

    def keep_preferences(self) -> None:
        """Write the preferences to their file; a folder that cannot be written is no reason to stop playing."""
        if self.preferences_file is not None:
            kept.write(self.preferences_file, kept.Kept(self.preferences, self.content_detail))

    def play(self, sound: str) -> None:
        """Play a sound, if the player wants sounds."""
        self.sounds.enabled = self.preferences.sound
        self.sounds.play(sound)
