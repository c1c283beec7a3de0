"""Short sounds by name; silent when switched off or where there is no device. Captions are the scenes' business."""

from pathlib import Path
from typing import Final

import pygame

SUFFIXES: Final = (".ogg", ".wav")


class Sound:
    """Plays what lies in the sounds folder."""

    def __init__(self, folder: Path, enabled: bool = True) -> None:
        self.folder = folder
        self.enabled = enabled
        self._ready: bool | None = None
        self._kept: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, name: str, volume: float = 1.0) -> bool:
        """Play a sound, volume 0-1; returns whether it could be heard."""
        if not self.enabled or not self._open():
            return False
        sound = self._load(name)
        if sound is None:
            return False
        sound.set_volume(volume)
        sound.play()
        return True

    def stop(self) -> None:
        """Stop everything that plays."""
        if self._ready:
            pygame.mixer.stop()

    def _open(self) -> bool:
        if self._ready is None:
            try:
                pygame.mixer.init()
                self._ready = True
            except pygame.error:
                self._ready = False
        return self._ready

    def _load(self, name: str) -> "pygame.mixer.Sound | None":
        if name not in self._kept:
            found = (self.folder / f"{name}{suffix}" for suffix in SUFFIXES)
            path = next((each for each in found if each.is_file()), None)
            self._kept[name] = pygame.mixer.Sound(str(path)) if path else None
        return self._kept[name]
