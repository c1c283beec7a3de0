"""Audits: someone from above looks. What one knew and passed over counts double, ignorance one half."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.base.chance import Chance
from game.base.seasons import Season
from game.politics.dossier import DossierEntry, Tone
from game.politics.offices import Offices
from game.reporting.indicators import WRITTEN_SMALL, Indicator, false_by
from game.reporting.sight import Band


@dataclass(frozen=True, slots=True)
class AuditRules:
    """When audits come and what they count."""

    scheduled: tuple[Season, ...]
    """Seasons in which one comes whatever is thought."""
    chance_at_full: float
    """Chance of one a season at suspicion 1, 0-1; in proportion above the threshold."""
    threshold: float
    """Below this suspicion nobody comes unscheduled, 0-1."""
    lines: tuple[Indicator, ...]
    """What auditors can count in a season."""
    error: float
    """Relative spread of what auditors find."""
    tolerance: float
    """Filed within this share above what they find passes (below it, for what is written small)."""
    known_weight: float
    """How much a figure above an inspected band counts."""
    unknown_weight: float
    """How much one above an uninspected band counts."""
    within_weight: float
    """How much one within the band counts: an honest mistake."""
    standing_per_weight: float
    """Standing lost for each 10 % of excess at weight 1."""
    grave: Mapping[Indicator, float]
    """How many times as much as another line one counts that was falsified; 1 where it is not named."""
    suspicion_after: float
    """Suspicion of the auditing office after an audit that found nothing, as a share of what it was."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line that an audit struck down."""

    indicator: Indicator
    filed: float
    found: float
    """What the figure is set to, in the indicator's unit."""
    weight: float
    excess: float
    """Filed over found, minus one; the share left out, for what is written small."""
    inspected: bool


@dataclass(frozen=True, slots=True)
class AuditOutcome:
    """What an audit left behind; ``findings`` empty if nothing was struck down."""

    office: str
    findings: tuple[Finding, ...]
    offices: Offices
    entries: tuple[DossierEntry, ...]


def auditor(offices: Offices, season: Season, rules: AuditRules, chance: Chance) -> str | None:
    """The office that sends auditors this season, if one does: the most suspicious one, by chance or by schedule."""
    most = max(offices, key=lambda office: office.suspicion)
    if season in rules.scheduled:
        return most.id
    above = max(most.suspicion - rules.threshold, 0.0) / (1.0 - rules.threshold)
    return most.id if chance.one("audit") < above * rules.chance_at_full else None


def audit(
    offices: Offices,
    by: str,
    season: Season,
    filed: Mapping[Indicator, float],
    true: Mapping[Indicator, float],
    bands: Mapping[Indicator, Band],
    inspected: Mapping[Indicator, bool],
    rules: AuditRules,
    chance: Chance,
) -> AuditOutcome:
    """Count what can be counted and compare it with what was filed (``true``: the prefecture's true figures).

    ``bands`` are the player's own, ``inspected`` says whether teams had been out for the line.
    """
    findings = []
    for line in rules.lines:
        said = line in filed if line in WRITTEN_SMALL else filed.get(line, 0.0) > 0.0
        if said and true.get(line, 0.0) > 0.0:
            finding = weigh(
                line, filed[line], _found(line, true[line], rules, chance), bands[line], inspected[line], rules
            )
            findings += [finding] if finding else []
    return AuditOutcome(
        by, tuple(findings), _after(offices, by, findings, rules), tuple(_entry(season, f) for f in findings)
    )


def weigh(
    line: Indicator, filed: float, found: float, band: Band, inspected: bool, rules: AuditRules
) -> Finding | None:
    """How one filed figure stands against what was found; nothing if it passes."""
    excess = float(false_by(line, filed, found))
    if excess <= rules.tolerance:
        return None
    weight = rules.within_weight
    if band.passed_by(line, filed) > 0.0:
        weight = rules.known_weight if inspected else rules.unknown_weight
    return Finding(line, filed, found, weight * rules.grave.get(line, 1.0), excess, inspected)


def _found(line: Indicator, true: float, rules: AuditRules, chance: Chance) -> float:
    return true * (1.0 + rules.error * float(chance.normal(f"audit.{line}", 1)[0]))


def _after(offices: Offices, by: str, findings: list[Finding], rules: AuditRules) -> Offices:
    """Standing with the auditing office falls with the weight of what was found; a clean file calms it."""
    if not findings:
        return offices.shift(by, suspicion=offices[by].suspicion * (rules.suspicion_after - 1.0))
    loss = 0.0
    for finding in findings:
        loss += finding.weight * finding.excess * 10.0 * rules.standing_per_weight
    return offices.shift(by, standing=-loss)


def _entry(season: Season, finding: Finding) -> DossierEntry:
    """Knowing better is deceit; not having looked is bureaucratism."""
    kind = "deceit" if finding.inspected else "bureaucratism"
    return DossierEntry(
        season,
        f"dossier.audit.{kind}",
        Tone.BLAME,
        {"indicator": finding.indicator.value, "filed": finding.filed, "found": finding.found},
        ("audit", kind),
        finding.weight,
    )
