"""``new``: templates written to new files. Nothing that is there is ever written over."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, get_args

from game.author import schemas, templates
from game.author.layout_fixes import modeline, schema_for
from game.author.templates import About, What
from game.base.problems import TO_WRITE, CallError, suggestion
from game.base.seasons import Season
from game.events.cards import Kind
from game.ruleset.content import ArchiveKind
from game.ruleset.ids import ids_of, source_by_page
from game.ruleset.kinds import kind_of, name_meant
from game.ruleset.loading import folders_of, read_over
from game.ruleset.order import layer_of
from game.ruleset.packs import MANIFEST, enclosing
from game.ruleset.shapes.base import KEBAB

FILES: Final[dict[str, str]] = {"card": "deck", "entry": "archive", "scenario": "scenario", "pack": "pack"}
"""Which kind of file each is written to."""
HEAD: Final = (
    f'# Write where "{TO_WRITE}" stands; take away "# " before what you need, and delete the rest. '
    "Then: python main.py check"
)
ANY: Final = (Season.parse("1950-spring"), Season.parse("1950-winter"), "some-deck")
"""First season, last season and deck of an example where no scenario is played."""


def begin(what: What, name: str, kind: str, packs: Sequence[Path], out: Path | None) -> list[Path] | str:
    """The text of a template if there is nowhere to write it; else the files written.

    Raises: CallError if the id or kind cannot be, or the file is there, or in the wrong place.
    """
    below = tuple(manifest for pack in packs if (manifest := layer_of(pack).manifest) is not None)
    checked, source = _checked(name or f"new-{what}"), source_by_page(packs) or "a-book"
    about = About(checked, _kind(what, kind), ids_of(packs), source, below, *_played(packs))
    if what == "pack":
        if out is None:
            raise CallError("a pack is a folder; name one with --out")
        return _pack(about, packs, out)
    text = "\n".join([HEAD, *getattr(templates, what)(about), ""])
    return text if out is None else [_written(out, FILES[what], text)]


def _played(packs: Sequence[Path]) -> tuple[Season, Season, str]:
    """First season, last season and a deck of the shortest scenario of the packs; broken ones are passed over."""
    found = []
    for item in read_over(folders_of(packs)).of("scenario"):
        with suppress(AttributeError, IndexError, KeyError, TypeError, ValueError):
            raw = item.raw
            found.append((Season.parse(raw["from"]), Season.parse(raw["to"]), str(raw["decks"][0])))
    return min(found, key=lambda played: played[1].index - played[0].index, default=ANY)


def _checked(name: str) -> str:
    if not re.fullmatch(KEBAB, name) or len(name) > 60:
        raise CallError(f"'{name}' is no id; an id has small letters, digits and hyphens, as two-numbers")
    return name


def _kind(what: What, kind: str) -> str:
    kinds = {"card": get_args(Kind), "entry": get_args(ArchiveKind)}.get(what, ())
    if kind and not kinds:
        raise CallError(f"a {what} is of no kind; leave out --kind")
    if kind and kind not in kinds:
        raise CallError(f"'{kind}' is no kind of {what}; {suggestion(kind, kinds)}")
    return kind


def _pack(about: About, packs: Sequence[Path], folder: Path) -> list[Path]:
    """A folder with a manifest, a card, an entry, credits and schemas."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CallError(f"{folder} is there and not empty; name a new folder")
    card, entry = (dataclasses.replace(about, id=f"{about.id}-{name}") for name in ("card", "entry"))
    files = {
        MANIFEST: ["# What this pack is. docs/authors/packs.md", *templates.manifest(about)],
        f"decks/{about.deck.split('/')[0]}/{about.id}.deck.yaml": [HEAD, *templates.card(card)],
        f"archive/{about.id}.archive.yaml": [HEAD, *templates.entry(entry)],
    }
    written = []
    for inside, lines in files.items():
        _create(folder / inside, _with_first_line(folder, inside, "\n".join([*lines, ""]), ahead=True))
        written.append(folder / inside)
    _create(folder / "CREDITS.md", "# Credits\n\nWho drew, recorded and wrote what is in this pack, and its licence.\n")
    return [*written, folder / "CREDITS.md", *schemas.write(folder / "schemas", [*packs, folder])]


def _written(out: Path, kind: str, text: str) -> Path:
    """The template in a file of its own, led to its schema if it lies in a pack."""
    folder = enclosing(out)
    if (folder / MANIFEST).is_file():
        inside = out.absolute().relative_to(folder.absolute()).as_posix()
        found = kind_of(inside)
        if found is None or found.name != kind:
            meant = name_meant(inside) or {"deck": "decks/.../NAME.deck.yaml"}.get(kind, f"NAME.{kind}.yaml")
            raise CallError(f"no {kind} file goes to {inside}; name it {meant}")
        text = _with_first_line(folder, inside, text)
    _create(out, text)
    return out


def _with_first_line(folder: Path, inside: str, text: str, *, ahead: bool = False) -> str:
    """The text below the line that leads an editor to the schema; ``ahead``: of schemas that are still to come."""
    schema = schema_for(folder, inside)
    return f"{modeline(schema, folder / inside)}\n{text}" if ahead or schema.is_file() else text


def _create(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises: CallError if it is, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as fault:
        raise CallError(f"{path} is there already, and nothing is written over; name another file") from fault
    except OSError as fault:
        raise CallError(f"{path} cannot be written: {fault.strerror}") from fault
