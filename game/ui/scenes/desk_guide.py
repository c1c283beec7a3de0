"""The guided first season: a slip of advice beside the thing it speaks of."""

from __future__ import annotations

from typing import Final

from pygame import Rect

from game.base.texts import Texts
from game.ui.scenes.why_parts import NoteCard
from game.ui.theme import Theme
from game.ui.transition import Action
from game.ui.widgets.base import Widget
from game.ui.widgets.button import KeyHint
from game.ui.widgets.tooltip import beside

ANCHORS: Final[dict[str, str]] = {
    "inbox": "inbox", "card": "inbox", "desks": "folder:organisation", "map": "map", "reports": "folder:reports",
    "close": "close",
}  # fmt: skip
"""Beside which widget of the desk a hint stands, by the last part of its text id."""
GUIDE_WIDTH: Final = 268


def guide_slip(
    texts: Texts, hint: str, root: Widget, dismiss: Action, theme: Theme, aside: Rect | None = None
) -> NoteCard | None:
    """The slip, laid out near what it speaks of, or aside where there is room kept for it.

    Nothing if what it speaks of is not on the screen.
    """
    anchor = root.find(key=ANCHORS.get(hint.rpartition(".")[2], ""))
    if anchor is None:
        return None
    seen = KeyHint("G", texts("desk.guide.dismiss"), dismiss)
    slip = NoteCard(texts("desk.guide.title"), texts(hint), [seen], han=texts("desk.guide.han"), key="guide")
    if aside is not None:
        place = Rect(aside.x, aside.y, aside.w, min(aside.h, slip.height_for(aside.w, theme)))
    else:
        place = _place(slip, anchor.rect, root.rect, theme)
    slip.layout(place, theme)
    return slip


def _place(slip: NoteCard, anchor: Rect, window: Rect, theme: Theme) -> Rect:
    """Above what stands at the foot of the desk, else beside it."""
    gap = theme.px(14)
    width = min(theme.text_px(GUIDE_WIDTH), window.w - 2 * gap)
    height = slip.height_for(width, theme)
    if anchor.top > window.h * 0.7:
        x = max(window.left + gap, min(window.right - gap - width, anchor.centerx - width // 2))
        return Rect(x, anchor.top - gap - height, width, height)
    if anchor.w > window.w // 2:
        return Rect(anchor.right - width, anchor.bottom - height, width, height)
    slip.points_at = anchor
    return beside(anchor, (width, height), window, gap)
