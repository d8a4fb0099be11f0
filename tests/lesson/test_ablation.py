"""What each step from the notebook's recipe to ours is worth."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.lesson.ablation import ablation


def test_there_are_four_steps_from_the_notebook_to_the_reader(lesson):
    steps = ablation(lesson)
    assert [(step.name, step.model) for step in steps] == [
        ("shrunk", "notebook"),
        ("prepared", "notebook"),
        ("practised", "counts"),
        ("directed", "served"),
    ]
    for step in steps:
        assert step.exam == len(lesson.evaluations[step.model, "test"].wrong)


def test_our_own_drawings_are_counted_as_the_shares_say(lesson):
    n, steps = lesson.shares.n, ablation(lesson)
    shrunk, prepared, _, directed = (1 - step.own / n for step in steps)
    assert (shrunk, prepared, directed) == pytest.approx(lesson.shares[:3])


def test_the_exams_digits_were_prepared_already(lesson):
    shrunk, prepared, *_ = ablation(lesson)
    assert shrunk.exam == prepared.exam
    assert shrunk.own > prepared.own


def test_without_test_drawings_there_are_no_steps(lesson):
    assert ablation(lesson._replace(shares=None)) == ()


def test_no_step_takes_away_what_the_one_before_gave(lesson):
    steps = ablation(lesson)
    for before, after in pairwise(steps):
        assert after.exam <= before.exam
        assert after.own <= before.own
    assert steps[0].exam > steps[2].exam


def test_in_new_ways_of_writing_each_step_is_worth_something(lesson):
    shrunk, prepared, practised, directed = (step.left_out for step in ablation(lesson))
    assert shrunk is None
    assert prepared > practised > directed > 0
