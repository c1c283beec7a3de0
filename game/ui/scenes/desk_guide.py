"""The guided first season: a slip of advice beside the thing it speaks of."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.base.texts import Texts
from game.ui.theme import Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.tooltip import Section, Tooltip, beside

ANCHORS: Final[dict[str, str]] = {
    "inbox": "inbox", "card": "inbox", "desks": "folder:organisation", "map": "map", "reports": "folder:reports",
    "close": "close",
}  # fmt: skip
"""Beside which widget of the desk a hint stands, by the last part of its text id."""
WIDTH: Final = 268


def guide_slip(texts: Texts, hint: str, root: Widget, dismiss: Action, theme: Theme) -> Tooltip | None:
    """The slip, laid out near what it speaks of; nothing if that is not on the screen."""
    anchor = root.find(key=ANCHORS.get(hint.rpartition(".")[2], ""))
    if anchor is None:
        return None
    slip = Tooltip(
        texts("desk.guide.title"), han=texts("desk.guide.han"), sections=(Section("", text=texts(hint)),),
        hints=[KeyHint("G", texts("desk.guide.dismiss"), dismiss)], key="guide",
    )  # fmt: skip
    return slip.layout(_place(slip, anchor.rect, root.rect, theme), theme)  # type: ignore[return-value]


def _place(slip: Tooltip, anchor: Rect, window: Rect, theme: Theme) -> Rect:
    """Above what stands at the foot of the desk, else beside it."""
    gap = theme.px(14)
    width = min(slip.width_for(theme) if theme.large else theme.text_px(WIDTH), window.w - 2 * gap)
    height = slip.height_for(width, theme)
    if anchor.top > window.h * 0.7:
        x = max(window.left + gap, min(window.right - gap - width, anchor.centerx - width // 2))
        return Rect(x, anchor.top - gap - height, width, height)
    slip.points_at = anchor if anchor.w < window.w // 2 else None
    return beside(anchor, (width, height), window, gap)
