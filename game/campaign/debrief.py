"""The debriefing: both ledgers, one figure climbing, the choices, another policy, what the documents say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.campaign.explain import why_page
from game.campaign.game import Game
from game.campaign.pages import (
    Cause,
    Comparison,
    DebriefPage,
    Family,
    GrainUse,
    Ladder,
    LadderRung,
    LastRow,
    Moment,
)
from game.campaign.policies import play_out, policy_named
from game.campaign.review import family_entry, point_on, record_of, series_of
from game.economy.measures import CountyTable
from game.politics.careers import career
from game.politics.dossier import reading
from game.politics.promises import due, kept
from game.reporting.chain import RUNGS
from game.reporting.indicators import Indicator, organised_share, prefecture_figure, weights
from game.reporting.ledgers import LedgerSeason
from game.ruleset.content import DocumentedLadder, Ruleset, Scenario
from game.state import State
from game.views.values import values_of

LAST_LINES: Final = (
    Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD, Indicator.ORGANISED, Indicator.COOPERATIVES,
    Indicator.ANIMALS, Indicator.GRAIN_SOLD, Indicator.STEEL, Indicator.WATERWORKS, Indicator.CANTEENS,
    Indicator.DEATHS,
)  # fmt: skip
DISPUTES: Final = "dispute"
COMPARED_WITH: Final = "historical"
JIN_A_DAN: Final = 150.0
"""A dan of millet in these reports, jin (the county's own sheet: 1,485 jin a head against 693 dan)."""


def debrief_page(game: Game) -> DebriefPage:
    """Everything that the debriefing shows; also after a scenario that was broken off."""
    state, rules = game.state, game.rules
    scenario = rules.scenarios[state.setup.scenario]
    judged = state.career or career(state.offices, state.dossier, rules.politics.careers)
    held, count = bands_held(game)
    lines = lines_played(game)
    filed = [line for record in state.records for line in rules.reporting.form.due_in(record.season)]
    touched = sum(
        line in record.filing.figures
        for record in state.records
        for line in rules.reporting.form.due_in(record.season)
    )
    return DebriefPage(
        career=f"career.{judged.post.value}",
        complete=state.ended,
        rows=tuple(_last_row(line, game) for line in lines),
        families=_families(game, scenario),
        grain=_grain(state),
        state_grain=_state_grain(state),
        ladder=worst_ladder(game),
        documented_ladder=_documented(scenario.documented_ladder),
        moments=_moments(game),
        series=tuple(series_of(game, line, None, with_true=True) for line in lines),
        comparison=compare(game, COMPARED_WITH),
        bands_held=held,
        bands_count=count,
        passed_on=len(filed) - touched,
        filed_count=len(filed),
        why={line: why_page(game, line, None, "true") for line in lines},
        dossier=_dossier(game, judged.line),
        promises=_promises(game),
        documents=tuple((point.text, point.sources) for point in scenario.documents),
        disputes=tuple(entry.id for entry in rules.archive.values() if entry.kind == DISPUTES),
        questions=tuple((group.heading, group.items) for group in scenario.questions),
        reflections=_reflections(state),
    )


def lines_played(game: Game) -> tuple[Indicator, ...]:
    """The lines that the form had in any closed season, in the order of the page."""
    there = {line for page in game.state.ledgers.pages for line in page.filed}
    return tuple(line for line in LAST_LINES if line in there)


def _page_of(state: State, line: Indicator) -> LedgerSeason | None:
    """The page on which a line counts: the harvest's for harvest lines, the last one for the others."""
    played = {record.season for record in state.records}
    pages = [page for page in state.ledgers.pages if page.season in played]
    if line in (Indicator.YIELD, Indicator.OUTPUT, Indicator.COOP_YIELD):
        pages = [page for page in pages if page.season.name == "autumn"]
    return pages[-1] if pages else None


def _true(page: LedgerSeason, line: Indicator, state: State) -> float:
    record = record_of(state, page.season)
    table = record.table if record is not None else state.table
    return prefecture_figure(line, page.true[line], weights(table)[line])


def _last_row(line: Indicator, game: Game) -> LastRow:
    page = _page_of(game.state, line)
    if page is None:
        return LastRow(f"last.{line.value}", str(game.state.season), None, None, line)
    filed, true = page.filed.get(line), _true(page, line, game.state)
    return LastRow(f"last.{line.value}", str(page.season), filed, true, line)


def _families(game: Game, scenario: Scenario) -> tuple[Family, ...]:
    """Every family's course, season by season."""
    told = []
    for family in scenario.families:
        entries = [family_entry(game, record, family) for record in game.state.records]
        told.append(Family(family.name, family.village, family.county, tuple(e for e in entries if e is not None)))
    return tuple(told)


GRAIN_USES: Final = (
    ("eaten", "grain_eaten"), ("seed", "grain_seed"), ("feed", "grain_feed"), ("tax", "tax"),
    ("sold", "grain_marketed"), ("procurement", "procurement"), ("spoiled", "grain_spoiled"),
)  # fmt: skip


def _grain(state: State) -> tuple[GrainUse, ...]:
    """Where the grain went that there was in the played seasons, and what is left; jin. The parts are the whole."""
    uses = [
        GrainUse(name, sum(_whole(record.table.prefecture(), field) for record in state.records))
        for name, field in GRAIN_USES
    ]
    kept = GrainUse("kept", _whole(state.table.prefecture(), "grain_stored"))
    return (*(use for use in uses if use.jin > 0.0), kept)


STATE_USES: Final = ("relief", "resold", "towns", "army", "sent_up", "exported")


def _state_grain(state: State) -> tuple[GrainUse, ...]:
    """Where the state's grain of the played seasons went, and what is left of it; jin."""
    uses = [GrainUse(f"state.{name}", sum(getattr(record.grain, name) for record in state.records))
            for name in STATE_USES]
    kept = GrainUse("state.kept", state.reserve_jin + state.stations_jin)
    return (*(use for use in uses if use.jin > 0.0), kept)


def worst_ladder(game: Game) -> Ladder:
    """The player's own figure that grew most on its way: from the villages to the printed page."""
    candidates = [
        (page, line, _true(page, line, game.state))
        for page in game.state.ledgers.pages
        if record_of(game.state, page.season) is not None
        for line in game.rules.reporting.form.due_in(page.season)
        if line is not Indicator.OUTPUT
    ]
    real = [(page, line, true) for page, line, true in candidates if true > 0.0 and page.filed[line] > 0.0]
    if not real:
        return Ladder("ladder.none", Indicator.YIELD, None, None, (), None, None)
    page, line, true = max(real, key=lambda found: abs(found[0].printed[found[1]] / found[2] - 1.0))
    return ladder_of(game, page, line, true)


def ladder_of(game: Game, page: LedgerSeason, line: Indicator, true: float) -> Ladder:
    """One line of one season on every rung, with what each rung's reasons added."""
    state = game.state
    record = record_of(state, page.season)
    assert record is not None
    by_weight = weights(record.table)[line]
    below = [
        LadderRung(
            rung.value, prefecture_figure(line, record.climb.rung(rung)[line], by_weight), None, None,
            tuple(Cause(w.reason, prefecture_figure(line, w.amount, by_weight)) for w in record.climb.why(line, rung)),
        )
        for rung in RUNGS
    ]  # fmt: skip
    filed = page.filed[line]
    own = filed - prefecture_figure(line, page.county[line], by_weight)
    above = [
        LadderRung("prefecture", filed, None, None, (Cause("own", own),) if own else ()),
        LadderRung("province", page.province[line], None, None, ()),
        LadderRung("bureau", page.bureau[line], None, None, ()),
        LadderRung("printed", page.printed[line], None, None, ()),
    ]
    known = point_on(game, page, line, None).known
    return Ladder("ladder.your-title", line, None, page.season, (*below, *above), true, known)


def _documented(ladder: DocumentedLadder | None) -> Ladder | None:
    """The documented figure, in the unit of the line (a dan is 150 jin)."""
    if ladder is None:
        return None
    scale = JIN_A_DAN if ladder.unit == "dan" else 1.0

    def jin(value: float | None) -> float | None:
        return None if value is None else value * scale

    rungs = tuple(
        LadderRung(rung.rung, jin(rung.figure), jin(rung.low), jin(rung.high), (), rung.text, rung.sources)
        for rung in ladder.rungs
    )
    return Ladder(ladder.title, Indicator(ladder.indicator), None, None, rungs, None, None)


def _moments(game: Game) -> tuple[Moment, ...]:
    """Every answer that was given, with whether it is the one on record."""
    moments = []
    for record in game.state.records:
        for card_id, choice_id in record.cards:
            card = game.rules.cards[card_id]
            choice = card.choice(choice_id)
            if card.asks or choice.id != card.default:
                moments.append(Moment(record.season, card_id, choice_id, choice.taken, choice.files is not None))
    return tuple(moments)


COMPARED: Final[tuple[tuple[str, str], ...]] = (
    ("animals", "draught_animals"), ("hungry", "hungry_share"), ("trust", "trust"), ("fear", "fear"),
    ("debt", "loans_outstanding"),
)  # fmt: skip


def compare(game: Game, policy_name: str) -> Comparison:
    """The same prefecture, seed and weather under another policy, as far as was played here."""
    policy, _ = policy_named(policy_name, game.rules)
    other = play_out(Game.begin(game.rules, game.state.setup), policy, len(game.state.records))
    here, there = _measures(game), _measures(other)
    rows = tuple((f"compare.{name}", here[name], there[name]) for name in here)
    return Comparison(f"policy.{policy_name}", rows, series_of(other, Indicator.YIELD, None, with_true=True))


def _measures(game: Game) -> dict[str, float]:
    """What a comparison compares, in the units of the texts ``compare.*``."""
    state, whole = game.state, game.state.table.prefecture()
    rows = {line: _last_row(line, game) for line in (Indicator.YIELD, Indicator.COOP_YIELD, Indicator.ORGANISED)}
    return {
        "yield_true": rows[Indicator.YIELD].true or 0.0,
        "yield_filed": rows[Indicator.YIELD].filed or 0.0,
        "coop_yield_filed": rows[Indicator.COOP_YIELD].filed or 0.0,
        "organised_true": float(organised_share(whole)[0]),
        "organised_filed": rows[Indicator.ORGANISED].filed or 0.0,
        **{name: _whole(whole, field) for name, field in COMPARED},
        "standing_province": state.offices["province"].standing,
        "standing_bureau": state.offices["bureau"].standing,
    }


def _whole(table: CountyTable, field: str) -> float:
    return float(getattr(table, field)[0])


def bands_held(game: Game) -> tuple[float, int]:
    """How often the player's bands held the truth, over counties, seasons and lines that were due; and of how many."""
    held = asked = 0
    for record in game.state.records:
        page = game.state.ledgers.page(record.season)
        assert page is not None
        for line in game.rules.reporting.form.due_in(record.season):
            true = page.true[line]
            inside = (page.known_low[line] <= true) & (true <= page.known_high[line]) & (true > 0.0)
            held += int(inside.sum())
            asked += int((true > 0.0).sum())
    return (held / asked if asked else 1.0), asked


def _dossier(game: Game, line: float) -> tuple[tuple[str, str, str], ...]:
    """The file, and how each sheet reads by the line of the day."""
    return tuple(
        (str(entry.season), dossier_words(entry.text_id, entry.values, game.rules), reading(entry, line).value)
        for entry in game.state.dossier
    )


def dossier_words(text_id: str, values: Mapping[str, str | float], rules: Ruleset) -> str:
    """A sheet of the file in words."""
    shown = {name: f"{value:,.0f}" if isinstance(value, float) else value for name, value in values.items()}
    if "indicator" in shown:
        shown["indicator"] = rules.texts(f"indicator.{shown['indicator']}.lower")
    return rules.texts(text_id, **shown)


def _reflections(state: State) -> tuple[tuple[str, str, str], ...]:
    """(season, prompt, the player's words), those after the end last."""
    told = [(str(record.season), prompt, words) for record in state.records for prompt, words in record.reflections]
    after = [(str(state.season), prompt, words) for prompt, words in state.reflections] if state.ended else []
    return (*told, *after)


def _promises(game: Game) -> tuple[tuple[str, str], ...]:
    """What was promised, and what became of it: ``kept``, ``broken``, or ``open`` if a year has not gone by."""
    values = values_of(game.state, game.rules)
    return tuple(
        (made.promise.id, ("kept" if kept(made, values) else "broken") if due(made, game.state.season) else "open")
        for made in game.state.promises
    )

