"""The reports desk: for every line what came in, what is known, what others are said to file, and what goes up."""

from __future__ import annotations

from typing import Final

from game.base.seasons import Season
from game.campaign.game import Game
from game.campaign.pages import Heard, ReportLine, ReportsPage
from game.campaign.scales import round_step, span
from game.reporting.indicators import Indicator, ReportForm, stage_of
from game.reporting.sight import Band
from game.reporting.targets import descend
from game.ruleset.content import Ruleset
from game.state import State
from game.views.known import county_sum, filed_now, known_counties, known_prefecture

LEDGER_LINES: Final = (
    Indicator.COOPERATIVES, Indicator.ORGANISED, Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD,
    Indicator.ANIMALS, Indicator.GRAIN_SOLD, Indicator.STEEL, Indicator.WATERWORKS, Indicator.CANTEENS,
    Indicator.DEATHS,
)  # fmt: skip
"""Every line that a ledger can have, in the order in which pages show them."""


def ledger_lines(form: ReportForm, season: Season) -> tuple[Indicator, ...]:
    """The lines of that season's form, in the order in which pages show them."""
    there = form.lines_in(season)
    return tuple(line for line in LEDGER_LINES if line in there)


def reports_page(game: Game) -> ReportsPage:
    """The reports desk."""
    state, rules = game.state, game.rules
    due = rules.reporting.form.due_in(state.season)
    ordered = [*due, *(line for line in ledger_lines(rules.reporting.form, state.season) if line not in due)]
    asked = rules.scenarios[state.setup.scenario].prompts
    prompts = [p.text for p in asked if p.season == state.season and p.at == "before-filing"]
    return ReportsPage(
        season=state.season,
        lines=tuple(report_line(line, line in due, state, rules) for line in ordered),
        notes=tuple(note.text_id for note in rules.politics.covering_notes),
        note=state.filing.note,
        promises=_promises(state, rules),
        prompt=prompts[0] if prompts else None,
    )


def report_line(line: Indicator, due: bool, state: State, rules: Ruleset) -> ReportLine:
    """One line of the reports desk."""
    counties, known, filed = county_sum(state, line), known_prefecture(state, line, rules.reporting.memory), 0.0
    filed = filed_now(state, line)
    last = state.ledgers.filed_a_year_before(line, state.season) or state.ledgers.last_filed(line)
    rivals = tuple(Heard(said.rival, said.figure) for said in state.hearsay if said.indicator is line)
    target = state.targets.get(line)
    low, high = span([v for v in (counties, known.low, known.high, filed, last, target) if v is not None])
    if rivals:
        low, high = span([low, high, *(rival.figure for rival in rivals)], 0.0)
    return ReportLine(
        indicator=line,
        due=due,
        stage=stage_of(state.season.quarter).value,
        counties=counties,
        known=known,
        inspected=_inspected(line, state, rules),
        last_filed=last,
        target=target,
        asked_below=_descent(line, target, state, rules),
        rivals=rivals,
        filed=filed,
        touched=line in state.filing.figures,
        fixed_by_card=_filed_by_card(line, state, rules),
        honour_from=max((rival.figure for rival in rivals), default=None),
        low=low,
        high=high,
        step=round_step((high - low) / 100.0),
    )


def _descent(
    line: Indicator, target: float | None, state: State, rules: Ruleset
) -> tuple[tuple[str, float], ...]:
    """What every level below asks for, once the target has come down to it."""
    if target is None:
        return ()
    return descend(line, target, state.offices["province"].heard_line or 0.0, rules.reporting.targets).levels


def _inspected(line: Indicator, state: State, rules: Ruleset) -> tuple[tuple[str, Band], ...]:
    """What teams have seen this year, by county."""
    seen = state.sight.was_inspected(state.season)
    if not seen.any():
        return ()
    known = known_counties(state, rules.reporting.memory)
    return tuple(
        (county, Band(float(known.low[line][place]), float(known.high[line][place])))
        for place, county in enumerate(rules.prefecture.county_ids)
        if seen[place]
    )


def _filed_by_card(line: Indicator, state: State, rules: Ruleset) -> bool:
    """Whether the answer to one of this season's papers entered the figure."""
    for card_id in state.on_desk:
        answer = state.deck.answer_to(card_id)
        if answer is not None:
            files = rules.cards[card_id].choice(answer).files
            if files is not None and files.indicator == line.value:
                return True
    return False


def _promises(state: State, rules: Ruleset) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """In winter, what can be promised and what was."""
    if state.season.name != "winter":
        return ()
    made_now = {old.promise.to: old.promise.id for old in state.promises if old.season == state.season}
    return tuple(
        (kind, tuple(p.id for p in rules.politics.promises if p.to == kind), made_now.get(kind, ""))
        for kind in ("up", "down", "private")
    )
