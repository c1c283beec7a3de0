"""How an answer to "why?" is put into words: causes that add up as they are written, origins, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.base.seasons import Season
from game.campaign.explain import Ink
from game.campaign.game import Game
from game.campaign.pages import Cause, WhyPage
from game.reporting.sight import Band
from game.text.why import based_on
from game.text.words import cause_name, county_name, season_lower
from game.ui.scenes.measures import Measure

if TYPE_CHECKING:
    from game.base.texts import Texts

MINUS: Final = "−"


@dataclass(frozen=True, slots=True)
class Part:
    """A cause or a part, with its amount as it is written: in shown units, rounded so that all of them add up."""

    id: str
    amount: float


def rounded_to_sum(amounts: Sequence[float], total: float, step: float) -> list[float]:
    """Amounts brought to whole steps so that they add up to `total` brought to whole steps.

    What rounding leaves over goes to those that were rounded furthest the other way.
    """
    if not amounts:
        return []
    counts = [round(amount / step) for amount in amounts]
    missing = round(total / step) - sum(counts)
    lost = [amount / step - count for amount, count in zip(amounts, counts, strict=True)]
    direction = 1 if missing > 0 else -1
    order = sorted(range(len(counts)), key=lambda place: -direction * lost[place])
    for number in range(abs(missing)):
        counts[order[number % len(order)]] += direction
    return [round(count * step, 3) for count in counts]


def moved_parts(page: WhyPage) -> tuple[Part, ...]:
    """What moved the figure, as written; what is too small to be written is left out."""
    measure = Measure(page.indicator, page.now)
    if page.before is None or not page.moved:
        return ()
    total = measure.shown(page.now) - measure.shown(page.before)
    return written(page.moved, total, measure)


def made_parts(page: WhyPage) -> tuple[Part, ...]:
    """What the figure is made of, as written."""
    measure = Measure(page.indicator, page.now)
    return written(page.made_of, measure.shown(page.now), measure)


def written(causes: Sequence[Cause], total: float, measure: Measure) -> tuple[Part, ...]:
    """Causes in shown units that add up to a total in shown units."""
    amounts = rounded_to_sum([cause.amount * measure.times for cause in causes], total, measure.step)
    return tuple(Part(cause.id, amount) for cause, amount in zip(causes, amounts, strict=True) if amount)


def largest(parts: Sequence[Part], most: int) -> tuple[Part, ...]:
    """The first so many parts, the others as one."""
    if len(parts) <= most:
        return tuple(parts)
    return (*parts[: most - 1], Part("others", sum(part.amount for part in parts[most - 1 :])))


def cause_words(texts: Texts, cause: str) -> str:
    """A cause, a county or another part of a figure, in words."""
    own = f"why.part.{cause}"
    return texts(own) if texts.has(own) else cause_name(texts, cause)


def change_text(measure: Measure, amount: float) -> str:
    """A change in shown units with its sign."""
    text = measure.write(abs(amount))
    return f"+{text}" if amount > 0 else f"{MINUS}{text}" if amount < 0 else text


def _values(texts: Texts, measure: Measure, values: Mapping[str, str]) -> dict[str, str]:
    """Values of an origin as they are written: figures in their unit, seasons by name."""
    found = dict(values)
    for name in ("low", "high", "amount"):
        if name in found:
            found[name] = measure.text(float(found[name]))
    if "season" in found:
        found["season"] = season_lower(texts, Season.parse(found["season"]))
    return {**found, **based_on(texts, values)}


def filled(texts: Texts, page: WhyPage, text: tuple[str, Mapping[str, str]]) -> str:
    """A sentence of the page with its values."""
    text_id, values = text
    return texts(text_id, **_values(texts, Measure(page.indicator), values)) if values else texts(text_id)


def origins(texts: Texts, page: WhyPage) -> list[str]:
    """Where the figure comes from, a sentence each."""
    return [filled(texts, page, origin) for origin in page.origins]


def where(texts: Texts, page: WhyPage) -> str:
    """The place that the figure speaks of."""
    return texts("prefecture.name") if page.county is None else county_name(texts, page.county)


def figure_text(page: WhyPage) -> str:
    """The figure as it is written in its own ink: a band where it is known."""
    measure = Measure(page.indicator)
    return measure.band(page.band) if page.band is not None else measure.text(page.now)


def season_before(game: Game) -> Season:
    """The season that figures are compared with."""
    return game.state.season.shift(-1)


def ink_tag(ink: Ink) -> str:
    """The inline mark in which a figure of this ink is set."""
    return "b" if ink in ("known", "true") else "r"


def narrower(band: Band, factor: float) -> Band:
    """The band that a work team would leave, about the same middle."""
    half = (band.high - band.low) / 2.0 * factor
    return Band(band.middle - half, band.middle + half)
