"""Records are changed as the library changes them, only faster."""

from __future__ import annotations

import dataclasses

import pytest

from game.base.changed import replace


@dataclasses.dataclass(frozen=True)
class Barn:
    jin: float
    mice: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Shed:
    jin: float


def test_a_changed_record_has_the_new_and_keeps_the_rest():
    full = Barn(10.0, 3)
    assert replace(full, jin=4.0) == dataclasses.replace(full, jin=4.0) == Barn(4.0, 3)
    assert full == Barn(10.0, 3)


def test_a_changed_record_is_as_frozen_as_the_old_one():
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(Barn(10.0), mice=1).jin = 2.0  # type: ignore[misc]


def test_a_field_that_is_not_there_is_named():
    with pytest.raises(TypeError, match="Barn has no field 'cats'"):
        replace(Barn(1.0), cats=1)  # type: ignore[call-arg]


def test_a_record_with_slots_is_changed_all_the_same():
    assert replace(Shed(1.0), jin=2.0) == Shed(2.0)
