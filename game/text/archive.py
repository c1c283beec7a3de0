"""The archive in plain text: search a word, read an entry, follow what it points to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, get_args

from game.events.cards import Source, plain
from game.ruleset.content import ArchiveEntry, ArchiveKind, Voice
from game.text.sitting import Sitting
from game.text.talk import as_words
from game.text.words import cited

KINDS: Final[tuple[ArchiveKind, ...]] = get_args(ArchiveKind)
FOUND_AT_MOST: Final = 20


def show_archive(sitting: Sitting) -> None:
    """Search by typing, or look through a kind."""
    talk, texts = sitting.talk, sitting.texts
    while True:
        talk.head("play.archive.title")
        talk.tell("play.archive.how")
        chosen = talk.choose_or_type([texts(f"play.archive.kind.{kind}") for kind in KINDS], as_words, default=0)
        if chosen == 0:
            return
        _show_found(_of_kind(chosen, sitting) if isinstance(chosen, int) else _fitting(chosen, sitting), sitting)


def _of_kind(number: int, sitting: Sitting) -> list[ArchiveEntry]:
    return [entry for entry in sitting.game.rules.archive.values() if entry.kind == KINDS[number - 1]]


def _fitting(words: str, sitting: Sitting) -> list[ArchiveEntry]:
    found = search(sitting.game.rules.archive.values(), words)
    if len(found) > FOUND_AT_MOST:
        sitting.talk.tell("play.archive.many", count=len(found), shown=FOUND_AT_MOST)
    return found[:FOUND_AT_MOST]


def search(entries: Iterable[ArchiveEntry], words: str) -> list[ArchiveEntry]:
    """Entries that fit the words: those so called first, then those that speak of it."""
    wanted = folded(words)
    ranked = [(_rank(entry, wanted), folded(entry.title), entry) for entry in entries]
    return [entry for rank, _, entry in sorted(ranked, key=lambda found: found[:2]) if rank < NO_FIT]


NO_FIT: Final = 3


def _rank(entry: ArchiveEntry, wanted: str) -> int:
    """0 its title begins so, 1 it is called so, 2 it speaks of it, 3 it does not fit."""
    if not wanted:
        return NO_FIT
    if folded(entry.title).startswith(wanted):
        return 0
    if any(wanted in folded(name) for name in (entry.title, entry.pinyin, entry.zh, entry.id)):
        return 1
    return 2 if wanted in folded(entry.text) else NO_FIT


def folded(text: str) -> str:
    """Small letters without tone marks, hyphens and spaces at the ends: ``dàn`` is found as ``dan``."""
    letters = unicodedata.normalize("NFD", plain(text).lower().strip())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "'’-")


def _show_found(entries: list[ArchiveEntry], sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    if not entries:
        talk.tell("play.archive.none")
        return
    while True:
        talk.head("play.archive.found", count=len(entries))
        kinds = [texts(f"play.archive.one.{entry.kind}") for entry in entries]
        lines = [f"{entry.title} ({kind})" for entry, kind in zip(entries, kinds, strict=True)]
        number = talk.choose(lines, default=0)
        if not number:
            return
        open_entry(entries[number - 1], sitting)


def open_entry(entry: ArchiveEntry, sitting: Sitting) -> None:
    """An entry: its text, what is doubtful, where it stands, and what to see besides."""
    archive = sitting.game.rules.archive
    while True:
        _read_out(entry, sitting)
        others = [archive[other] for other in entry.see if other in archive]
        if others:
            sitting.talk.tell("play.archive.see")
        number = sitting.talk.choose([other.title for other in others], default=0)
        if not number:
            return
        entry = others[number - 1]


def _read_out(entry: ArchiveEntry, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    talk.heading(" ".join(word for word in (entry.title, entry.zh, entry.pinyin) if word))
    talk.line(texts(f"mark.{entry.mark}.text"))
    talk.prose(entry.question)
    talk.prose(entry.text)
    if entry.doubt:
        talk.tell("play.archive.doubt", doubt=entry.doubt)
    for voice in entry.voices:
        _voice(voice, sitting)
    if entry.silent:
        talk.tell("play.archive.silent", silent=entry.silent)
    for source in entry.sources:
        talk.line(where(source, sitting))


def where(source: Source, sitting: Sitting) -> str:
    """Where a claim stands, and how far the source bears on this place."""
    texts, works = sitting.texts, sitting.game.rules.sources
    return texts("play.cite.marked", cited=cited(source, works, texts), mark=texts(f"mark.{source.mark}.name"))


def _voice(voice: Voice, sitting: Sitting) -> None:
    """One side of a dispute, and what to ask of it."""
    talk = sitting.talk
    talk.heading(voice.who)
    talk.tell("play.archive.says", says=voice.says)
    talk.tell("play.archive.evidence", evidence=voice.evidence)
    talk.tell("play.archive.asks", asks=voice.asks)
    for source in voice.sources:
        talk.line(where(source, sitting))
