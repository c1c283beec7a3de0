"""What ``info`` tells beside the observation: the true ledger of the season just closed, for study and not for play."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.campaign.closing import fingerprint
from game.campaign.desk import desk_page, season_page
from game.campaign.game import Game
from game.campaign.table import COLUMNS, career_word, rows
from game.environment.papers import papers_in_slots

Row = dict[str, float | str | None]
WORDS = ("season", "county", "career")


def info_of(game: Game) -> dict[str, Any]:
    """Plain data, made anew each time.

    ``true``: the season's rows of the campaign table by county and ``prefecture`` (empty before the first close);
    ``career``: where a career would end now; ``hash``: of the state, as ``simulate`` prints it; ``filed``, ``known``
    (low, high) and ``felt`` (standing, suspicion, -2 to 2) as the season's page has them; ``papers``: in each slot the
    card's id and its choices' ids; ``heard``: text ids.
    """
    records = game.state.records
    return {
        "season": str(game.state.season),
        "closed": str(records[-1].season) if records else None,
        "true": _true(game),
        "career": career_word(records[-1], game.state, game.rules) if records else "in-post",
        "hash": records[-1].hash if records else fingerprint(game.state),
        **_page(game),
        "papers": [(page.card.id, [choice.choice.id for choice in page.choices]) for page in papers_in_slots(game)],
        "heard": list(desk_page(game).heard),
    }


def _page(game: Game) -> dict[str, Any]:
    if not game.state.records:
        return {"filed": {}, "known": {}, "felt": {}}
    page = season_page(game, game.state.records[-1].season)
    due = game.rules.reporting.form.due_in(page.season)
    lines = [row for row in page.rows if row.indicator in due]
    return {
        "filed": {row.indicator.value: row.filed for row in lines},
        "known": {row.indicator.value: (row.known.low, row.known.high) for row in lines},
        "felt": {office: (standing, suspicion) for office, standing, suspicion in page.offices},
    }


def _true(game: Game) -> dict[str, Row]:
    """The last season's rows, numbers as numbers; nothing where the table has an empty cell."""
    closed = game.state.records
    last_only = replace(game, state=replace(game.state, records=closed[-1:]))
    table: dict[str, Row] = {}
    for cells in rows(last_only):
        named = dict(zip(COLUMNS, cells, strict=True))
        row: Row = {name: cell if name in WORDS else float(cell) if cell else None for name, cell in named.items()}
        table[named["county"]] = {**row, "turn": float(len(closed))}
    return table
