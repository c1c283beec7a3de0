"""The pages of the season that is being played: the desk, papers, folders, the reports desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.campaign import decisions as made
from game.campaign.deciding import closed, figure_of
from game.campaign.directives import desk_asked
from game.campaign.explain import why_page
from game.campaign.game import Game
from game.campaign.pages import (
    CardPage,
    ChoicePage,
    CountyRow,
    DeskPage,
    Folder,
    LedgerRow,
    OfficeRow,
    PaperOnDesk,
    Series,
    SettingRow,
    SettingsPage,
)
from game.campaign.reports_desk import LEDGER_LINES, ledger_lines, reports_page
from game.campaign.review import season_page, series_of
from game.campaign.scales import span
from game.economy.settings import SETTINGS, Setting, Value
from game.events.cards import Card
from game.events.effects import reveals
from game.politics.offices import Office
from game.reporting.indicators import Indicator
from game.reporting.sight import Band
from game.ruleset.content import Ruleset, Scenario
from game.state import Desk, State
from game.views.known import county_sum, known_counties, known_prefecture, reported_now

OFFICES_SHOWN: Final = ("centre", "bureau", "province")
FOLDERS: Final = ("production", "organisation", "grain", "cadres", "reports")
STANDING_WORDS: Final = ((0.25, "cold"), (0.42, "cool"), (0.58, "even"), (0.75, "warm"), (2.0, "close"))
SUSPICION_WORDS: Final = ((0.2, "none"), (0.5, "some"), (2.0, "strong"))

__all__ = [
    "LEDGER_LINES", "card_page", "county_rows", "county_series", "desk_page", "ledger_lines", "reports_page",
    "season_page", "settings_page", "why_page",
]  # fmt: skip


def scenario_of(game: Game) -> Scenario:
    """The scenario that is played."""
    return game.rules.scenarios[game.state.setup.scenario]


def desk_page(game: Game) -> DeskPage:
    """The whole season at a glance."""
    state, rules, scenario = game.state, game.rules, scenario_of(game)
    papers = _papers([rules.cards[card_id] for card_id in state.on_desk], state)
    undo, values = _undo_words(game)
    asked = _asked(game)
    return DeskPage(
        season=state.season,
        turn=min(state.turn + 1, len(scenario.seasons)),
        seasons=len(scenario.seasons),
        team_turns=state.team_turns,
        team_turns_full=float(scenario.team_turns[state.season.name]),
        inspection_cost=float(rules.reporting.sight.inspection_turns),
        reserve_jin=state.reserve_jin,
        papers=papers,
        heard=state.heard,
        offices=tuple(_office(state.offices[office]) for office in OFFICES_SHOWN),
        ledger=tuple(ledger_row(line, state, rules) for line in ledger_lines(rules.reporting.form, state.season)),
        counties=county_rows(game),
        folders=tuple(_folder(folder, game, asked) for folder in FOLDERS),
        due=rules.reporting.form.due_in(state.season),
        unanswered=sum(paper.wants_answer and paper.answered is None for paper in papers),
        undo=undo,
        undo_values=values,
        guide=_guide(game, scenario, papers),
    )


def _papers(cards: Sequence[Card], state: State) -> tuple[PaperOnDesk, ...]:
    """The papers as they came in: by their dates, those without one last."""
    def date(card: Card) -> str:
        return card.paper.date if card.paper is not None else ""

    dated = sorted(cards, key=lambda card: (not date(card), date(card)))
    return tuple(PaperOnDesk(card, state.deck.answer_to(card.id), card.asks) for card in dated)


def _office(office: Office) -> OfficeRow:
    return OfficeRow(
        office.id, office.heard_line, word(office.standing, STANDING_WORDS), word(office.suspicion, SUSPICION_WORDS)
    )


def word(value: float, words: tuple[tuple[float, str], ...]) -> str:
    """The word for a value: the first whose end lies above it."""
    return next(name for end, name in words if value < end)


def ledger_row(line: Indicator, state: State, rules: Ruleset) -> LedgerRow:
    """One line of the two ledgers, with a scale that holds everything on it."""
    known = known_prefecture(state, line, rules.reporting.memory)
    filed = state.filing.figures.get(line, state.ledgers.last_filed(line))
    reported = county_sum(state, line)
    low, high = span([known.low, known.high, reported, *([filed] if filed is not None else [])])
    return LedgerRow(line, known, filed, reported, low, high)


def county_rows(game: Game) -> tuple[CountyRow, ...]:
    """Every county with what is known, what it reports, and its part of what was filed."""
    state, rules = game.state, game.rules
    known, reported = known_counties(state, rules.reporting.memory), reported_now(state)
    last = state.ledgers.pages[-1] if state.ledgers.pages else None
    return tuple(
        CountyRow(
            id=county,
            secretary=state.secretaries.ids[place],
            known={line: Band(float(known.low[line][place]), float(known.high[line][place])) for line in known.low},
            reported={line: float(values[place]) for line, values in reported.items()},
            filed={line: float(values[place]) for line, values in last.filed_by_county.items()} if last else {},
            inspected=state.sight.inspected[place],
            cooperatives=round(float(reported[Indicator.COOPERATIVES][place])),
            exceptions=tuple(name for name, own in state.desk.exceptions.items() if county in own),
        )
        for place, county in enumerate(rules.prefecture.county_ids)
    )


def county_series(game: Game, county: str) -> tuple[Series, ...]:
    """The course of each line in one county, in both ledgers."""
    there = game.rules.reporting.form.lines_in(game.state.season)
    return tuple(series_of(game, line, county) for line in CHARTED_BY_COUNTY if line in there)


CHARTED_BY_COUNTY: Final = (
    Indicator.ORGANISED, Indicator.YIELD, Indicator.GRAIN_SOLD, Indicator.ANIMALS, Indicator.COOPERATIVES,
    Indicator.STEEL, Indicator.WATERWORKS, Indicator.CANTEENS, Indicator.DEATHS,
)  # fmt: skip


def _asked(game: Game) -> Desk:
    """The desk as superiors and the scenario have it, before anything the player changed."""
    return desk_asked(scenario_of(game), game.state.season, game.rules)


def _folder(folder: str, game: Game, asked: Desk) -> Folder:
    """A folder's label: whether it matters now, and what has been decided in it."""
    state = game.state
    flagged = scenario_of(game).flagged_desk.get(state.season.name) == folder
    names = [name for name, setting in SETTINGS.items() if setting.desk == folder]
    changed = sum(state.desk.common[name] != asked.common[name] for name in names)
    counties = {county for name in names for county in state.desk.exceptions.get(name, {})}
    return Folder(folder, flagged, changed, len(counties))


