"""What each step from the notebook's recipe to ours is worth."""

from __future__ import annotations

import pytest

from app.lesson.ablation import ablation
from app.lesson.data import Lesson


@pytest.fixture(scope="module")
def measured(lesson: Lesson) -> Lesson:
    """The lesson, with another model's answers in place of those of the counts alone."""
    stand_ins = {("counts", "test"): ("forest", "test"), ("counts", "own"): ("notebook", "own")}
    evaluations = {key: lesson.evaluations[other] for key, other in stand_ins.items()}
    return lesson._replace(evaluations=lesson.evaluations | evaluations)


def test_there_are_four_steps_from_the_notebook_to_the_reader(measured):
    steps = ablation(measured)
    assert [(step.name, step.model) for step in steps] == [
        ("shrunk", "notebook"),
        ("prepared", "notebook"),
        ("practised", "counts"),
        ("directed", "served"),
    ]
    for step in steps:
        assert step.exam == len(measured.evaluations[step.model, "test"].wrong)


def test_our_own_drawings_are_counted_as_the_shares_say(measured):
    n, steps = measured.shares.n, ablation(measured)
    shares = measured.shares.notebook, measured.shares.plain, measured.shares.notebook, measured.shares.served
    assert [1 - step.own / n for step in steps] == pytest.approx(shares)


def test_the_exams_digits_were_prepared_already(measured):
    shrunk, prepared, *_ = ablation(measured)
    assert shrunk.exam == prepared.exam
    assert shrunk.own > prepared.own


def test_what_was_not_measured_has_no_steps(measured):
    rest = {key: one for key, one in measured.evaluations.items() if key != ("counts", "own")}
    assert ablation(measured._replace(evaluations=rest)) == ()
    assert ablation(measured._replace(shares=None)) == ()
