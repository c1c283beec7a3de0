"""Where the Tab key goes: from part to part; inside a part the arrow keys move."""

from game.ui.widgets.base import Widget


def tab_stops(root: Widget) -> list[Widget]:
    """The stops of the Tab key in reading order: parts that hold something, and single widgets outside parts."""
    found: list[Widget] = []
    _collect(root, found)
    return found


def _collect(widget: Widget, found: list[Widget]) -> None:
    if not widget.visible or not widget.enabled:
        return
    if widget.part and widget.entry() is not None:
        found.append(widget)
        return
    if widget.focusable:
        found.append(widget)
    for child in widget.children:
        _collect(child, found)


def part_of(widget: Widget) -> Widget | None:
    """The outermost part that a widget stands in."""
    parts = [ancestor for ancestor in widget.ancestors() if ancestor.part]
    return parts[-1] if parts else None


def next_stop(root: Widget, current: Widget | None, backwards: bool) -> Widget | None:
    """The widget that gets the focus after Tab (or Shift Tab); at the end it begins again."""
    stops = tab_stops(root)
    if not stops:
        return None
    here = (part_of(current) or current) if current is not None else None
    if here not in stops:
        target = stops[-1] if backwards else stops[0]
    else:
        target = stops[(stops.index(here) + (-1 if backwards else 1)) % len(stops)]
    return target.entry() if target.part else target


def first_focus(root: Widget, key: str) -> Widget | None:
    """The widget with a key, or the first that can have the focus."""
    if key:
        named = root.find(key=key)
        held = named if named is None or named.focusable else named.entry()
        if held is not None:
            return held
    return next_stop(root, None, backwards=False)
