"""From the files of packs to checked, plain dataclasses; everything wrong with them, with its place."""

from game.ruleset.content import ArchiveEntry, Background, Pack, Ruleset, Scenario, Work
from game.ruleset.loading import BrokenPackError, check, load, with_base

__all__ = [
    "ArchiveEntry", "Background", "BrokenPackError", "Pack", "Ruleset", "Scenario", "Work", "check", "load",
    "with_base",
]  # fmt: skip
