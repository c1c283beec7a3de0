"""A scene on the screen: its widgets, which of them has the focus, where the mouse is. Knows no window."""

from collections.abc import Callable
from typing import Final

from pygame import Rect, Surface

from game.ui import focus
from game.ui.keys import Key
from game.ui.scene import Scene
from game.ui.theme import Theme
from game.ui.transition import STAY, Pop, Transition
from game.ui.widgets.base import Mouse, Widget, nearest

ARROWS: Final = ("LEFT", "RIGHT", "UP", "DOWN")


class Stage:
    """Carries keys and mouse to the widgets of one scene and collects what has to be drawn again."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.root = Widget()
        self.focused: Widget | None = None
        self.hovered: Widget | None = None
        self.held: Widget | None = None
        self.damage: Rect | None = None
        self.on_focus: Callable[[Widget], None] | None = None

    # ---- layout and drawing

    def lay_out(self, theme: Theme, size: tuple[int, int], focus_key: str = "") -> None:
        """Build the scene's widgets anew; the focus stays where it was if that is still there."""
        before = self.focused.key if self.focused else ""
        wanted = focus_key or before or self.scene.first_focus
        place = self._focus_index()
        ringed = self.focused.ringed if self.focused else True
        self.root = self.scene.layout(theme, size)
        self.root.on_damage = self._add_damage
        self.hovered = self.held = self.focused = None
        self._restore_focus(self._taker(wanted) or self._taker(before), wanted, place, ringed)
        self.damage = Rect((0, 0), size)

    def _focus_index(self) -> int:
        stops = [widget for widget in self.root.walk() if widget.focusable and widget.enabled]
        return stops.index(self.focused) if self.focused in stops else -1

    def _taker(self, key: str) -> Widget | None:
        """What takes the focus where a key is wanted: the widget of that name, or the first stop inside it."""
        named = self.root.find(key=key) if key else None
        return named if named is None or named.focusable else named.entry()

    def _restore_focus(self, target: Widget | None, key: str, place: int, ringed: bool) -> None:
        if target is None and place >= 0:
            stops = [widget for widget in self.root.walk() if widget.focusable and widget.enabled]
            target = stops[min(place, len(stops) - 1)] if stops else None
        if target is None or not target.focusable:
            target = focus.first_focus(self.root, key)
        if target is not None:
            self.focused = target
            target.focused, target.ringed = True, ringed

    def mend_focus(self) -> None:
        """Where a leaf was turned under the focus, give it to what the scene begins with, or to the leaf."""
        here = self.focused
        if here is None or any(widget is here for widget in self.root.walk()):
            return
        same, first = self.root.find(key=here.key), self.root.find(key=self.scene.first_focus)
        part = focus.part_of(here)
        leaf = part.entry() if part is not None else None
        fitting = (each for each in (same, first, leaf) if each is not None and each.focusable and each.enabled)
        self.focus_on(next(fitting, focus.first_focus(self.root, "")), here.ringed)

    def _add_damage(self, rect: Rect) -> None:
        self.damage = rect if self.damage is None else self.damage.union(rect)

    def draw(self, surface: Surface) -> None:
        """Draw what lies inside the surface's clip."""
        self.root.draw(surface)

    # ---- focus

    def focus_on(self, widget: Widget | None, ringed: bool = True) -> Transition:
        """Give a widget the focus."""
        if widget is None:
            return STAY
        changed = widget is not self.focused
        if self.focused is not None:
            self.focused.focused = False
            self.focused.invalidate()
        self.focused = widget
        widget.focused, widget.ringed = True, ringed
        widget.invalidate()
        if not changed:
            return STAY
        if self.on_focus is not None:
            self.on_focus(widget)
        return widget.on_focus() or STAY

    # ---- keys

    def press(self, key: Key) -> Transition | None:
        """Offer a key to the focused widget and those round it, then the scene, accelerators and the focus."""
        if self.focused is not None and not self.focused.ringed:
            self.focused.ringed = True
            self.focused.invalidate()
        for widget in tuple(self.focused.ancestors()) if self.focused else ():
            answer = widget.on_key(key)
            if answer is not None:
                return answer
        return self.scene.on_key(key) or self._accelerate(key) or self._travel(key) or self._leave(key)

    def _accelerate(self, key: Key) -> Transition | None:
        if not key.plain:
            return None
        for widget in self.root.walk():
            if widget.enabled and widget.accelerator == key.name:
                moved = self.focus_on(widget) if widget.focusable else STAY
                answer = widget.on_accelerator() or STAY
                return answer if answer is not STAY else moved
        return None

    def _travel(self, key: Key) -> Transition | None:
        if key.name == "TAB" and key.plain:
            return self.focus_on(focus.next_stop(self.root, self.focused, key.shift))
        if key.name not in ARROWS or self.focused is None or not key.plain:
            return None
        part = focus.part_of(self.focused)
        if part is not None:
            target = part.neighbour(self.focused, key)
        else:
            target = nearest(self.focused, focus.tab_stops(self.root), key.name)
            target = target.entry() if target is not None and target.part else target
        return self.focus_on(target) if target is not None else None

    def _leave(self, key: Key) -> Transition | None:
        return Pop() if key.name == "ESC" and self.scene.overlay else None

    def type_text(self, text: str) -> Transition | None:
        """Typed text goes to the focused widget if it accepts any."""
        if self.focused is not None and self.focused.accepts_text:
            return self.focused.on_text(text) or STAY
        return None

    # ---- mouse

    def mouse_moved(self, at: tuple[int, int]) -> Transition | None:
        """The mouse is somewhere else."""
        if self.held is not None:
            return self.held.on_mouse(Mouse("drag", at))
        self._hover(self.root.widget_at(at), at)
        return None

    def _hover(self, widget: Widget | None, at: tuple[int, int]) -> None:
        if widget is not self.hovered:
            for other, state in ((self.hovered, False), (widget, True)):
                if other is not None:
                    other.hovered = state
                    other.invalidate()
            self.hovered = widget
        if widget is not None:
            widget.on_mouse(Mouse("hover", at))

    def mouse_pressed(self, at: tuple[int, int]) -> Transition | None:
        """The left button went down."""
        widget = self.root.widget_at(at)
        if widget is None:
            return None
        self.held = widget
        widget.pressed = True
        widget.invalidate()
        moved = self.focus_on(widget, ringed=False) if widget.focusable else STAY
        return widget.on_mouse(Mouse("press", at)) or moved

    def mouse_released(self, at: tuple[int, int]) -> Transition | None:
        """The left button came up."""
        widget, self.held = self.held, None
        if widget is None:
            return None
        widget.pressed = False
        widget.invalidate()
        return widget.on_mouse(Mouse("release", at))

    def wheel(self, at: tuple[int, int], steps: int) -> Transition | None:
        """The wheel turned over something."""
        widget = self.root.widget_at(at)
        for candidate in widget.ancestors() if widget else ():
            answer = candidate.on_mouse(Mouse("wheel", at, steps))
            if answer is not None:
                return answer
        return None

    def ask_why(self, at: tuple[int, int]) -> Transition | None:
        """The right button asks a figure why."""
        widget = self.root.widget_at(at)
        for candidate in widget.ancestors() if widget else ():
            if candidate.why is not None:
                return candidate.why() or STAY
        return None
