"""What a sweep is asked to do: its settings, the policies, and the pieces of work that it is cut into."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from game import installed
from game.base.problems import CallError, Problem
from game.campaign.game import stamps
from game.campaign.policies import BUILT_IN, Policy, policy_named
from game.campaign.savefile import PackStamp
from game.campaign.start import checked
from game.ruleset.content import Ruleset
from game.ruleset.policy import PolicyFile
from game.state import Setup

VILLAGES: Final = 600
"""Villages of a sweep, a tenth of the prefecture: shares and figures a head come out alike, ten times as fast."""
PAIRS: Final = 2
"""Campaigns for each card and policy that are run again without the card."""
HORIZON: Final = 4
"""Seasons after which a pair is compared, the one in which the card came included: a year, so with a harvest."""
MOST_SEED: Final = 2**63


@dataclass(frozen=True, slots=True)
class PolicySpec:
    """A policy as it travels to another process: its name, what it starts from, and the file as it was read."""

    name: str
    base: str
    file: PolicyFile | None = field(compare=False)
    digest: str
    """SHA-256 of the file; empty for a built-in one."""

    def policy(self) -> Policy:
        """The policy itself."""
        return Policy(self.name, BUILT_IN[self.base], self.file)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the result of a sweep depends on; how many processes run it is no part of it."""

    scenario: str
    villages: int
    first_seed: int
    runs: int
    pairs: int
    policies: tuple[PolicySpec, ...]
    packs: tuple[PackStamp, ...]
    program: str
    """Version of the program, and the SHA-256 of its source."""
    beside: tuple[str, ...] = ()
    """Where the packs lie that are played beside the shipped one; what they hold is in ``packs``."""

    @property
    def seeds(self) -> range:
        """The seeds that every policy plays."""
        return range(self.first_seed, self.first_seed + self.runs)

    def setup(self, seed: int, rules: Ruleset) -> Setup:
        """The set-up of one campaign, as ``simulate`` has it."""
        return Setup(self.scenario, seed, self.villages, min(rules.backgrounds))

    def spec(self, name: str) -> PolicySpec:
        """The policy of that name."""
        return next(spec for spec in self.policies if spec.name == name)

    def as_json(self) -> dict[str, Any]:
        """What a person may read in ``sweep.json``, and what another call is compared with."""
        return {
            "scenario": self.scenario, "villages": self.villages, "seed": self.first_seed, "runs": self.runs,
            "pairs": self.pairs,
            "policies": [{"name": spec.name, "base": spec.base, "sha256": spec.digest} for spec in self.policies],
            "packs": [asdict(pack) for pack in self.packs], "program": self.program,
        }  # fmt: skip

    @property
    def digest(self) -> str:
        """SHA-256 of the settings, which every result carries."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class RunUnit:
    """One campaign: a policy on a seed."""

    seed: int
    policy: str

    @property
    def key(self) -> tuple[str, ...]:
        """What the journal knows it by."""
        return ("run", self.policy, str(self.seed))


@dataclass(frozen=True, slots=True, order=True)
class PairUnit:
    """One campaign from the season on in which a card came: with it, without it, and answered otherwise."""

    seed: int
    policy: str
    card: str
    others: bool
    """Whether the other answers are tried, too."""

    @property
    def key(self) -> tuple[str, ...]:
        """What the journal knows it by."""
        return ("pair", self.policy, str(self.seed), self.card)


Unit = RunUnit | PairUnit


def settled(
    rules: Ruleset, scenario: str, policies: Sequence[str], runs: int, seed: int, villages: int, pairs: int,
    beside: Sequence[str] = (),
) -> tuple[Settings, list[Problem]]:
    """The settings of a sweep, with warnings about its policy files. Without policies: all that are built in.

    Raises: CallError if the scenario, a policy or a number is not possible.
    """
    if not 0 <= seed <= MOST_SEED - runs:
        raise CallError(f"seeds from {seed} to {seed + runs - 1} are too large; the last must be below 2 to the 63rd")
    checked(rules, Setup(scenario, seed, villages, min(rules.backgrounds)))
    specs: list[PolicySpec] = []
    warnings: list[Problem] = []
    for name in policies or tuple(BUILT_IN):
        spec, more = _spec(name, rules, scenario)
        if spec.name in {other.name for other in specs}:
            raise CallError(f"two policies are called '{spec.name}'; give one another name, as the tables go by names")
        specs.append(spec)
        warnings += more
    known = (tuple(specs), stamps(rules), program(), tuple(beside))
    return Settings(scenario, villages, seed, runs, pairs, *known), warnings


def _spec(name: str, rules: Ruleset, scenario: str) -> tuple[PolicySpec, list[Problem]]:
    policy, warnings = policy_named(name, rules, rules.scenarios[scenario])
    if policy.file is None:
        return PolicySpec(policy.name, policy.name, None, ""), warnings
    digest = hashlib.sha256(repr(policy.file).encode()).hexdigest()
    return PolicySpec(policy.name, policy.file.base, policy.file, digest), warnings


def program() -> str:
    """The version, and a hash over the program's source: results of two programs are never mixed."""
    folder = Path(__file__).parents[2]
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        inside = path.relative_to(folder)
        if inside.parts[0] not in ("ui", "text", "environment"):
            total.update(f"{inside.as_posix()}\0".encode())
            total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{installed.version()} {total.hexdigest()[:16]}"


def run_units(settings: Settings) -> list[RunUnit]:
    """Every campaign, those of a seed together, since they begin alike."""
    return [RunUnit(seed, spec.name) for seed in settings.seeds for spec in settings.policies]
