"""County secretaries and the people of the deck."""

from __future__ import annotations

import numpy as np
import pytest
from reporting.samples import CONTENT, COUNTIES, people, politics_rules, row, secretaries

from game.base.chance import Chance
from game.politics.people import as_secretary, guess
from game.politics.secretaries import Secretaries, after_season, gather, hide_honest
from game.views.names import CONDITION_NAMES

RULES = politics_rules()


def season(men: Secretaries, praised: float = 0.0, struck: float = 0.0, envy: float = 0.0) -> Secretaries:
    return after_season(men, row(praised), row(struck), row(envy), RULES.secretaries)


def test_praise_encourages_and_striking_down_frightens():
    men = secretaries()
    praised, struck = season(men, praised=1.0), season(men, struck=1.0)
    assert (praised.ambition > men.ambition).all()
    assert (praised.regard > men.regard).all()
    assert (struck.fear > men.fear).all()
    assert (struck.regard < men.regard).all()


def test_a_praised_neighbour_who_lied_tempts():
    assert (season(secretaries(), envy=0.3).honesty < secretaries().honesty).all()


def test_with_time_a_man_is_himself_again():
    men = season(secretaries(), struck=1.0)
    for _ in range(40):
        men = season(men)
    assert np.allclose(men.fear, secretaries().fear, atol=0.01)


def test_one_honest_secretary_is_hidden_somewhere_else_in_every_run():
    found = set()
    for seed in range(60):
        men = hide_honest(secretaries(), RULES.secretaries, Chance(seed, 0))
        assert (men.honesty >= 0.95).sum() == 1
        found.add(int(np.argmax(men.honesty)))
    assert len(found) > 8


def test_a_county_without_a_secretary_is_noticed():
    with pytest.raises(KeyError):
        gather([], COUNTIES)


def test_a_villager_is_no_county_secretary():
    villager = next(person for person in people() if person.id == "du-wenbin")
    with pytest.raises(ValueError, match="du-wenbin"):
        as_secretary(villager, 0.5)


def test_the_skilled_guess_better():
    skilled, clumsy = (next(p for p in people() if p.id == name) for name in ("du-wenbin", "chang-rui"))
    errors = [
        [abs(guess(person, 100.0, "loans", Chance(seed, 1)).value - 100.0) for seed in range(200)]
        for person in (skilled, clumsy)
    ]
    assert sum(errors[0]) < sum(errors[1])


def test_everyone_in_the_deck_is_invented_and_says_so():
    assert all(person.mark == "invented" for person in people())
    assert len({person.id for person in people()}) == len(people())
    assert len(set(COUNTIES)) == 16


def test_every_portrait_named_is_there_and_is_one_persons_own():
    named = [person.portrait for person in people() if person.portrait]
    assert len(named) == len(set(named))
    assert all((CONTENT.parent / "assets/images/portraits" / f"{name}.png").exists() for name in named)


def test_neighbours_border_on_each_other():
    for county, near in RULES.neighbours.items():
        assert county not in near
        assert all(county in RULES.neighbours[other] for other in near)


def test_promises_measure_what_conditions_can_name():
    assert all(promise.measure in CONDITION_NAMES for promise in RULES.promises)
