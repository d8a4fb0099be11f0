"""What would be said of each example from the others alone."""

from __future__ import annotations

import numpy as np
from sklearn.model_selection import LeaveOneOut, PredefinedSplit, cross_val_predict
from sklearn.svm import SVC

from app.teaching.examples import Examples
from app.teaching.guesses import ROUNDS, guesses, mistakes
from app.teaching.machine import Machine


def test_up_to_fifty_are_left_out_one_by_one_as_scikit_learn_does(hands, new_svc):
    examples = hands.examples(range(5), "3589")
    expected = cross_val_predict(SVC(C=10), examples.rows.astype(float), examples.labels, cv=LeaveOneOut())
    assert guesses(Machine(examples, new_svc), new_svc) == expected.tolist()


def test_of_more_several_are_left_out_at_once(hands, new_svc):
    examples = hands.examples(range(10), "0123456")
    rounds = PredefinedSplit(np.arange(len(examples)) % ROUNDS)
    expected = cross_val_predict(SVC(C=10), examples.rows.astype(float), examples.labels, cv=rounds)
    assert len(examples) > ROUNDS
    assert guesses(Machine(examples, new_svc), new_svc) == expected.tolist()


def test_the_only_example_of_a_sign_is_guessed_wrong(hands, new_svc):
    examples = hands.examples(range(1), "17")
    assert guesses(Machine(examples, new_svc), new_svc) == ["7", "1"]


def test_a_mistake_has_the_example_that_misled(hands):
    rows = np.zeros((4, 320), int)
    rows[:, 0], rows[3, 1] = (3, 4, 12, 5), 1
    examples = Examples.checked(rows.tolist(), ["a", "b", "a", "b"])
    [mistake] = mistakes(examples, ["b", "b", "a", "b"])
    assert mistake == (0, "b", 1)
    assert mistakes(examples, ["a", "b", "a", "b"]) == []
