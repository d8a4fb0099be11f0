"""A machine is scikit-learn's own SVC, fitted on exactly the examples; what it says beside the answer is that SVC's."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.svm import SVC

from app.teaching.examples import Examples
from app.teaching.machine import Machine

SIGNS = ["01", "479", "0123456789"]


def fitted(examples) -> SVC:
    """By hand, as whoever reads the page's lines of Python would."""
    return SVC(C=10).fit(examples.rows.astype(float), examples.labels)


@pytest.mark.parametrize("signs", SIGNS)
def test_it_is_scikit_learns_own_on_the_same_rows(signs, hands, new_svc):
    examples = hands.examples(range(4), signs)
    machine, svc = Machine(examples, new_svc), fitted(examples)
    assert machine.support == svc.support_.tolist()
    assert np.array_equal(machine.svc.dual_coef_, svc.dual_coef_)
    assert np.array_equal(machine.svc.intercept_, svc.intercept_)
    assert np.array_equal(machine.predict(hands.rows), svc.predict(hands.rows.astype(float)))


@pytest.mark.parametrize("signs", SIGNS)
def test_who_wins_a_duel_is_above_zero_in_the_table(signs, hands, new_svc):
    machine = Machine(hands.examples(range(4), signs), new_svc)
    table = machine.table(hands.rows)
    assert np.array_equal(table, -table.transpose(0, 2, 1))
    wins = (table > 0).sum(2)
    numbers, _, _ = machine.margins(hands.rows)
    assert (wins[np.arange(len(numbers)), numbers] == wins.max(1)).all()


@pytest.mark.parametrize("signs", SIGNS)
def test_the_rival_is_the_sign_with_the_closest_duel_and_the_reason_an_example_of_the_answer(signs, hands, new_svc):
    machine = Machine(hands.examples(range(4), signs), new_svc)
    for row in hands.rows[hands.of(range(10, 12), signs)]:
        reading = machine.read(row)
        table = machine.table(row[None])[0]
        names = machine.examples.signs
        duels = {names[i]: table[names.index(reading.sign), i] for i in range(len(names)) if names[i] != reading.sign}
        assert (reading.rival, reading.margin) == min(duels.items(), key=lambda one: one[1])
        assert machine.examples.labels[reading.because] == reading.sign
        assert reading.because in machine.support


def test_among_drawings_unlike_each_other_the_reason_is_the_one_that_is_drawn_again(new_svc):
    rows = np.zeros((4, 320), int)
    rows[np.arange(4), np.arange(4)] = 255
    machine = Machine(Examples.checked(rows.tolist(), ["a", "b", "a", "b"]), new_svc)
    assert [machine.read(row).because for row in machine.examples.rows] == [0, 1, 2, 3]


def test_the_weightiest_example_has_the_largest_weight(hands, new_svc):
    machine = Machine(hands.examples(range(4), "49"), new_svc)
    weights = dict(zip(machine.support, np.abs(machine.svc.dual_coef_).sum(0), strict=True))
    assert weights[machine.weightiest] == max(weights.values())
