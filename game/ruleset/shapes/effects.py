"""Effects in a file: a list of mappings with one key each, as ``- standing: {with: province, by: 0.06}``."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from game.events import effects
from game.ruleset.shapes.base import (
    AnyOffice,
    Id,
    Indicator,
    Shape,
    Share,
    Text,
    UpperOffice,
    mistake,
    one_of,
    refers,
)

Small = Annotated[float, Field(ge=-0.2, le=0.2)]
OfCounty = Annotated[Id, Field(json_schema_extra=refers("county"))]
Counties = Annotated[
    list[OfCounty], Field(alias="in", min_length=1, description="County ids; omitted: all counties.")
]


class Local(Shape):
    """An effect in some counties, or in all."""

    counties: Counties = Field(default=[], alias="in", validate_default=False)

    @property
    def places(self) -> tuple[str, ...]:
        """The counties as the game uses them."""
        return tuple(self.counties)


class Standing(Shape):
    """Standing with an office, or with the county secretaries."""

    with_: AnyOffice = Field(alias="with")
    by: float = Field(ge=-0.15, le=0.15)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.StandingShift(self.with_, self.by)


class Suspicion(Shape):
    """How closely an office will look at the next figures."""

    at: UpperOffice
    by: Small

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.SuspicionShift(self.at, self.by)


class Trust(Local):
    """Villagers' trust in the Party's word, when the season closes."""

    by: float = Field(ge=-0.1, le=0.1)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.TrustShift(self.by, self.places)


class Fear(Local):
    """Villagers' fear that what they have will be taken, when the season closes."""

    by: float = Field(ge=-0.1, le=0.1)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.FearShift(self.by, self.places)


class Secretary(Shape):
    """How a county's secretary regards the player."""

    of: Id = Field(description="A county id, or all.", json_schema_extra=refers("county"))
    regard: Small

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.RegardShift(self.regard, () if self.of == "all" else (self.of,))


class DossierEntry(Shape):
    """A sentence in the personal file."""

    entry: Text
    tone: effects.Tone
    tags: list[effects.Tag] = Field(default=[])

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.DossierLine(self.entry, self.tone, tuple(self.tags))


class Set(Local):
    """A standing decision, as on the desks."""

    setting: str = Field(description="A standing decision.", json_schema_extra=refers("setting"))
    value: bool | float | str

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Decide(self.setting, self.value, self.places)


class Reserve(Shape):
    """Grain added to the prefecture's reserve, or taken from it (below zero)."""

    jin: float = Field(ge=-10_000_000, le=10_000_000)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.ReserveShift(self.jin)


class Relief(Local):
    """Grain from the reserve to the villages, when the season closes; in all."""

    jin: float = Field(ge=0, le=10_000_000)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Relief(self.jin, self.places)


class Loans(Local):
    """Loans to cooperatives beyond the standing rule, old yuan; in all."""

    yuan: float = Field(ge=0, le=1e10)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Loans(self.yuan, self.places)


class Animals(Local):
    """Draught animals: either head given as prizes, in all, or a share lost."""

    given: float | None = Field(default=None, ge=0, le=10_000)
    lost_share: Share | None = None

    @model_validator(mode="after")
    def _either(self) -> Animals:
        one_of(self, ("given", "lost_share"), "'animals'")
        return self

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        if self.given is not None:
            return effects.AnimalsGiven(self.given, self.places)
        return effects.AnimalsLost(self.lost_share or 0.0, self.places)


class TeamsJoin(Local):
    """Share of households entered in mutual-aid teams; on paper, unless they work."""

    share: Share

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.TeamsJoin(self.share, self.places)


class CoopExit(Local):
    """Share of members who leave cooperatives, where leaving is allowed."""

    share: Share

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.CoopExit(self.share, self.places)


class Found(Local):
    """Cooperatives founded at the close of the season; in all."""

    cooperatives: int = Field(ge=1, le=1000)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Found(self.cooperatives, self.places)


class Sowing(Local):
    """Share of sowing labour lost to meetings and campaigns; only spring feels it."""

    disturbed: Share

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.SowingDisturbed(self.disturbed, self.places)


class Bend(Local):
    """The counties' next figures drift up or down by a share."""

    indicator: Indicator
    by: Small

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Bend(self.indicator, self.by, self.places)


class Look(Shape):
    """A work team looks: what is known narrows at once, and so cannot be taken back."""

    counties: list[OfCounty] = Field(alias="in", min_length=1, description="County ids.")
    at: list[Indicator] = Field(default=[], description="Indicators; omitted: all.")
    teams: int = Field(default=1, ge=1, le=30, description="Team-turns spent looking; costs are given apart.")

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Look(tuple(self.counties), tuple(self.at), self.teams)


class Heard(Shape):
    """The player learns where an office stands."""

    line_of: UpperOffice

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.Heard(self.line_of)


class Targets(Shape):
    """The superior's next target goes up or down by a share."""

    indicator: Indicator
    by: Small

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.TargetShift(self.indicator, self.by)


class TeamTurns(Shape):
    """Team-turns more or fewer next season."""

    next_season: int = Field(ge=-30, le=30)

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.NextTeamTurns(self.next_season)


class FollowUp(Shape):
    """Another card is due so many seasons later, if its own window allows it."""

    card: Id = Field(description="The card that is to come.", json_schema_extra=refers("card"))
    after: int = Field(default=1, ge=0, le=20, description="Seasons later.")

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        return effects.FollowUp(self.card, self.after)


class EffectShape(Shape):
    """One effect: exactly one of these keys."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    standing: Standing | None = None
    suspicion: Suspicion | None = None
    trust: Trust | None = None
    fear: Fear | None = None
    secretary: Secretary | None = None
    dossier: DossierEntry | None = None
    set_: Set | None = Field(default=None, alias="set")
    reserve: Reserve | None = None
    relief: Relief | None = None
    loans: Loans | None = None
    animals: Animals | None = None
    teams_join: TeamsJoin | None = None
    coop_exit: CoopExit | None = None
    found: Found | None = None
    sowing: Sowing | None = None
    bend: Bend | None = None
    look: Look | None = None
    heard: Heard | None = None
    targets: Targets | None = None
    team_turns: TeamTurns | None = None
    flag: Id | None = Field(
        default=None, description="A flag to set; conditions write it with underscores.",
        json_schema_extra=refers("flag"),
    )  # fmt: skip
    clear: Id | None = Field(default=None, description="A flag to clear.", json_schema_extra=refers("flag"))
    follow_up: FollowUp | None = None

    @model_validator(mode="after")
    def _single(self) -> EffectShape:
        if len(self.model_fields_set) != 1:
            raise mistake("one-of", "an effect has exactly one key", "begin each effect with a new hyphen")
        return self

    @property
    def kind(self) -> str:
        """The key that is given, as the file writes it."""
        (name,) = self.model_fields_set
        return name.rstrip("_")

    def effect(self) -> effects.Effect:
        """As the game uses it."""
        if self.flag is not None:
            return effects.SetFlag(self.flag)
        if self.clear is not None:
            return effects.ClearFlag(self.clear)
        (name,) = self.model_fields_set
        plain: effects.Effect = getattr(self, name).effect()
        return plain
