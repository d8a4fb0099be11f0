"""The map of a machine's examples."""

from __future__ import annotations

import numpy as np
import pytest

from app.teaching.machine import Machine
from app.teaching.plane import CELLS, plane


@pytest.mark.parametrize(("signs", "n"), [("01", 3), ("49", 6), ("147", 4), ("0123456789", 5)])
def test_at_an_example_the_map_says_what_the_machine_says_of_it(signs, n, hands, new_svc):
    machine = Machine(hands.examples(range(n), signs), new_svc)
    shown, numbers = plane(machine), machine.margins(machine.examples.rows)[0]
    alone = 0
    for place, number in zip(shown.places, numbers, strict=True):
        if min(distance(place, other) for other in shown.places if other != place) > 2 / CELLS:
            column, row = (int(CELLS * side) for side in place)
            assert shown.signs[row][column] == number
            alone += 1
    assert alone > len(numbers) / 5


@pytest.mark.parametrize(("signs", "n"), [("01", 1), ("147", 4), ("0123456789", 5)])
def test_an_examples_features_alone_lead_to_its_place(signs, n, hands, new_svc):
    machine = Machine(hands.examples(range(n), signs), new_svc)
    shown = plane(machine)
    led = np.array(shown.origin) + machine.examples.rows @ np.array(shown.axes)
    assert np.abs(led - np.array(shown.places)).max() < 0.1 / CELLS


def test_examples_lie_on_the_map_each_sign_together(hands, new_svc):
    machine = Machine(hands.examples(range(6), "01"), new_svc)
    places = np.array(plane(machine).places)
    assert (places > 0).all() and (places < 1).all()
    zeros, ones = (places[machine.examples.labels == sign, 0] for sign in "01")
    assert zeros.max() < ones.min() or ones.max() < zeros.min()


@pytest.mark.parametrize("n", [1, 2])
def test_two_drawings_make_a_map_already(n, hands, new_svc):
    shown = plane(Machine(hands.examples(range(n), "01"), new_svc))
    assert len(shown.places) == 2 * n
    assert {number for line in shown.signs for number in line} == {0, 1}
    assert np.isfinite(shown.margins).all()


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))
