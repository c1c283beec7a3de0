"""Directives, documented figures, and the rules that give their grounds, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.author.book.blocks import Block, Heading, Part, Piece, Prose, Row, Span, Style, Table, said
from game.author.book.effects import setting_words
from game.author.book.items import Item, Rule
from game.author.book.making import Desk, cited
from game.author.book.marks import marked
from game.author.book.naming import county_name, office_name, where
from game.events.cards import Source
from game.ruleset.content import Directive, DocumentedFigure
from game.text.words import season_lower

REPORTED: Final = ("reported", "filed")
"""Rungs whose figures stand in vermilion: they are what is said, not what is."""
ASKED: Final = (
    "What superior offices asked of every prefecture, as the desk has it. A directive holds until another speaks of "
    "the same setting. The note says what in it is assumed."
)
HELD_AGAINST: Final = (
    "Figures of the documents that the model is held against. A figure that was reported or filed stands in vermilion, "
    "with its rung. The last columns say how near the model must come, and why; “calibrate” prints what it comes to."
)
GROUNDS: Final = (
    "Numbers by which the model bends figures and moves offices, each with its ground as the rules give it. Where a "
    "page is named it is in the index."
)


def directives_part(desk: Desk) -> Part:
    """What superiors asked, by season."""
    rows = tuple(_directive(item, directive, desk) for item, directive in desk.shelf.holding(Directive))
    opening = Prose(said(ASKED))
    table = Table(("No.", "When, who", "What was asked", "Note", "Where it stands"), (6, 13, 32, 30, 19), rows)
    return Part("Directives", "part-directives", (Heading(said("Directives"), 1, "part-directives"), opening, table))


def _directive(item: Item, directive: Directive, desk: Desk) -> Row:
    texts = desk.texts
    asked: list[Block] = [Prose(said(directive.title, "strong"), "apparatus")]
    asked += [Prose(said(setting_words(key, value)), "consequence") for key, value in directive.settings.items()]
    if directive.counties:
        asked.append(Prose(said(f"Only {where(directive.counties, texts)}"), "consequence"))
    when = (Prose(said(season_lower(texts, directive.season)), "apparatus"),
            Prose(said(office_name(directive.office, texts)), "apparatus"))  # fmt: skip
    note = (Prose(said(directive.note), "apparatus"),)
    return _row(item, when, tuple(asked), note, tuple(_stands(directive.sources, desk, marked(directive.mark))))


def figures_part(desk: Desk) -> Part:
    """What the model is held against."""
    rows = tuple(_figure(item, figure, desk) for item, figure in desk.shelf.holding(DocumentedFigure))
    opening = Prose(said(HELD_AGAINST))
    table = Table(("No.", "Figure", "Place, time, rung", "Documented", "Tolerance and grounds", "Where it stands"),
                  (6, 18, 17, 13, 28, 18), rows)  # fmt: skip
    return Part("Documented figures", "part-figures",
                (Heading(said("Documented figures"), 1, "part-figures"), opening, table))  # fmt: skip


def _figure(item: Item, figure: DocumentedFigure, desk: Desk) -> Row:
    ink: Style = "filed" if figure.rung in REPORTED else "plain"
    number = f"{figure.low:,.10g}" if figure.low == figure.high else f"{figure.low:,.10g} to {figure.high:,.10g}"
    place = (county_name(figure.place, desk.texts), season_lower(desk.texts, figure.season), figure.rung)
    grounds = [Prose(said(f"{figure.tolerance:.0%}. {figure.reason}"), "apparatus")]
    if figure.unmet:
        grounds.append(Prose((Span("Not met: ", "emphasis"), Span(figure.unmet)), "apparatus"))
    return _row(
        item, (Prose(said(figure.title, "strong"), "apparatus"),),
        tuple(Prose(said(word), "apparatus") for word in place),
        (Prose(said(f"{number} {figure.unit}", ink), "apparatus"),), tuple(grounds),
        tuple(_stands(figure.sources, desk)),
    )  # fmt: skip


def rules_part(desk: Desk) -> Part:
    """The numbers of reporting and politics that say what they rest on."""
    pieces: list[Piece] = [Heading(said("Rules and their grounds"), 1, "part-rules"), Prose(said(GROUNDS))]
    by_section: dict[str, list[Row]] = {}
    for item, rule in desk.shelf.holding(Rule):
        by_section.setdefault(item.title, []).append(_rule(item, rule))
    for section, rows in by_section.items():
        pieces.append(Heading(said(section), 2, f"rules-{rows[0].anchor}"))
        pieces.append(Table(("No.", "Rule", "Ground"), (6, 42, 52), tuple(rows)))
    return Part("Rules and their grounds", "part-rules", tuple(pieces))


def _rule(item: Item, rule: Rule) -> Row:
    spans = [part for name, value in rule.says for part in (Span(f"{name.replace('_', ' ')} ", "emphasis"),
                                                           Span(f"{value}; "))]  # fmt: skip
    spans[-1] = Span(spans[-1].text.rstrip("; "))
    return _row(item, (Prose(tuple(spans), "apparatus"),), (Prose(said(rule.ground), "apparatus"),))


def _row(item: Item, *cells: tuple[Block, ...]) -> Row:
    number = (Prose(said(item.label, "strong"), "apparatus"),)
    return Row((number, *cells), "table", item.label, item.anchor)


def _stands(sources: tuple[Source, ...], desk: Desk, mark: str = "") -> Iterator[Block]:
    if mark:
        yield Prose(said(mark), "apparatus")
    for source in sources:
        yield Prose(cited(source, desk), "apparatus")
