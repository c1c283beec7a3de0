"""Closing the season in plain text, and the page that follows: what changed, as far as the player can know it."""

from __future__ import annotations

from game.base.seasons import Season
from game.campaign.decisions import CloseSeason
from game.campaign.desk import desk_page, reports_page, season_page, why_page
from game.campaign.pages import ConsequenceRow, SeasonPage, SeasonRow
from game.campaign.review import HARVEST_LINES
from game.reporting.indicators import Indicator
from game.text.figures import as_shown, grouped
from game.text.reports import goes_up, reflect
from game.text.sitting import Sitting
from game.text.why import filled, moved_words, say_why
from game.text.words import (
    amount,
    counted,
    county_name,
    figure,
    known,
    line_name,
    season_name,
    sentence,
)

YUAN: float = 1e6
"""Old yuan are written in millions."""


def close(sitting: Sitting) -> bool:
    """Ask, close the season, and show its page; whether it was closed."""
    talk, texts, game = sitting.talk, sitting.texts, sitting.game
    season, page, desk = game.state.season, reports_page(game), desk_page(game)
    if page.prompt is not None and not _answered(page.prompt, sitting):
        reflect(page.prompt, sitting)
    talk.head("play.close.title", season=season_name(texts, season))
    if desk.unanswered:
        talk.line(counted(texts, "play.close.unanswered", desk.unanswered))
    talk.tell("play.close.goes-up")
    for line in (line for line in reports_page(sitting.game).lines if line.due):
        talk.tell("play.close.line", indicator=line_name(texts, line.indicator), figure=goes_up(line, sitting))
    if not talk.agreed("play.close.yes", "play.close.no"):
        return False
    _ask_after(sitting)
    if not sitting.do(CloseSeason()):
        return False
    sitting.read.clear()
    _show(season_page(sitting.game, season), sitting)
    return True


def _answered(prompt: str, sitting: Sitting) -> bool:
    return any(asked == prompt for asked, _ in sitting.game.state.reflections)


def _ask_after(sitting: Sitting) -> None:
    """The question of the season's end is asked when the file is sealed, so that the answer stands with that season."""
    season = sitting.game.state.season
    for prompt in sitting.scenario.prompts:
        if prompt.season == season and prompt.at == "after-filing" and not _answered(prompt.text, sitting):
            reflect(prompt.text, sitting)


def _show(page: SeasonPage, sitting: Sitting) -> None:
    """The page of the season; then further questions, until the player goes on."""
    read_out(page, sitting)
    texts, talk = sitting.texts, sitting.talk
    on = texts("play.season.to-debriefing" if page.last else "play.season.on")
    while True:
        talk.head("play.season.more")
        number = talk.choose([on, texts("play.season.why"), texts("play.season.map")], back=False)
        if number == 1:
            return
        _why(page, sitting) if number == 2 else _map(page, sitting)


def read_out(page: SeasonPage, sitting: Sitting) -> None:
    """The page of a closed season, without a question."""
    talk, texts = sitting.talk, sitting.texts
    talk.head("play.season.title", season=season_name(texts, page.season))
    talk.tell(page.headline)
    for row in page.rows:
        _row(row, page.season, sitting)
    _above(page, sitting)
    for told in page.audit:
        talk.line(filled(told.text, told.values, Indicator.YIELD, sitting))
    for county in page.struck:
        talk.tell("audit.struck", county=county_name(texts, county))
    for heard in page.announced:
        talk.tell("play.season.heard", words=texts(heard))
    _family(page, sitting)


def _row(row: SeasonRow, season: Season, sitting: Sitting) -> None:
    talk, texts, line = sitting.talk, sitting.texts, row.indicator
    talk.heading(line_name(texts, line))
    talk.line(known(texts, line, row.known))
    talk.line(figure(texts, "filed", line, row.filed))
    if row.before is not None and _harvested(line, season):
        _moved(row, row.before.middle, sitting)
    elif not _harvested(line, season):
        talk.tell("play.season.no-harvest")


def _harvested(line: Indicator, season: Season) -> bool:
    """Whether the line can have moved: harvest lines do in autumn only."""
    return line not in HARVEST_LINES or season.name == "autumn"


def _moved(row: SeasonRow, before: float, sitting: Sitting) -> None:
    """From where to where the middle of what is known went, and by what, as far as it can be told."""
    talk, texts, line, middle = sitting.talk, sitting.texts, row.indicator, row.known.middle
    total = as_shown(line, middle) - as_shown(line, before)
    if not total:
        talk.tell("play.season.as-before")
        return
    talk.tell("play.why.from.middle", before=amount(texts, line, before), now=amount(texts, line, middle))
    for told in moved_words(line, row.moved, total, middle, sitting):
        talk.line(told, indent=3)


def _above(page: SeasonPage, sitting: Sitting) -> None:
    """What was felt of the superiors, and what they did."""
    talk, texts = sitting.talk, sitting.texts
    talk.head("play.season.above")
    felt = []
    for office, standing, suspicion in page.offices:
        name = sentence(texts(f"office.{office}.long"))
        if standing:
            felt.append(texts(f"play.season.standing.{standing}", office=name))
        if suspicion:
            felt.append(texts(f"play.season.suspicion.{suspicion}", office=name))
    felt += [_consequence(row, sitting) for row in page.consequences]
    for words in felt or [texts("play.season.nothing-above")]:
        talk.line(words)


def _consequence(row: ConsequenceRow, sitting: Sitting) -> str:
    texts = sitting.texts
    scale = YUAN if row.unit == "old-yuan" else 1.0
    name = "" if row.indicator is None else texts(f"indicator.{row.indicator.value}.lower")
    what = texts(
        f"consequence.{row.code}", office=sentence(texts(f"office.{row.office}.long")),
        amount=grouped(row.amount / scale), indicator=name, county=texts("play.season.best-county"),
    )  # fmt: skip
    why = f"because.{row.reason}"
    return f"{what} {texts(why)}" if texts.has(why) else what


def _family(page: SeasonPage, sitting: Sitting) -> None:
    """A family's entry. Ids of families are their names in letters."""
    if page.family is None:
        return
    talk, entry = sitting.talk, page.family
    talk.head("play.season.family")
    talk.tell(entry.text, **{**entry.values, "name": sentence(entry.family)})
    if entry.values.get("other"):
        talk.line(entry.values["other"])
    talk.tell("play.season.invented")


def _why(page: SeasonPage, sitting: Sitting) -> None:
    """Why the figures of the page are what they are; asked of the desk that is open now."""
    talk = sitting.talk
    number = talk.choose([line_name(sitting.texts, row.indicator) for row in page.rows], default=0)
    if number:
        say_why(why_page(sitting.game, page.rows[number - 1].indicator, None, "known"), sitting)


def _map(page: SeasonPage, sitting: Sitting) -> None:
    """Homes organised in every county, now and a season ago."""
    texts, line = sitting.texts, Indicator.ORGANISED
    sitting.talk.head("play.season.map")
    for county, now in page.map_now.items():
        before = page.map_before.get(county, now)
        told = {"county": county_name(texts, county), "now": amount(texts, line, now)}
        sitting.talk.tell("play.season.county", **told, before=amount(texts, line, before))