def _undo_words(game: Game) -> tuple[str | None, dict[str, str]]:
    """What would be taken back, as a text id with values (ids of cards and settings are put into words by the page)."""
    last = game.undoable
    if last is None:
        return None, {}
    values: dict[str, str] = {}
    if isinstance(last, made.Answer):
        values = {"card": game.rules.cards[last.card].title}
    elif isinstance(last, made.Decide):
        values = {"setting": game.rules.texts(f"setting.{last.setting}.name")}
    elif isinstance(last, made.File):
        values = {"indicator": game.rules.texts(f"indicator.{last.indicator}.lower")}
    return f"undo.{last.do}", values


def _guide(game: Game, scenario: Scenario, papers: tuple[PaperOnDesk, ...]) -> str | None:
    """The next hint of a guided first season: papers first, then folders, map and reports, then the closing."""
    state = game.state
    if not state.setup.guided or state.turn > 0 or state.ended:
        return None
    steps = {step.at: step.text for step in scenario.guide}
    answered = [paper for paper in papers if paper.answered is not None]
    if not answered:
        return steps.get("inbox")
    kinds = {type(decision) for decision in game.decisions}
    if any(paper.wants_answer and paper.answered is None for paper in papers):
        return steps.get("card")
    for kind, at in ((made.Decide, "desks"), (made.SendTeam, "map"), (made.File, "reports")):
        if kind not in kinds:
            return steps.get(at)
    return steps.get("close")


def card_page(game: Game, card_id: str, reduced: bool = True) -> CardPage:
    """A card laid open. Raises: KeyError if there is no such card."""
    card = game.rules.cards[card_id]
    state = game.state
    choices = tuple(
        ChoicePage(
            choice=choice,
            number=number,
            open=closed(choice, state, game.rules) is None,
            guess_by=choice.guess.by if choice.guess is not None else "",
            files=figure_of(choice.files, state) if choice.files is not None else None,
            reveals=any(reveals(effect) for effect in choice.effects),
        )
        for number, choice in enumerate(card.choices, 1)
    )
    return CardPage(card, card.told(reduced), choices, card.default, state.deck.answer_to(card_id))


