"""What can be learnt from, and what is said of anything else."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import BadExamples, Blank
from app.teaching.examples import (
    BAD_LABEL,
    BAD_ROW,
    CONTRADICTION,
    ONE_SIGN,
    TOO_MANY_EXAMPLES,
    TOO_MANY_SIGNS,
    Examples,
    checked_rows,
    row_of,
)


def row(number: int) -> list[int]:
    """A row like no other."""
    return [number // 200 + 1, number % 200, *[1] * 318]


def checked(labels: list[object], rows: list[object] | None = None) -> Examples:
    return Examples.checked(rows or [row(number) for number in range(len(labels))], labels)


def test_two_hundred_drawings_of_twelve_signs_are_learnt_from():
    examples = checked([f"sign {number % 12}" for number in range(200)])
    assert (len(examples), len(examples.signs)) == (200, 12)
    assert examples.rows.dtype == np.uint8


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (["a", "b"] * 100 + ["a"], TOO_MANY_EXAMPLES),
        ([f"sign {number}" for number in range(13)], TOO_MANY_SIGNS),
        (["a"], ONE_SIGN),
        (["a", "a", "a"], ONE_SIGN),
        (["a", ""], BAD_LABEL),
        (["a", " "], BAD_LABEL),
        (["a", "b\n"], BAD_LABEL),
        (["a", "x" * 13], BAD_LABEL),
        (["a", 7], BAD_LABEL),
        (["a", None], BAD_LABEL),
        (["a", ["b"]], BAD_LABEL),
    ],
)
def test_labels_that_teach_nothing_are_refused(labels, message):
    with pytest.raises(BadExamples) as refused:
        checked(labels)
    assert refused.value.message == message


@pytest.mark.parametrize(
    "bad",
    [
        [1] * 319,
        [1] * 321,
        [1.5] * 320,
        [-1] * 320,
        [256] * 320,
        ["1"] * 320,
        [10**30] * 320,
        [[1]] * 320,
        [None] * 320,
        [],
        7,
        None,
        {},
    ],
    ids=lambda bad: str(bad)[:12],
)
def test_what_is_no_row_of_features_is_refused(bad):
    for rows in ([bad], [row(1), bad]):
        with pytest.raises(BadExamples) as refused:
            checked_rows(rows)
        assert refused.value.message == BAD_ROW


def test_a_drawing_without_ink_is_blank():
    with pytest.raises(Blank):
        checked(["a", "b"], [row(1), [0] * 320])


def test_the_same_drawing_under_two_names_is_told_kindly():
    with pytest.raises(BadExamples) as refused:
        checked(["★", "4", "fish"], [row(1), row(2), row(1)])
    assert refused.value.message == CONTRADICTION
    assert refused.value.facts == {"first": 1, "second": 3, "one": "★", "other": "fish"}


def test_the_same_drawing_twice_is_no_contradiction():
    assert len(checked(["a", "b", "a"], [row(1), row(2), row(1)])) == 3


def test_an_answer_holds_the_row_that_it_was_read_in(hands, app):
    answer = app.extensions["serving"].now.reader.read(hands.pictures[0])
    assert np.array_equal(row_of(answer), hands.rows[0])
