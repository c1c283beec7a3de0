"""What the model makes of other courses: built-in policies and the policy files beside this script, side by side.

``python docs/counterfactuals/compare.py`` plays each over the whole file on a few seeds and writes the table into
docs/model.md, between its marks. Figures are the prefecture's, means over the seeds; none is told of a single county.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Final

from game import installed
from game.base.seasons import Season
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.economy.measures import CountyTable
from game.ruleset import load
from game.state import Setup

HERE: Final = Path(__file__).parent
MODEL: Final = HERE.parent / "model.md"
BEGIN: Final = "<!-- counterfactuals: written by docs/counterfactuals/compare.py -->"
END: Final = "<!-- end of the counterfactuals -->"
SCENARIO: Final = "whole-file"
BUILT_IN: Final = ("historical", "idle", "honest", "careerist", "cautious", "zealot", "protector")
FIRST, LAST = Season.parse("1958-spring"), Season.parse("1961-winter")
MILLION: Final = 1e6

Figures = dict[str, float]


def main() -> None:
    """Play every policy on every seed and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--villages", type=int, default=600)
    parser.add_argument("--seeds", type=int, default=3)
    call = parser.parse_args()
    policies = [*BUILT_IN, *sorted(str(path) for path in HERE.glob("*.yaml"))]
    tasks = [(policy, seed, call.villages) for policy in policies for seed in range(1, call.seeds + 1)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        played = list(pool.map(figures, tasks))
    rows = [_row(policy, played[at * call.seeds :][: call.seeds]) for at, policy in enumerate(policies)]
    said = f"{call.seeds} seeds, {call.villages:,} villages, scaled up to the prefecture's 6,000."
    _write("\n".join([_head(played[0]), *rows, "", said]))


def figures(task: tuple[str, int, int]) -> Figures:
    """One course in figures: a policy, a seed, a number of villages."""
    policy_name, seed, villages = task
    rules = load([installed.content()])
    policy, _ = policy_named(policy_name, rules, rules.scenarios[SCENARIO])
    game = play_out(Game.begin(rules, Setup(SCENARIO, seed, villages, min(rules.backgrounds))), policy)
    return _figures(game, rules.prefecture.villages / villages)


def _figures(game: Game, scale: float) -> Figures:
    """Columns of the table by their heads. ``scale``: real villages for one that was played."""
    of = {record.season: record.table.prefecture() for record in game.state.records}
    leap = [of[season] for season in of if FIRST <= season <= LAST]
    bought = [of[season] for season in of if FIRST <= season <= Season.parse("1960-winter")]
    people = _cell(of[Season.parse("1957-winter")], "population")
    autumn = Season.parse("1958-autumn")
    page = game.state.ledgers.page(autumn)
    assert page is not None, "every season has its page"
    return {
        "excess deaths 1958-61, per 1,000": 1000.0 * sum(_cell(t, "excess_deaths") for t in leap) / people,
        "filed over true 1958": page.filed["output"] / _cell(of[autumn], "harvest_year_output"),
        **{f"yield {year}": _cell(of[Season.parse(f"{year}-autumn")], "yield_true") for year in (1957, 1958, 1960)},
        **{f"animals {year}, thousand": scale * _cell(of[Season.parse(f"{year}-winter")], "draught_animals") / 1000.0
           for year in (1957, 1961)},
        "bought 1958-60, million jin": scale * sum(_cell(t, "procurement") for t in bought) / MILLION,
        "given back 1958-60, million jin": scale * sum(_cell(t, "relief") for t in bought) / MILLION,
        "grain a head, spring 1960": _cell(of[Season.parse("1960-spring")], "grain_available_per_head"),
    }  # fmt: skip


def _cell(table: CountyTable, column: str) -> float:
    return float(getattr(table, column)[0])


def _head(of: Figures) -> str:
    heads = ["course", *of]
    return f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}"


def _row(policy: str, played: Sequence[Figures]) -> str:
    name = f"`{policy}`" if policy in BUILT_IN else f"[{Path(policy).stem}](counterfactuals/{Path(policy).name})"
    means = (mean(one[head] for one in played) for head in played[0])
    return f"| {' | '.join([name, *map(_number, means)])} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100.0 else f"{value:.1f}" if abs(value) >= 3.0 else f"{value:.2f}"


def _write(table: str) -> None:
    """Put the table between its marks. Raises: ValueError if they are missing."""
    before, mark, rest = MODEL.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise ValueError(f"{MODEL} lacks {BEGIN!r} or {END!r}")
    MODEL.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
