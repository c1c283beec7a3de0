"""The words of screens: their links lead somewhere, and everything that the rules name has a name to be shown by."""

from __future__ import annotations

from collections.abc import Iterator

from game.base.problems import Problem
from game.events.cards import linked
from game.ruleset.known import Known
from game.ruleset.parts import Item, Parts
from game.ruleset.references import Way

OFFICES = ("province", "bureau", "centre")
"""Offices that a campaign cannot do without: who passes figures on, and where lines come from."""


def check_words(parts: Parts, known: Known) -> Iterator[Problem]:
    """Links in texts, names of counties, offices, rivals and villages; the offices that must be there."""
    yield from _links(parts, known)
    # A pack of rules alone has no words at all; where things are named, all of them are.
    if not known.scenarios or "text" in known.uncertain:
        return
    named = {text_id.partition(".")[0] for text_id in parts.text_ids}
    for item, loc, text_id in _needed(parts):
        if text_id not in parts.text_ids and text_id.partition(".")[0] in named:
            message = f"there is no text '{text_id}', by which screens name it"
            yield item.problem(loc, "unknown-text", message, "add it to a file under text/")
    for item, politics in parts.sound("politics"):
        for office in OFFICES:
            if office not in {one.id for one in politics.offices}:
                message = f"there is no office '{office}'"
                yield item.problem(("offices",), "unknown-office", message, f"every game has {', '.join(OFFICES)}")


def _links(parts: Parts, known: Known) -> Iterator[Problem]:
    if "archive" in known.uncertain or not known.ids["archive"]:
        return
    for text in parts.written:
        if parts.texts.get(text.id) == text.words and text.words and "[[" in text.words:
            for word in linked(text.words):
                if word not in known.ids["archive"]:
                    message = f"'{word}' is no entry of the archive"
                    hint = known.hint("archive", word)
                    yield text.document.problem(text.loc, "unknown-entry", message, hint, at=f"[[{word}")


def _needed(parts: Parts) -> Iterator[tuple[Item, Way, str]]:
    """Text ids that are made of the ids of what the rules hold."""
    for item, prefecture in parts.sound("prefecture"):
        for number, county in enumerate(prefecture.counties):
            yield from ((item, ("counties", number), f"county.{county.id}.{part}") for part in ("name", "zh", "pinyin"))
    for item, politics in parts.sound("politics"):
        for number, office in enumerate(politics.offices):
            yield from ((item, ("offices", number), f"office.{office.id}.{part}") for part in ("name", "long", "zh"))
        for number, note in enumerate(politics.covering_notes):
            yield item, ("covering_notes", number), note.text_id
    for item, reporting in parts.sound("reporting"):
        for number, rival in enumerate(reporting.rivals.rivals):
            yield item, ("rivals", "rivals", number), f"rival.{rival.id}.name"
    for item, scenario in parts.sound("scenario"):
        for number, family in enumerate(scenario.families or ()):
            yield item, ("families", number), f"village.{family.village}"
