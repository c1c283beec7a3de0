"""County secretaries: each an agent with his own ambition, honesty, skill and fear. Never shown as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.base.chance import Chance
from game.base.exact import Array


@dataclass(frozen=True, slots=True)
class Secretary:
    """One county's secretary at the beginning of play; traits 0-1."""

    id: str
    person_id: str
    county: str
    ambition: float
    honesty: float
    skill: float
    fear: float
    regard: float
    """How he regards the player."""


@dataclass(frozen=True, slots=True)
class SecretaryRules:
    """What praise and blame do to a secretary, per season, in parts of 1."""

    praise_ambition: float
    praise_regard: float
    praise_calms: float
    """Taken from fear by praise."""
    struck_fear: float
    struck_regard: float
    """Taken from regard when his figure is struck down."""
    copying: float
    """Taken from honesty where a neighbour was praised above the truth."""
    settling: float
    """Share of the way back to his own nature that a season undoes, 0-1."""
    hidden_honesty: float
    """Honesty of the one secretary who will not sign what is not so; who it is changes from run to run."""


@dataclass(frozen=True, slots=True)
class Secretaries:
    """All county secretaries as arrays. Shapes: (C,), 0-1."""

    ids: tuple[str, ...]
    ambition: Array
    honesty: Array
    skill: Array
    fear: Array
    regard: Array
    nature: Mapping[str, Array]
    """Ambition, honesty and fear as they were at the beginning: what time returns to."""


def gather(secretaries: Sequence[Secretary], counties: Sequence[str]) -> Secretaries:
    """The secretaries in the order of the counties.

    Raises: KeyError if a county has none.
    """
    by_county = {secretary.county: secretary for secretary in secretaries}
    ordered = [by_county[county] for county in counties]

    def trait(name: str) -> Array:
        return np.asarray([float(getattr(secretary, name)) for secretary in ordered])

    nature = {name: trait(name) for name in ("ambition", "honesty", "fear")}
    return Secretaries(
        tuple(secretary.id for secretary in ordered),
        nature["ambition"], nature["honesty"], trait("skill"), nature["fear"], trait("regard"), nature,
    )  # fmt: skip


def hide_honest(secretaries: Secretaries, rules: SecretaryRules, chance: Chance) -> Secretaries:
    """One secretary, drawn by the campaign's seed, is more honest than his papers let anyone guess."""
    drawn = int(chance.one("honest-secretary") * len(secretaries.ids))
    there = np.arange(len(secretaries.ids)) == drawn
    honesty = np.where(there, np.maximum(secretaries.honesty, rules.hidden_honesty), secretaries.honesty)
    return replace(secretaries, honesty=honesty, nature={**secretaries.nature, "honesty": honesty})


def after_season(
    secretaries: Secretaries, praised: Array, struck: Array, envy: Array, rules: SecretaryRules
) -> Secretaries:
    """A season on: praise encourages, striking down frightens and sours, a praised neighbour's rate tempts.

    ``praised`` and ``struck`` are 0 or 1; ``envy`` is the highest inflation among praised neighbours, a fraction
    (chain.highest_praised). Shapes: (C,).
    """
    ambition = _back(secretaries, "ambition", rules) + rules.praise_ambition * praised
    honesty = _back(secretaries, "honesty", rules) - rules.copying * np.minimum(envy * 4.0, 1.0)
    fear = _back(secretaries, "fear", rules) + rules.struck_fear * struck - rules.praise_calms * praised
    regard = secretaries.regard + rules.praise_regard * praised - rules.struck_regard * struck
    return replace(
        secretaries,
        ambition=np.clip(ambition, 0.0, 1.0),
        honesty=np.clip(honesty, 0.0, 1.0),
        fear=np.clip(fear, 0.0, 1.0),
        regard=np.clip(regard, 0.0, 1.0),
    )


def _back(secretaries: Secretaries, trait: str, rules: SecretaryRules) -> Array:
    """The trait a little nearer to the man's own nature."""
    now: Array = getattr(secretaries, trait)
    return now + (secretaries.nature[trait] - now) * rules.settling