STEPS: Final[dict[str, tuple[Value, ...]]] = {
    "cash_crop_share": (0.0, 0.03, 0.065, 0.1, 0.15, 0.2, 0.3),
    "new_ploughs": (0.0, 60.0, 120.0, 240.0, 480.0),
    "labour_drafted": (0.0, 0.02, 0.05, 0.1, 0.2),
    "team_pressure": (0.0, 0.2, 0.35, 0.5, 0.7, 0.9),
    "waterworks_share": (0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
    "close_planting": (0.0, 0.1, 0.3, 0.6, 1.0),
    "deep_ploughing": (0.0, 0.1, 0.3, 0.6, 1.0),
    "women_in_fields": (0.2, 0.35, 0.5, 0.7, 0.9),
    "men_away": (0.0, 0.03, 0.06, 0.1, 0.15),
    "coop_households": (10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 100.0, 200.0, 400.0, 1000.0, 5000.0),
    "coop_target": (0.0, 0.02, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0),
    "higher_coop_target": (0.0, 0.2, 0.5, 0.8, 1.0),
    "commune_target": (0.0, 0.5, 1.0),
    "women_pay": (0.3, 0.45, 0.6, 0.8, 1.0),
    "pay_by_work": (0.0, 0.3, 0.5, 0.7, 1.0),
    "procurement_rate": (0.0, 0.2, 0.35, 0.45, 0.6, 0.8),
    "delivery_force": (0.0, 0.2, 0.3, 0.5, 0.7, 1.0),
    "ration_norm": (250.0, 300.0, 330.0, 360.0, 400.0),
    "resale_share": (0.0, 0.2, 0.35, 0.5, 0.7),
    "grain_searches": (0.0, 0.2, 0.5, 1.0),
    "movement_control": (0.0, 0.3, 0.6, 1.0),
    "public_health": (0.0, 0.25, 0.5, 0.75, 1.0),
    "dissolve_unfit": (0.0, 0.25, 0.5, 1.0),
    "commune_levelling": (0.0, 0.25, 0.5, 1.0),
    "ox_labourers": (0.5, 1.0, 1.5, 2.0),
    "debt_relief": (0.0, 0.1, 0.25, 0.5, 1.0),
    "supply_coops": (0.0, 0.15, 0.3, 0.5, 0.65, 0.8, 1.0),
    "land_share": (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6),
    "community_fund_rate": (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25),
    "livestock_compensation": (0.0, 0.4, 0.8, 1.0, 1.2),
    "private_plots": (0.0, 0.05, 0.1, 0.22, 0.33, 0.5),
    "coop_loan_yuan": (0.0, 2e6, 4e6, 6.8e6, 9e6, 12e6, 15e6),
    "team_loan_yuan": (0.0, 10e3, 20e3, 40e3, 80e3),
    "household_loan_yuan": (0.0, 5e3, 10e3, 20e3, 40e3),
    "relief": (0.0, 0.25, 0.5, 0.75, 1.0),
    "campaign_force": (0.0, 0.3, 0.5, 0.7, 1.0),
}
"""Values that a stepper offers; a policy file may set any other in range."""


def settings_page(game: Game, folder: str) -> SettingsPage:
    """One of the desks laid open."""
    desk, began = game.state.desk, _asked(game)
    rows = tuple(
        SettingRow(
            setting, desk.common[name], began.common[name], desk.exceptions.get(name, {}), _steps(setting, desk)
        )
        for name, setting in SETTINGS.items()
        if setting.desk == folder and is_open(name, game)
    )
    return SettingsPage(folder, rows)


def is_open(setting: str, game: Game) -> bool:
    """Whether anybody has thought of the setting by now."""
    opens = game.rules.directives.opens.get(setting)
    return opens is None or opens <= game.state.season


def _steps(setting: Setting, desk: Desk) -> tuple[Value, ...]:
    if setting.kind == "switch":
        return (False, True)
    if setting.kind == "choice":
        return setting.choices
    now = float(desk.common[setting.id])
    return tuple(sorted({*(float(step) for step in STEPS.get(setting.id, (setting.low, setting.high))), now}))
