"""What superiors make of a season's file: each office by its line, by what is on file, by what rivals file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.politics.offices import Office, Offices, unit
from game.reporting.indicators import Indicator
from game.reporting.rivals import Third
from game.reporting.sight import Band


@dataclass(frozen=True, slots=True)
class CoveringNote:
    """The page on what the peasants are said to want."""

    text_id: str
    tone: float
    """-1 they want to farm their own land, 0 plain, +1 they want to be organised."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How much a line of the form counts with offices."""

    indicator: Indicator
    weight: float


@dataclass(frozen=True, slots=True)
class ConsequenceRule:
    """When an office answers with what. All conditions must hold."""

    code: str
    """Text id ``consequence.<code>``; campaign turns it into orders."""
    office: str
    reason: str
    """Text id ``because.<reason>``."""
    indicator: Indicator | None
    """The line it looks at; nothing: the judged lines taken together."""
    thirds: tuple[Third, ...]
    """Our place among the rivals on that line."""
    over_target: float
    """Filed over target, minus one, at least this much."""
    under_target: float
    """Target over filed, minus one, at least this much; -1 if it does not matter."""
    line_from: float
    line_to: float
    """The office's line lies between these two."""
    suspicion_from: float
    """The office's suspicion is at least this."""
    amount: float
    unit: str


@dataclass(frozen=True, slots=True)
class ReactionRules:
    """How offices judge a file."""

    judged: tuple[Judged, ...]
    score_limit: float
    """More than this above or below target counts no more, fraction."""
    standing_per_score: float
    """Standing gained at line +1 for a file at the limit (lost below target)."""
    caution_doubt: float
    """Suspicion gained at line -1 for a file at the limit above target."""
    leap_doubt: float
    """Suspicion at line -1 for each 10 % that a line is filed above target beyond the limit; half of it at line 0."""
    known_doubt: float
    """Suspicion for each 10 % filed above the top of an inspected band."""
    third_standing: Mapping[Third, float]
    """Standing by the place among rivals."""
    note_standing: float
    """Standing for a covering note in tune with the line, lost for one out of tune."""
    suspicion_fades: float
    """Share of suspicion that a season takes away, 0-1."""
    consequences: tuple[ConsequenceRule, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an office does; it becomes an order of the next season."""

    code: str
    office: str
    reason: str
    indicator: Indicator | None
    amount: float
    unit: str


def react(
    offices: Offices,
    filed: Mapping[Indicator, float],
    targets: Mapping[Indicator, float],
    last_filed: Mapping[Indicator, float],
    inspected_bands: Mapping[Indicator, Band],
    rank: Mapping[Indicator, Third],
    covering_note: CoveringNote | None,
    rules: ReactionRules,
) -> tuple[Offices, tuple[Consequence, ...]]:
    """Let every office read the file. Only what is on file counts: ``filed``, the bands of inspected lines, the rank.

    Where no target was set, last time's filed figure stands for it.
    """
    over = over_target(filed, targets, last_filed)
    judged = tuple(_read(office, over, filed, inspected_bands, rank, covering_note, rules) for office in offices)
    answers = [answer for office in judged for answer in _answers(office, over, rank, rules)]
    return Offices(judged), tuple(answers)


def over_target(
    filed: Mapping[Indicator, float], targets: Mapping[Indicator, float], last_filed: Mapping[Indicator, float]
) -> dict[Indicator, float]:
    """Filed over what was asked, minus one, for every line that has something to be measured against."""
    asked = {line: targets.get(line, last_filed.get(line, 0.0)) for line in filed}
    return {line: filed[line] / asked[line] - 1.0 for line in filed if asked[line] > 0.0}


def overall(over: Mapping[Indicator, float], rules: ReactionRules) -> float:
    """The judged lines together: the weighted mean of what is filed over target, each within the limit."""
    score, weight = 0.0, 0.0
    for judged in rules.judged:
        if judged.indicator in over:
            score += judged.weight * _limited(over[judged.indicator], rules.score_limit)
            weight += judged.weight
    return score / weight if weight else 0.0


def _read(
    office: Office,
    over: Mapping[Indicator, float],
    filed: Mapping[Indicator, float],
    inspected: Mapping[Indicator, Band],
    rank: Mapping[Indicator, Third],
    note: CoveringNote | None,
    rules: ReactionRules,
) -> Office:
    """One office after reading. Targets and places count with those who press forward; the cautious grow doubtful."""
    score = overall(over, rules) / rules.score_limit
    standing = (rules.standing_per_score * score + _by_rank(rank, rules)) * max(office.line, 0.0)
    standing += rules.note_standing * office.line * (note.tone if note else 0.0)
    suspicion = rules.caution_doubt * max(-office.line, 0.0) * max(score, 0.0)
    suspicion += rules.leap_doubt * 10.0 * _leap(over, rules) * (1.0 - office.line) / 2.0
    suspicion += rules.known_doubt * 10.0 * beyond(filed, inspected)
    return replace(
        office,
        standing=unit(office.standing + standing),
        suspicion=unit(office.suspicion * (1.0 - rules.suspicion_fades) + suspicion),
    )


def _leap(over: Mapping[Indicator, float], rules: ReactionRules) -> float:
    """The furthest that any judged line leaps beyond the limit above its target; no leap counts above one half."""
    leaps = [over[judged.indicator] - rules.score_limit for judged in rules.judged if judged.indicator in over]
    return min(max([0.0, *leaps]), 0.5)


def beyond(filed: Mapping[Indicator, float], inspected: Mapping[Indicator, Band]) -> float:
    """The most that any inspected line is filed above the top of its band, as a fraction of that top (below its foot,
    for what is written small)."""
    return max([0.0, *(band.passed_by(line, filed[line]) for line, band in inspected.items() if line in filed)])


def _by_rank(rank: Mapping[Indicator, Third], rules: ReactionRules) -> float:
    """The judged lines' places together, as standing."""
    value, weight = 0.0, 0.0
    for judged in rules.judged:
        if judged.indicator in rank:
            value += judged.weight * rules.third_standing[rank[judged.indicator]]
            weight += judged.weight
    return value / weight if weight else 0.0


def _answers(
    office: Office, over: Mapping[Indicator, float], rank: Mapping[Indicator, Third], rules: ReactionRules
) -> list[Consequence]:
    return [
        Consequence(rule.code, office.id, rule.reason, rule.indicator, rule.amount, rule.unit)
        for rule in rules.consequences
        if rule.office == office.id and _applies(rule, office, over, rank, rules)
    ]


def _applies(
    rule: ConsequenceRule,
    office: Office,
    over: Mapping[Indicator, float],
    rank: Mapping[Indicator, Third],
    rules: ReactionRules,
) -> bool:
    if not (rule.line_from <= office.line <= rule.line_to and office.suspicion >= rule.suspicion_from):
        return False
    if rule.indicator is not None and rule.indicator not in over:
        return False
    score = overall(over, rules) if rule.indicator is None else over[rule.indicator]
    in_third = _place(rule.indicator, rank, rules) in rule.thirds
    return in_third and score >= rule.over_target and -score >= rule.under_target


def _place(indicator: Indicator | None, rank: Mapping[Indicator, Third], rules: ReactionRules) -> Third:
    """Our place on a line; over all of them, that of the weightiest line that is compared."""
    if indicator is not None:
        return rank.get(indicator, Third.MIDDLE)
    compared = [judged for judged in rules.judged if judged.indicator in rank]
    return rank[max(compared, key=lambda judged: judged.weight).indicator] if compared else Third.MIDDLE


def _limited(value: float, limit: float) -> float:
    return min(max(value, -limit), limit)
