"""The foot of the desk: five folders, undo, and the one red block that closes the season."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.campaign.desk import FOLDERS
from game.campaign.pages import DeskPage
from game.campaign.pages import Folder as FolderPage
from game.ui.palette import GHOST, PAPER, Colour
from game.ui.scenes.desk_words import counted
from game.ui.session import Session
from game.ui.theme import LABEL, Theme
from game.ui.transition import Action, Transition
from game.ui.widgets.button import Button
from game.ui.widgets.folder import Folder

if TYPE_CHECKING:
    from game.base.texts import Texts

OnFolder = Callable[[str], Transition]
FIRST_KEY: Final = 2
"""F1 is help; the folders begin with F2."""


def folders(
    texts: Texts, page: DeskPage, entered: int, on_folder: OnFolder, *, plain: bool = False
) -> list[Folder]:
    """The five desks; `plain` leaves their characters out where text is very large."""
    return [
        _folder(texts, page, folder, entered, on_folder, plain=plain)
        for folder in sorted(page.folders, key=lambda each: FOLDERS.index(each.id))
    ]


def _folder(
    texts: Texts, page: DeskPage, folder: FolderPage, entered: int, on_folder: OnFolder, *, plain: bool
) -> Folder:
    key = f"F{FIRST_KEY + FOLDERS.index(folder.id)}"
    han = "" if plain else texts(f"folder.{folder.id}.zh")
    return Folder(
        texts(f"folder.{folder.id}.name"), lambda: on_folder(folder.id), han=han,
        status=folder_status(texts, page, folder, entered), keycap=key, flagged=folder.flagged,
        filing=folder.id == "reports", key=f"folder:{folder.id}",
        description=texts("desk.folders.flagged") if folder.flagged else "",
    )  # fmt: skip


def folder_status(texts: Texts, page: DeskPage, folder: FolderPage, entered: int) -> str:
    """What stands below a folder's name."""
    if folder.id == "reports":
        due = len(page.due)
        return (
            texts("desk.folders.entered", count=entered, due=due)
            if entered
            else counted(texts, "desk.folders.due", due)
        )
    if folder.changed:
        return counted(texts, "desk.folders.changed", folder.changed)
    if folder.exceptions:
        return counted(texts, "desk.folders.exceptions", folder.exceptions)
    return texts("desk.folders.as-before")


def undo_words(session: Session, page: DeskPage) -> str:
    """What would be taken back, or why nothing can be."""
    texts = session.texts
    if page.undo is not None:
        return texts(page.undo, **page.undo_values) if page.undo_values else texts(page.undo)
    playing = session.playing
    revealed = len(playing.decisions) > playing.opened_at
    return texts("desk.undo.revealed" if revealed else "desk.undo.nothing")


class DarkButton(Button):
    """A button on the dark wood; what cannot be done stays readable there."""

    @property
    def ink(self) -> Colour:
        return PAPER if self.enabled else GHOST


def undo_button(session: Session, page: DeskPage, action: Action, room: Rect, theme: Theme) -> Button:
    """Takes the last decision back; struck through where it cannot. Long words stand smaller, in one paragraph."""
    title, words, able = session.texts("desk.undo.title"), undo_words(session, page), page.undo is not None
    button = DarkButton(title, action, note=words, on_dark=True, enabled=able, key="undo")
    if button.height_for(room.w, theme) <= room.h:
        return button
    small = session.texts("desk.undo.small", title=title, what=words)
    return DarkButton(small, action, on_dark=True, enabled=able, key="undo", style=LABEL, description=words)


def close_button(session: Session, page: DeskPage, action: Action, *, note: bool = True) -> Button:
    """Closes the season: the only vermilion on the desk that does something. Once all is over it opens the file."""
    texts, ended = session.texts, session.playing.state.ended
    words = texts("desk.close.ended-note") if ended else counted(texts, "desk.close.note", len(page.due))
    return Button(
        texts("desk.close.ended" if ended else "desk.close.title"), action, "filing", note=words if note else "",
        han=texts("desk.close.han") if note else "", key="close", accelerator="C",
    )  # fmt: skip
