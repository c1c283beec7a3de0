"""Closing the season: what is asked first, and where it leads."""

from __future__ import annotations

from game.base.refusal import Refusal
from game.campaign.decisions import CloseSeason
from game.campaign.pages import DeskPage
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.desk_words import counted, refused
from game.ui.scenes.dialog import ConfirmScene
from game.ui.scenes.season import SeasonScene
from game.ui.session import Session


def close(session: Session, page: DeskPage, looked_at_reports: bool) -> Transition:
    """Close the season, or ask once if something seems forgotten."""
    doubts = doubts_about(session, page, looked_at_reports)
    if not doubts:
        return closed(session)
    texts = session.texts
    words = (*doubts, texts("desk.close.final"))
    return Push(
        ConfirmScene(
            texts("desk.close.ask-title"), words, texts("desk.close.yes"), texts("desk.close.no"),
            lambda: closed(session), kind="filing", han=texts("desk.close.han"),
        )
    )  # fmt: skip


def doubts_about(session: Session, page: DeskPage, looked_at_reports: bool) -> tuple[str, ...]:
    """What seems forgotten: papers without an answer, and in a guided game reports that were not looked at."""
    texts = session.texts
    doubts = []
    if page.unanswered:
        doubts.append(counted(texts, "desk.close.unanswered", page.unanswered))
    if session.playing.state.setup.guided and not looked_at_reports:
        doubts.append(texts("desk.close.not-looked"))
    return tuple(doubts)


def closed(session: Session) -> Transition:
    """The season is closed; its page is opened instead of the desk."""
    season = session.playing.state.season
    refusal = session.do(CloseSeason())
    if isinstance(refusal, Refusal):
        return refused(session, refusal)
    session.play("gong")
    return Replace(SeasonScene(session, season, sounded=True))
