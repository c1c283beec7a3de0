"""Plain rectangles for laying out: insets, rows, columns, splits. No solver; all in physical pixels."""

from collections.abc import Sequence

from pygame import Rect


def inset(rect: Rect, horizontal: int, vertical: int | None = None) -> Rect:
    """The rectangle without a margin all round."""
    vertical = horizontal if vertical is None else vertical
    return Rect(rect.x + horizontal, rect.y + vertical, max(0, rect.w - 2 * horizontal), max(0, rect.h - 2 * vertical))


def columns(rect: Rect, shares: Sequence[float], gap: int = 0) -> list[Rect]:
    """Side by side, by shares of the width."""
    room, total = rect.w - gap * (len(shares) - 1), sum(shares)
    edges = [round(room * sum(shares[:number]) / total) for number in range(len(shares) + 1)]
    return [Rect(rect.x + edges[n] + n * gap, rect.y, edges[n + 1] - edges[n], rect.h) for n in range(len(shares))]


def rows(rect: Rect, shares: Sequence[float], gap: int = 0) -> list[Rect]:
    """One below another, by shares of the height."""
    room, total = rect.h - gap * (len(shares) - 1), sum(shares)
    edges = [round(room * sum(shares[:number]) / total) for number in range(len(shares) + 1)]
    return [Rect(rect.x, rect.y + edges[n] + n * gap, rect.w, edges[n + 1] - edges[n]) for n in range(len(shares))]


def split_left(rect: Rect, width: int, gap: int = 0) -> tuple[Rect, Rect]:
    """A column of some width at the left, and the rest."""
    width = min(width, rect.w)
    return Rect(rect.x, rect.y, width, rect.h), Rect(rect.x + width + gap, rect.y, max(0, rect.w - width - gap), rect.h)


def split_right(rect: Rect, width: int, gap: int = 0) -> tuple[Rect, Rect]:
    """The rest, and a column of some width at the right."""
    left, right = split_left(rect, max(0, rect.w - width - gap), gap)
    return left, right


def split_top(rect: Rect, height: int, gap: int = 0) -> tuple[Rect, Rect]:
    """A strip of some height at the top, and the rest."""
    height = min(height, rect.h)
    return Rect(rect.x, rect.y, rect.w, height), Rect(
        rect.x, rect.y + height + gap, rect.w, max(0, rect.h - height - gap)
    )


def split_bottom(rect: Rect, height: int, gap: int = 0) -> tuple[Rect, Rect]:
    """The rest, and a strip of some height at the bottom."""
    return split_top(rect, max(0, rect.h - height - gap), gap)


def grid(rect: Rect, across: int, down: int, gap: int = 0) -> list[Rect]:
    """Equal cells, row by row."""
    return [cell for row in rows(rect, [1] * down, gap) for cell in columns(row, [1] * across, gap)]


def lanes(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """For each span (left, right) the first lane in which it touches no other, so that labels never overlap."""
    ends: list[float] = []
    found = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda n: spans[n][0]):
        left, right = spans[number]
        lane = next((index for index, end in enumerate(ends) if end + gap <= left), len(ends))
        if lane == len(ends):
            ends.append(right)
        else:
            ends[lane] = right
        found[number] = lane
    return found


def hung_lanes(spans: Sequence[tuple[float, float]], leaders: Sequence[float], gap: float) -> list[int]:
    """A lane for each note such that no two touch and no leader runs through a note nearer to the line.

    From right to left: a note goes beyond every note that it would touch or whose leader it would cover.
    """
    found = [0] * len(spans)
    done: list[int] = []
    for number in sorted(range(len(spans)), key=lambda n: -leaders[n]):
        left, right = spans[number]
        in_the_way = [
            found[other]
            for other in done
            if left - gap < leaders[other] < right + gap
            or (spans[other][0] < right + gap and left - gap < spans[other][1])
        ]
        found[number] = max(in_the_way, default=-1) + 1
        done.append(number)
    return found
