"""All rules of reporting in one place, as content/rules/reporting.yaml gives them."""

from __future__ import annotations

from dataclasses import dataclass

from game.base.seasons import Season
from game.reporting.chain import ChainRules, Pull
from game.reporting.filing import FilingRules
from game.reporting.indicators import ReportForm
from game.reporting.memory import MemoryRules
from game.reporting.rivals import RivalRules
from game.reporting.sight import SightRules
from game.reporting.targets import TargetRules
from game.reporting.upward import UpwardRules


@dataclass(frozen=True, slots=True)
class RunOnRules:
    """How a campaign is run on past its scenario, to see what became of its figures."""

    years: int
    """Years after the scenario's last season."""
    until: Season
    """Nothing is run on past this season, whatever the scenario."""
    successor: str
    """The built-in policy of whoever sits at the desk then."""


@dataclass(frozen=True, slots=True)
class ReportingRules:
    """What the file content/rules/reporting.yaml holds, section by section."""

    form: ReportForm
    pulls: tuple[Pull, ...]
    memory: MemoryRules
    sight: SightRules
    filing: FilingRules
    targets: TargetRules
    rivals: RivalRules
    upward: UpwardRules
    run_on: RunOnRules

    def chain(self, season: Season, neighbours: tuple[tuple[int, ...], ...]) -> ChainRules:
        """The rules of the chain for the lines of that season's form, with who borders on whom."""
        return ChainRules(self.form.specs_in(season), self.pulls, neighbours)
