"""The counties in plain text: what is known, reported and filed of each, who leads it, and sending a work team."""

from __future__ import annotations

from game.campaign.decisions import SendTeam
from game.campaign.desk import county_rows, desk_page, ledger_lines
from game.campaign.pages import CountyRow
from game.reporting.indicators import Indicator
from game.text.sitting import Sitting
from game.text.why import explain
from game.text.words import between, counted, county_name, figure, known, line_name, season_lower


def choose_county(sitting: Sitting, lines: list[str] | None = None) -> str:
    """The county chosen from the list, or nothing."""
    rows = county_rows(sitting.game)
    names = lines or [county_name(sitting.texts, row.id) for row in rows]
    number = sitting.talk.choose(names, default=0)
    return rows[number - 1].id if number else ""


def show_counties(sitting: Sitting) -> None:
    """Every county, to be opened by number."""
    while True:
        sitting.talk.head("play.counties.title")
        say_team_turns(sitting)
        county = choose_county(sitting, [_line(row, sitting) for row in county_rows(sitting.game)])
        if not county:
            return
        show_county(county, sitting)


def say_team_turns(sitting: Sitting) -> None:
    """What is left of the season's team-turns, and what a visit takes."""
    page = desk_page(sitting.game)
    sitting.talk.line(
        counted(sitting.texts, "play.team-turns", page.team_turns, full=round(page.team_turns_full),
                cost=round(page.inspection_cost))
    )  # fmt: skip


def _line(row: CountyRow, sitting: Sitting) -> str:
    texts = sitting.texts
    if row.inspected is None:
        return texts("play.counties.line", county=county_name(texts, row.id))
    season = season_lower(texts, row.inspected)
    return texts("play.counties.line-seen", county=county_name(texts, row.id), season=season)


def show_county(county: str, sitting: Sitting) -> None:
    """One county laid open."""
    row = next(row for row in county_rows(sitting.game) if row.id == county)
    _read_out(row, sitting)
    while True:
        sitting.talk.heading(county_name(sitting.texts, county))
        options = [sitting.texts("play.counties.send-here"), sitting.texts("play.counties.why")]
        number = sitting.talk.choose(options, default=0)
        if number == 0:
            return
        if number == 1:
            send_to(county, sitting)
        else:
            _why(row, sitting)


def _read_out(row: CountyRow, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    talk.heading(county_name(texts, row.id))
    person = sitting.game.rules.people[row.secretary]
    talk.tell("play.counties.secretary", name=person.name, mark=texts(f"mark.{person.mark}.name"), line=person.line)
    talk.line(_seen(row, sitting))
    talk.line(counted(texts, "play.counties.cooperatives", row.cooperatives))
    for setting in row.exceptions:
        talk.tell("play.counties.exception", setting=texts(f"setting.{setting}.name"))
    for line in lines_now(sitting):
        talk.heading(line_name(texts, line))
        talk.line(known(texts, line, row.known[line]))
        talk.line(figure(texts, "reported", line, row.reported[line]))
        talk.line(figure(texts, "filed", line, row.filed.get(line)))


def lines_now(sitting: Sitting) -> tuple[Indicator, ...]:
    """The lines of this season's form."""
    return ledger_lines(sitting.game.rules.reporting.form, sitting.game.state.season)


def _seen(row: CountyRow, sitting: Sitting) -> str:
    texts = sitting.texts
    if row.inspected is None:
        return texts("play.counties.not-seen")
    return texts("play.counties.seen", season=season_lower(texts, row.inspected))


def _why(row: CountyRow, sitting: Sitting) -> None:
    """Why a figure of the county is what it is."""
    sitting.talk.head("play.why.which")
    lines = lines_now(sitting)
    number = sitting.talk.choose([line_name(sitting.texts, line) for line in lines], default=0)
    if number:
        explain(lines[number - 1], row.id, sitting)


def send_team(sitting: Sitting) -> None:
    """Choose where a work team goes."""
    sitting.talk.head("play.counties.send")
    say_team_turns(sitting)
    county = choose_county(sitting, [_line(row, sitting) for row in county_rows(sitting.game)])
    if county:
        send_to(county, sitting)


def send_to(county: str, sitting: Sitting) -> None:
    """Send a work team to a county, once what it costs and that it cannot be taken back has been said."""
    talk, texts = sitting.talk, sitting.texts
    cost = round(desk_page(sitting.game).inspection_cost)
    talk.tell("play.counties.sure", county=county_name(texts, county), cost=cost)
    if not talk.agreed("play.counties.go", "play.counties.stay"):
        return
    before = {row.id: row for row in county_rows(sitting.game)}[county]
    if sitting.do(SendTeam(county)):
        _found(before, sitting)


def _found(before: CountyRow, sitting: Sitting) -> None:
    """What a team found: what is known now beside what was known."""
    talk, texts = sitting.talk, sitting.texts
    now = {row.id: row for row in county_rows(sitting.game)}[before.id]
    talk.head("play.counties.found", county=county_name(texts, before.id))
    for line in lines_now(sitting):
        if now.known[line] == before.known[line]:
            continue
        talk.heading(line_name(texts, line))
        talk.line(known(texts, line, now.known[line]))
        talk.tell("play.counties.before", amount=between(texts, line, before.known[line]))
        talk.line(figure(texts, "reported", line, now.reported[line]))
