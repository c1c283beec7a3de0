"""The widget: a part of the screen with a role, a label and a value, which draws itself and answers keys and mouse."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypedDict

from pygame import Rect, Surface

from game.ui import marks
from game.ui.keys import Key
from game.ui.markup import plain
from game.ui.theme import RING_REACH, Theme
from game.ui.transition import STAY, Action, Transition


class Common(TypedDict, total=False):
    """Keyword arguments that every widget takes."""

    key: str
    description: str
    enabled: bool
    visible: bool
    accelerator: str
    why: Action | None


@dataclass(frozen=True, slots=True)
class Mouse:
    """Something the mouse did: press, drag, release or wheel, at a place in physical pixels."""

    kind: str
    at: tuple[int, int]
    wheel: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A widget as a screen reader is told of it."""

    role: str
    label: str
    value: str
    description: str
    enabled: bool
    focused: bool
    rect: tuple[int, int, int, int]
    children: tuple["Node", ...]

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def spoken(self) -> str:
        """The node as one sentence."""
        return ", ".join(part for part in (self.label, self.value, self.description) if part)


class Widget:
    """A part of the screen. Subclasses say their height for a width, arrange their children and paint themselves.

    `key` names a widget inside its scene, so that the focus can find it again after the scene is laid out anew.
    `part` marks a container that is one stop of the Tab key: inside it the arrow keys move.
    `accelerator` is the name of a key that activates the widget from anywhere in the scene.
    `why` is what the ? key does while the widget has the focus.
    """

    role: ClassVar[str] = "group"
    part: bool = False

    def __init__(
        self,
        label: str = "",
        value: str = "",
        *,
        children: Sequence["Widget"] = (),
        focusable: bool = False,
        key: str = "",
        description: str = "",
        enabled: bool = True,
        visible: bool = True,
        accelerator: str = "",
        why: Action | None = None,
    ) -> None:
        self.label, self.value, self.description = label, value, description
        self.key, self.accelerator, self.why = key, accelerator, why
        self.enabled, self.visible, self.focusable = enabled, visible, focusable
        self.rect = Rect(0, 0, 0, 0)
        self.hovered = self.pressed = self.focused = self.ringed = False
        self.parent: Widget | None = None
        self.on_damage: Callable[[Rect], None] | None = None
        self.children: list[Widget] = []
        self._theme: Theme | None = None
        self.adopt(*children)

    # ---- the tree

    def adopt(self, *children: "Widget") -> None:
        """Add children."""
        for child in children:
            child.parent = self
            self.children.append(child)

    def walk(self) -> Iterator["Widget"]:
        """This widget and all visible ones below it, in reading order."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.walk()

    def ancestors(self) -> Iterator["Widget"]:
        """This widget, its parent, and so on to the root."""
        widget: Widget | None = self
        while widget is not None:
            yield widget
            widget = widget.parent

    def tree(self) -> Node:
        """The widget and what is visible below it, for screen readers and tests."""
        children = tuple(child.tree() for child in self.children if child.visible)
        rect = self.rect.x, self.rect.y, self.rect.w, self.rect.h
        said = plain(self.label), plain(self.value), plain(self.description)
        return Node(self.role, *said, self.enabled, self.focused, rect, children)

    def find(self, role: str = "", label: str = "", key: str = "") -> "Widget | None":
        """The first visible widget that fits all that is given; a label fits if it begins so."""
        for widget in self.walk():
            fits = (not role or widget.role == role) and (not key or widget.key == key)
            if fits and widget.label.startswith(label):
                return widget
        return None

    # ---- layout

    @property
    def theme(self) -> Theme:
        """The theme it was laid out with. Raises: RuntimeError before the first layout."""
        if self._theme is None:
            raise RuntimeError(f"{type(self).__name__} {self.label!r} is used before it was laid out")
        return self._theme

    def height_for(self, width: int, theme: Theme) -> int:
        """The height it needs at a width, physical pixels."""
        return max((child.height_for(width, theme) for child in self.children), default=0)

    def width_for(self, theme: Theme) -> int:
        """The width it would like, physical pixels."""
        return max((child.width_for(theme) for child in self.children), default=0)

    def layout(self, rect: Rect, theme: Theme) -> "Widget":
        """Take a place on the screen and give the children theirs. Returns itself."""
        self.rect, self._theme = Rect(rect), theme
        self.arrange()
        return self

    def arrange(self) -> None:
        """Lay the children out inside `self.rect`; by default each fills it."""
        for child in self.children:
            child.layout(self.rect, self.theme)

    # ---- drawing

    def paint(self, surface: Surface) -> None:
        """Draw this widget alone; children are drawn over it."""

    def draw(self, surface: Surface) -> None:
        """Draw the widget and all below it that touch the surface's clip."""
        if not self.visible or not self.ink_rect().colliderect(surface.get_clip()):
            return
        self.paint(surface)
        for child in self.children:
            child.draw(surface)
        if self.focused and self.ringed:
            self.paint_focus(surface)

    def paint_focus(self, surface: Surface) -> None:
        """Draw the focus ring."""
        marks.focus_ring(surface, self.rect, self.theme)

    def ink_rect(self) -> Rect:
        """Where it may leave ink: its rectangle with room for a ring and a shadow."""
        reach = 2 * (self._theme.px(RING_REACH) if self._theme else RING_REACH)
        return self.rect.inflate(reach, reach)

    def invalidate(self) -> None:
        """Ask to be drawn again."""
        for widget in self.ancestors():
            if widget.on_damage is not None:
                widget.on_damage(self.ink_rect())

    # ---- what the player does

    def takes_mouse(self) -> bool:
        """Whether the mouse can do something here."""
        return self.focusable

    def covers(self, at: tuple[int, int]) -> bool:
        """Whether a point lies on the widget."""
        return self.rect.collidepoint(at)

    def widget_at(self, at: tuple[int, int]) -> "Widget | None":
        """The uppermost enabled widget at a point that the mouse can use."""
        if not self.visible:
            return None
        for child in reversed(self.children):
            found = child.widget_at(at)
            if found is not None:
                return found
        return self if self.enabled and self.takes_mouse() and self.covers(at) else None

    def activate(self) -> Transition | None:
        """Enter, Space or a click. None: it has nothing to do."""
        return None

    def on_accelerator(self) -> Transition | None:
        """Its key was pressed somewhere in the scene; by default it activates."""
        return self.activate() or STAY

    def on_focus(self) -> Transition | None:
        """It has got the focus."""
        return None

    def on_key(self, key: Key) -> Transition | None:
        """A key while it, or something below it, has the focus. None: not wanted."""
        if key.name in ("ENTER", "SPACE") and key.plain and self.focused:
            return self.activate()
        if key.name == "?" and self.why is not None:
            return self.why() or STAY
        return None

    def on_mouse(self, mouse: Mouse) -> Transition | None:
        """The mouse on it. By default a release inside activates."""
        return self.activate() if mouse.kind == "release" and self.covers(mouse.at) else None

    accepts_text: bool = False

    def on_text(self, text: str) -> Transition | None:
        """Typed text, for widgets that accept it."""
        return None

    # ---- focus inside a part

    def stops(self) -> list["Widget"]:
        """The widgets below a part that can have the focus, in order."""
        return [widget for widget in self.walk() if widget.focusable and widget.enabled and widget is not self]

    def entry(self) -> "Widget | None":
        """Where the Tab key enters a part: by default its first stop."""
        return next(iter(self.stops()), None)

    def neighbour(self, current: "Widget", key: Key) -> "Widget | None":
        """Where an arrow key leads inside a part: the nearest stop in that direction."""
        return nearest(current, self.stops(), key.name)


def nearest(current: Widget, stops: Sequence[Widget], direction: str) -> Widget | None:
    """The stop nearest to the current one on the side an arrow points to, or None at the edge."""
    step = {"LEFT": (-1, 0), "RIGHT": (1, 0), "UP": (0, -1), "DOWN": (0, 1)}.get(direction)
    if step is None:
        return None
    here = current.rect.center
    best: tuple[float, Widget] | None = None
    for stop in stops:
        dx, dy = stop.rect.centerx - here[0], stop.rect.centery - here[1]
        along, across = (dx * step[0], dy) if step[0] else (dy * step[1], dx)
        if stop is current or along <= 1:
            continue
        cost = along + 2.2 * abs(across)
        if best is None or cost < best[0]:
            best = cost, stop
    return best[1] if best else None
