"""The player's preferences in a file beside the saved games. A damaged file means defaults, never an error."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from game.ui.preferences import Preferences
from game.ui.theme import TEXT_SCALES

Detail = Literal["full", "reduced"]
"""How hard content is shown."""

FILE: Final = "preferences.json"
LARGEST_BYTES: Final = 10_000


@dataclass
class Kept:
    """What is kept from one sitting to the next."""

    preferences: Preferences = field(default_factory=Preferences)
    content_detail: Detail = "reduced"


def read(path: Path) -> Kept:
    """The preferences in a file; whatever is missing, damaged or of the wrong kind has its default."""
    data = _document(path)
    return Kept(_preferences(data), "full" if data.get("content_detail") == "full" else "reduced")


def _document(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return {}
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _preferences(data: dict[str, Any]) -> Preferences:
    preferences = Preferences()
    for name, default in vars(Preferences()).items():
        value = data.get(name, default)
        fits = value in TEXT_SCALES if name == "text_scale" else type(value) is type(default)
        setattr(preferences, name, value if fits else default)
    return preferences


def write(path: Path, kept: Kept) -> None:
    """Write the file whole; where the folder cannot be written, nothing is kept."""
    data = {**vars(kept.preferences), "content_detail": kept.content_detail}
    fresh = path.with_name(path.name + ".tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)
