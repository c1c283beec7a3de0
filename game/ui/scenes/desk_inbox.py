"""The left of the desk: the season, what is left to spend, the papers that have come in, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TYPE_CHECKING

from game.campaign.pages import DeskPage, PaperOnDesk
from game.text.words import season_name
from game.ui.palette import UMBER
from game.ui.scenes.desk_parts import Framed, SeasonHead
from game.ui.scenes.desk_words import counted, paper_date, paper_head, paper_kind, paper_seal, season_han
from game.ui.session import Session
from game.ui.theme import LABEL, SECONDARY
from game.ui.transition import Transition
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.button import KeyHint
from game.ui.widgets.desk import Tally
from game.ui.widgets.inbox import InboxItem
from game.ui.widgets.paged import PagedList
from game.ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from game.base.texts import Texts

OnPaper = Callable[[str], Transition]


def season_head(session: Session, page: DeskPage, hints: list[KeyHint], caption: str = "") -> SeasonHead:
    """The season, and how far the scenario has come; or a sound in words, just after it was heard."""
    texts = session.texts
    turn = caption or texts("season.turn", turn=page.turn, seasons=page.seasons)
    return SeasonHead(season_name(texts, page.season), season_han(texts, page.season), turn, hints)


def tally(texts: Texts, page: DeskPage) -> Tally:
    """Team-turns left, in strokes."""
    left, full = round(page.team_turns), round(max(page.team_turns, page.team_turns_full))
    han, about = texts("desk.tally-han"), texts("desk.tally-help")
    return Tally(texts("desk.tally"), left, full, han=han, description=about, key="team-turns")


def inbox(
    session: Session, page: DeskPage, read: Set[str], on_paper: OnPaper, *, headed: bool = True
) -> Framed:
    """The papers with their heading; below them what is announced and what is said."""
    texts = session.texts
    items: list[Widget] = [
        _item(session, number, paper, paper.card.id in read, on_paper)
        for number, paper in enumerate(page.papers, 1)
    ]
    papers = PagedList(
        items or [Paragraph(texts("desk.inbox.empty"), SECONDARY, UMBER)], 8, page_label=_page_label(texts),
        label=texts("desk.inbox.title"), key="inbox",
    )  # fmt: skip
    head = Heading(texts("desk.inbox.title"), texts("desk.inbox.han"), _note(texts, page), rule=False)
    return Framed(
        texts("desk.inbox.title"), papers, head if headed else None, _heard(texts, page), sheet=False, gap=4
    )


def _page_label(texts: Texts) -> Callable[[int, int], str]:
    return lambda number, pages: texts("desk.page", page=number, pages=pages)


def _note(texts: Texts, page: DeskPage) -> str:
    count, asking = len(page.papers), page.unanswered
    if count < 2:
        return counted(texts, "desk.inbox.note", count)
    if asking:
        return texts("desk.inbox.note", count=count, asking=asking)
    done = all(paper.answered is not None for paper in page.papers if paper.wants_answer)
    return texts("desk.inbox.done" if done and _any_asked(page) else "desk.inbox.quiet", count=count)


def _any_asked(page: DeskPage) -> bool:
    return any(paper.wants_answer for paper in page.papers)


def _heard(texts: Texts, page: DeskPage) -> Widget | None:
    if not page.heard:
        return None
    lines = [
        Paragraph(f"<b>{texts('desk.inbox.heard')}</b> <m>{texts(line)}</m>", LABEL) for line in page.heard
    ]
    return Column(lines, gap=2, label=texts("desk.inbox.heard"))


def _item(session: Session, number: int, paper: PaperOnDesk, read: bool, on_paper: OnPaper) -> InboxItem:
    texts, card = session.texts, paper.card
    han, head = paper_head(session, card)
    date = paper_date(texts, card.paper.date) if card.paper is not None else ""
    kind = paper_kind(card)
    done = paper.answered is not None or (read and not paper.wants_answer)
    state = (
        texts("desk.inbox.answered")
        if paper.answered is not None
        else texts("desk.inbox.read")
        if done
        else ""
    )
    foot = head + (f" · {state}" if state else "")
    wanted = texts("desk.inbox.wanted") if paper.wants_answer and paper.answered is None else ""
    return InboxItem(
        kind, card.title, lambda: on_paper(card.id),
        han=han, sender=date, foot=foot, wanted=wanted, number=None if done else number,
        seal=paper_seal(card) if card.kind == "report" and not done else "", read=done, key=f"paper:{card.id}",
        description=", ".join(part for part in (texts(f"kind.{card.kind}.name"), head, date, state) if part),
    )  # fmt: skip
