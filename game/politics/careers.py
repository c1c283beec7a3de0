"""Where a career stands at the end of a scenario. Removal never ends play."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.politics.dossier import Dossier, Tone, balance, reading
from game.politics.offices import Offices


class Post(StrEnum):
    """What becomes of the player."""

    IN_POST = "in-post"
    PROMOTED = "promoted"
    SIDE_POST = "side-post"
    LABEL = "label"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class CareerRules:
    """What a career is decided by."""

    office_weight: Mapping[str, float]
    """How much each office's word counts."""
    promoted_from: float
    """Score from which one is promoted; the score is 0-1."""
    side_post_below: float
    label_below: float
    removed_below: float
    dossier_weight: float
    """What one entry of praise or blame adds to the score."""
    dossier_limit: float
    """The file moves the score by no more than this."""


@dataclass(frozen=True, slots=True)
class Career:
    """Where the player stands, and what weighed in it; text ids ``career.<post>``."""

    post: Post
    score: float
    line: float
    """The line of the day by which the file was read, -1 to +1."""
    praise: int
    """Entries that read as praise."""
    blame: int


def career(offices: Offices, dossier: Dossier, rules: CareerRules) -> Career:
    """What superiors decide: their regard, and the file read by the line of the day."""
    line = _weighted({office.id: office.line for office in offices}, rules)
    regard = _weighted({office.id: office.standing for office in offices}, rules)
    file = rules.dossier_weight * balance(dossier, line)
    score = regard + min(max(file, -rules.dossier_limit), rules.dossier_limit)
    readings = [reading(entry, line) for entry in dossier]
    return Career(_post(score, rules), score, line, readings.count(Tone.PRAISE), readings.count(Tone.BLAME))


def _weighted(values: Mapping[str, float], rules: CareerRules) -> float:
    """The mean of what offices hold, by the weight of their word."""
    amount, weight = 0.0, 0.0
    for office, value in values.items():
        amount += value * rules.office_weight.get(office, 0.0)
        weight += rules.office_weight.get(office, 0.0)
    return amount / weight if weight else 0.0


def _post(score: float, rules: CareerRules) -> Post:
    if score >= rules.promoted_from:
        return Post.PROMOTED
    if score < rules.removed_below:
        return Post.REMOVED
    if score < rules.label_below:
        return Post.LABEL
    return Post.SIDE_POST if score < rules.side_post_below else Post.IN_POST
