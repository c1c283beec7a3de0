"""What a choice does, one class an effect; the campaign applies them.

``counties`` empty means all counties. Shifts (``by``) are added to a value between 0 and 1 unless said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["praise", "blame", "neutral"]
Tag = Literal[
    "haste", "caution", "inflation", "honesty", "leniency", "force", "care", "loans", "private-economy",
    "disobedience", "obedience",
]  # fmt: skip
SettingValue = float | bool | str
Counties = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingShift:
    """Standing with an office (``province``, ``bureau``, ``centre``) or with the county secretaries (``counties``)."""

    office: str
    by: float


@dataclass(frozen=True, slots=True)
class SuspicionShift:
    """How closely an office will look at the next figures."""

    office: str
    by: float


@dataclass(frozen=True, slots=True)
class TrustShift:
    """Villagers' trust, when the season closes."""

    by: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class FearShift:
    """Villagers' fear, when the season closes."""

    by: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class RegardShift:
    """How county secretaries regard the player; no counties: all of them."""

    by: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A sentence entered in the personal file, with the tone of the day and what a later campaign may read in it."""

    entry: str
    tone: Tone
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Decide:
    """A standing decision set, as on the desks (see game/economy/settings.py)."""

    setting: str
    value: SettingValue
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class ReserveShift:
    """Grain added to (or taken from) the prefecture's reserve, jin."""

    jin: float


@dataclass(frozen=True, slots=True)
class Relief:
    """Grain from the reserve to the villages when the season closes, jin in all."""

    jin: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class Loans:
    """Loans to cooperatives beyond the standing rule, old yuan in all."""

    yuan: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class AnimalsGiven:
    """Draught animals given as prizes, head in all."""

    head: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class AnimalsLost:
    """Share of draught animals sold, eaten or dead because of this."""

    share: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class TeamsJoin:
    """Share of households entered in mutual-aid teams; on paper, unless they work."""

    share: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class CoopExit:
    """Share of cooperative members who leave, where leaving is allowed."""

    share: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Producers' cooperatives founded when the season closes, in all."""

    cooperatives: int
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class SowingDisturbed:
    """Share of sowing labour lost; felt in spring only."""

    share: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class Bend:
    """The counties' next figures of an indicator drift by a share."""

    indicator: str
    by: float
    counties: Counties = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A work team looks: what is known of the counties narrows at once. Reveals, so it cannot be taken back."""

    counties: Counties
    at: tuple[str, ...] = ()
    teams: int = 1


@dataclass(frozen=True, slots=True)
class Heard:
    """The player learns where an office stands."""

    office: str


@dataclass(frozen=True, slots=True)
class TargetShift:
    """The superior's next target for an indicator moves by a share."""

    indicator: str
    by: float


@dataclass(frozen=True, slots=True)
class NextTeamTurns:
    """Team-turns more or fewer next season."""

    by: int


@dataclass(frozen=True, slots=True)
class SetFlag:
    """A flag is set; conditions know it with underscores."""

    flag: str


@dataclass(frozen=True, slots=True)
class ClearFlag:
    """A flag is cleared."""

    flag: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Another card is due so many seasons later, if its own window allows it."""

    card: str
    after: int = 1


Effect = (
    StandingShift | SuspicionShift | TrustShift | FearShift | RegardShift | DossierLine | Decide | ReserveShift
    | Relief | Loans | AnimalsGiven | AnimalsLost | TeamsJoin | CoopExit | Found | SowingDisturbed | Bend | Look
    | Heard | TargetShift | NextTeamTurns | SetFlag | ClearFlag | FollowUp
)  # fmt: skip


def reveals(effect: Effect) -> bool:
    """Whether the effect tells the player something that was not known, so that it cannot be taken back."""
    return isinstance(effect, Look | Heard)
