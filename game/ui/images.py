"""Pictures by name from the assets folder: paper textures, portraits, vignettes, seals, icons."""

import json
from collections import OrderedDict
from pathlib import Path
from typing import Final

import pygame
from pygame import Surface

FOLDERS: Final = ("images", "icons", "images/portraits", "images/vignettes", "images/seals", "images/papers")
SUFFIXES: Final = (".png", "-48.png")
CACHED: Final = 96
"""Pictures kept at the sizes they were drawn at."""


class Images:
    """Finds, scales and keeps pictures. A picture that is missing is simply not there: callers draw without it."""

    def __init__(self, assets: Path) -> None:
        self.assets = assets
        self._index: dict[str, dict[str, object]] | None = None
        self._originals: dict[str, Surface | None] = {}
        self._scaled: OrderedDict[tuple[str, tuple[int, int]], Surface] = OrderedDict()

    def original(self, name: str) -> Surface | None:
        """The picture as it is in its file, or None."""
        if name not in self._originals:
            path = self._path(name)
            self._originals[name] = _load(path) if path else None
        return self._originals[name]

    def picture(self, name: str, size: tuple[int, int]) -> Surface | None:
        """The picture scaled to fill `size` (physical pixels), cut at its edges where the proportions differ."""
        key = name, size
        if key in self._scaled:
            self._scaled.move_to_end(key)
            return self._scaled[key]
        original = self.original(name)
        if original is None or min(size) <= 0:
            return None
        self._scaled[key] = _cover(original, size)
        if len(self._scaled) > CACHED:
            self._scaled.popitem(last=False)
        return self._scaled[key]

    def alt(self, name: str) -> str:
        """One plain sentence for screen readers, or nothing."""
        return next((str(entry["alt"]) for entry in self._entries(name) if "alt" in entry), "")

    def texture(self, paper: str) -> Surface | None:
        """The tile of a paper: paper, sheet, wall or desk."""
        return self.original(f"paper-{paper}")

    def _entries(self, name: str) -> list[dict[str, object]]:
        """What the index says of a picture under its own name or with its kind before it."""
        kinds = ("", "portrait-", "vignette-", "seal-", "icon-")
        return [self._entry(f"{kind}{name}") for kind in kinds]

    def _entry(self, name: str) -> dict[str, object]:
        if self._index is None:
            self._index = _read_index(self.assets / "index.json")
        return self._index.get(name, {})

    def _path(self, name: str) -> Path | None:
        listed = self._entry(name).get("file")
        places = [self.assets / str(listed)] if listed else []
        places += [self.assets / folder / f"{name}{suffix}" for folder in FOLDERS for suffix in SUFFIXES]
        return next((place for place in places if place.is_file()), None)


def _read_index(path: Path) -> dict[str, dict[str, object]]:
    if not path.is_file():
        return {}
    document = json.loads(path.read_text(encoding="utf-8"))
    return {name: entry for name, entry in document.items() if isinstance(entry, dict)}


def _load(path: Path) -> Surface:
    picture = pygame.image.load(str(path))
    if not pygame.display.get_surface():
        return picture
    return picture.convert_alpha() if picture.get_masks()[3] or picture.get_bitsize() < 24 else picture.convert()


def _cover(picture: Surface, size: tuple[int, int]) -> Surface:
    width, height = picture.get_size()
    factor = max(size[0] / width, size[1] / height)
    cut = pygame.Rect(0, 0, min(width, round(size[0] / factor)), min(height, round(size[1] / factor)))
    cut.center = width // 2, height // 2
    part = picture.subsurface(cut)
    if part.get_bitsize() < 24:
        part = part.convert_alpha() if pygame.display.get_surface() else part.copy()
    return pygame.transform.smoothscale(part, size)
