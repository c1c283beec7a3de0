"""All rules of reporting in one place, as content/rules/reporting.yaml gives them."""

from __future__ import annotations

from dataclasses import dataclass

from game.reporting.chain import ChainRules, Pull
from game.reporting.filing import FilingRules
from game.reporting.indicators import ReportForm
from game.reporting.memory import MemoryRules
from game.reporting.rivals import RivalRules
from game.reporting.sight import SightRules
from game.reporting.targets import TargetRules
from game.reporting.upward import UpwardRules


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

    def chain(self, neighbours: tuple[tuple[int, ...], ...]) -> ChainRules:
        """The rules of the chain, with who borders on whom."""
        return ChainRules(self.form.indicators, self.pulls, neighbours)
