"""Settings: what concerns reading, hearing and the window. Every change shows at once and is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from pygame import Rect

from game.ui.kept import Detail
from game.ui.scene import Refresh, Transition
from game.ui.scenes.offers import Offers, explained
from game.ui.scenes.page import PageScene, Part
from game.ui.session import Session
from game.ui.speech import find_voice
from game.ui.theme import DOCUMENT, TEXT_SCALES, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.tabs import Segments
from game.ui.widgets.text import Paragraph, Space
from game.ui.widgets.toggle import Toggle

DETAILS: Final[tuple[Detail, ...]] = ("reduced", "full")


class SettingsScene(PageScene):
    """The player's preferences, in two panels."""

    def __init__(self, session: Session, voice: Callable[[], object | None] = find_voice) -> None:
        super().__init__(session)
        self.title = self.texts("settings.title")
        self._has_voice = voice() is not None

    def head(self) -> PageHead:
        return PageHead(self.title, han=self.texts("settings.han"), pinyin=self.texts("settings.pinyin"))

    def remark(self) -> str:
        return self.texts("settings.kept")

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        reading = Part(
            "reading", self.texts("settings.reading"), self._reading(), self.texts("settings.reading-han")
        )
        seeing = Part(
            "seeing", self.texts("settings.seeing"), self._seeing(), self.texts("settings.seeing-han")
        )
        return self.panels([reading, seeing], room, theme)

    # ---- reading

    def _reading(self) -> list[Widget]:
        texts = self.texts
        return [
            self.headed(texts("settings.text-size"), self._text_sizes()),
            Paragraph(texts("settings.sample"), DOCUMENT),
            Space(2),
            self.headed(texts("settings.detail"), detail_choice(self.session)),
            Space(2),
            self._speech(),
        ]

    def _text_sizes(self) -> Segments:
        sizes = {
            f"{scale:g}": self.texts("settings.percent", percent=round(scale * 100)) for scale in TEXT_SCALES
        }
        picked = f"{self.session.preferences.text_scale:g}"
        options = [Option(key, label) for key, label in sizes.items()]
        return Segments(options, picked, self._scale, label=self.texts("settings.text-size"), key="text-size")

    def _scale(self, key: str) -> Transition:
        self.session.preferences.text_scale = float(key)
        return Refresh(f"text-size:{key}")

    def _speech(self) -> Widget:
        if self._has_voice:
            return self._switch("speech", "speech")
        absent = Toggle(self.texts("settings.speech"), False, enabled=False, key="speech")
        return explained(absent, self.texts("settings.no-speech"))

    # ---- sound and motion

    def _seeing(self) -> list[Widget]:
        switches = {
            "sound": "sound",
            "captions": "captions",
            "reduced-motion": "reduced_motion",
            "full-screen": "full_screen",
        }
        return [self._switch(name, field) for name, field in switches.items()]

    def _switch(self, name: str, field: str) -> Widget:
        """A switch for one field of the preferences, with a line that says what it does."""
        on = getattr(self.session.preferences, field)
        toggle = Toggle(self.texts(f"settings.{name}"), on, partial(self._set, field), key=name)
        return explained(toggle, self.texts(f"settings.{name}-help"))

    def _set(self, field: str, on: bool) -> Transition:
        setattr(self.session.preferences, field, on)
        return Refresh()


def detail_choice(session: Session) -> Offers:
    """How hard content is shown; asked in the settings and before a new game."""
    options = [
        Option(
            detail,
            session.texts(f"menu.detail.{detail}"),
            description=session.texts(f"menu.detail.{detail}-help"),
        )
        for detail in DETAILS
    ]

    def pick(key: str) -> Transition:
        session.set_detail("full" if key == "full" else "reduced")
        return Refresh()

    return Offers(options, session.content_detail, pick, label=session.texts("settings.detail"), key="detail")
