"""Births, deaths and flight; excess deaths are those above the year's normal rate, and never negative."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.base.exact import Array, cell_sum, drawn_whole, ratio
from game.base.seasons import Quarter
from game.economy.prefecture import by_year
from game.economy.turn import Turn
from game.economy.villages import Villages


def live_and_die(turn: Turn) -> Turn:
    """One season of births, deaths and flight, and in winter the dividing of households."""
    v, params, draws = turn.villages, turn.params.people, turn.allotted.draws
    year = turn.season.year
    hard = turn.want * turn.want
    normal = drawn_whole(v.people * (by_year(turn.prefecture.normal_death_rate, year) / 4.0), draws["deaths"])
    normal = np.minimum(normal, v.people)
    excess = np.minimum(drawn_whole(v.people * hard * params.hunger_deaths, draws["excess-deaths"]), v.people - normal)
    fled = np.minimum(
        drawn_whole(v.people * hard * params.flight, draws["flight"]), v.people - normal - excess
    )
    nourished = v.nourished + params.memory * (1.0 - turn.want - v.nourished)
    fertile = np.maximum(1.0 - params.hunger_births * (1.0 - nourished), 0.0)
    births = drawn_whole(v.people * fertile * (by_year(turn.prefecture.birth_rate, year) / 4.0), draws["births"])
    people = v.people + births - normal - excess - fled
    figures = turn.noted(
        births=cell_sum(births), deaths=cell_sum(normal + excess), excess_deaths=cell_sum(excess), fled=cell_sum(fled)
    )
    grown = replace(_with_people(v, people), nourished=nourished)
    return _divide(replace(turn, villages=grown, figures=figures))


def _with_people(v: Villages, people: Array) -> Villages:
    """The villages with that many people, hands in proportion."""
    kept = ratio(people, v.people, 1.0)
    return replace(v, people=people, men=v.men * kept, women=v.women * kept)


def _divide(turn: Turn) -> Turn:
    """In winter some households divide, as families grow."""
    if turn.quarter is not Quarter.WINTER:
        return turn
    v = turn.villages
    new = drawn_whole(v.households * turn.params.people.divided_a_year, turn.allotted.draws["division"])
    return replace(turn, villages=replace(v, households=v.households + new))
