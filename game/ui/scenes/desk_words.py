"""How the screens of a season put dates, counties, papers and refusals into words."""

from __future__ import annotations

import re
from typing import Final

from game.base.refusal import Refusal
from game.base.seasons import Season
from game.base.texts import Texts
from game.events.cards import Card
from game.text.words import refusal_words, season_lower, season_name
from game.ui.scene import Push, Transition
from game.ui.scenes.dialog import MessageScene
from game.ui.session import Session
from game.ui.widgets.inbox import PaperKind

__all__ = [
    "counted", "paper_date", "paper_date_han", "paper_head", "paper_kind", "paper_seal", "paragraphs", "refused",
    "season_han", "season_lower", "season_name",
]  # fmt: skip

PAPER_KINDS: Final[dict[str, PaperKind]] = {
    "directive": "directive", "report": "report", "petition": "petition", "news": "news", "crisis": "report",
    "visit": "report", "campaign": "report", "private": "letter",
}  # fmt: skip
"""How a kind of card looks as a paper: a vermilion head is for those who may give orders."""
PARAGRAPHS: Final = re.compile(r"\n+")


def season_han(texts: Texts, season: Season) -> str:
    """The season in characters, the year digit by digit."""
    return texts(
        "desk.han-season", year=_han_year(texts, season.year), season=texts(f"season.{season.name}.zh")
    )


def _han_year(texts: Texts, year: int) -> str:
    digits = texts("desk.han-digits").split()
    return "".join(digits[int(digit)] for digit in str(year))


def _han_number(texts: Texts, number: int) -> str:
    """A day or a month in characters, 1 to 31."""
    digits, ten = texts("desk.han-digits").split(), texts("desk.han-ten")
    tens, ones = divmod(number, 10)
    return (digits[tens] if tens > 1 else "") + (ten if tens else "") + (digits[ones] if ones else "")


def paper_date(texts: Texts, date: str, with_year: bool = False) -> str:
    """``30 March`` from ``1951-03-30``; as it is written if it is no date."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return date
    day, month = int(parts[2]), texts("desk.months").split()[int(parts[1]) - 1]
    return texts("desk.date-year", day=day, month=month, year=parts[0]) if with_year else f"{day} {month}"


def paper_date_han(texts: Texts, date: str) -> str:
    """The date at the foot of a paper, in characters; nothing if the paper has none."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return ""
    month, day = (_han_number(texts, int(part)) for part in parts[1:])
    return texts("desk.han-date", year=_han_year(texts, int(parts[0])), month=month, day=day)


def paper_kind(card: Card) -> PaperKind:
    """How the card looks as a paper."""
    return PAPER_KINDS[card.kind]


def paper_head(session: Session, card: Card) -> tuple[str, str]:
    """Whose paper it is, in characters and in English."""
    if card.paper is not None:
        return card.paper.head, card.paper.head_en
    person = session.rules.people.get(card.speaks)
    return (person.zh, person.name) if person else ("", session.texts(f"kind.{card.kind}.name"))


def paper_seal(card: Card) -> str:
    """The picture of the seal on a paper, or nothing."""
    seal = card.paper.seal if card.paper is not None else "none"
    return "" if seal == "none" else f"seals/{seal}"


def paragraphs(text: str) -> list[str]:
    """A text in its paragraphs."""
    return [part for part in PARAGRAPHS.split(text) if part.strip()]


def counted(texts: Texts, text_id: str, count: int, **values: object) -> str:
    """A text that depends on a number: ``<id>-none``, ``<id>-one`` or ``<id>``."""
    few = {0: "-none", 1: "-one"}.get(count, "")
    chosen = text_id + few if texts.has(text_id + few) else text_id
    return texts(chosen, count=count, **values)


def refused(session: Session, refusal: Refusal) -> Transition:
    """Say over the page why something cannot be done."""
    texts = session.texts
    return Push(MessageScene(texts("desk.refused"), (refusal_words(texts, refusal),), texts("desk.good")))
