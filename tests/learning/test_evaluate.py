"""Labelled drawings are scored as they are, and the notebook's recipe beside them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from app.learning.drawings import LabelledDrawing, canvas_png
from app.learning.evaluate import (
    calibration_error,
    predict_by_notebook,
    predict_by_reader,
    score_by_source,
    summary,
)
from app.learning.samples import Samples
from app.reading.classify import ALLOGRAPHS
from app.reading.reader import Reader

SEVEN = [[[0, 0], [10, 0], [4, 20]]]
ONE = [[[0, 0], [0, 20]]]


@pytest.fixture(scope="module")
def drawings():
    blank = io.BytesIO()
    Image.new("L", (60, 60), 255).save(blank, "PNG")
    return [
        LabelledDrawing(7, "7.png", canvas_png(SEVEN)),
        LabelledDrawing(1, "1.png", canvas_png(ONE)),
        LabelledDrawing(3, "3-mislabelled.png", canvas_png(ONE)),
        LabelledDrawing(5, "5-blank.png", blank.getvalue()),
        LabelledDrawing(5, "5-broken.png", b"no picture"),
    ]


@pytest.fixture(scope="module")
def by_reader(models, drawings):
    return predict_by_reader(Reader.open(models), drawings)


@pytest.fixture(scope="module")
def by_notebook(drawings):
    return predict_by_notebook(drawings)


def test_each_drawing_is_read_but_those_that_are_blank_or_broken(by_reader):
    read = [(7, True), (1, True), (1, False), (None, False), (None, False)]
    assert [(p.digit, p.right) for p in by_reader] == read


def test_the_notebooks_recipe_reads_even_blank_paper_and_knows_no_confidence(by_notebook):
    assert [p.digit is None for p in by_notebook] == [False] * 4 + [True]
    assert by_notebook[1].digit == by_notebook[2].digit  # the same drawing
    assert {p.confidence for p in by_notebook} == {0.0}


def test_a_summary_tells_accuracy_by_digit_and_confusion(by_reader, by_notebook):
    text = summary(by_reader, "Ours")
    assert "Ours: 5 drawings, 0.4000 read right" in text
    assert "7: 1.00" in text and "3: 0.00" in text
    assert "    3  " + " ".join("   1" if digit == 1 else "   0" for digit in range(10)) in text  # a 3 read as 1
    assert "ece" in text
    assert "ece" not in summary(by_notebook, "Naive")


def test_a_summary_of_nothing_that_could_be_read_has_no_matrix(by_reader):
    assert "0.0000 read right" in summary(by_reader[3:], "Ours")


@pytest.mark.parametrize(
    ("confidences", "right", "error"),
    [
        ([1, 1, 1], [1, 1, 1], 0),
        ([1, 1], [1, 0], 0.5),
        ([0.75, 0.75, 0.75, 0.75], [1, 1, 1, 0], 0),
        ([0.9, 0.2], [1, 1], 0.45),
    ],
    ids=["sure and right", "sure and half right", "as right as it says", "unsure and right"],
)
def test_calibration_error_is_the_gap_between_said_and_true(confidences, right, error):
    assert calibration_error(np.array(confidences, float), np.array(right, bool)) == pytest.approx(error)


def test_the_data_set_and_the_allographs_are_scored_apart():
    samples = Samples(np.zeros((3, 64)), np.array([0, 1, 1]), np.array([0, 1, ALLOGRAPHS]))
    scores = score_by_source(samples, np.eye(10)[[0, 1, 2]])
    assert scores == {
        "data set": {"accuracy": 1.0, "ece": 0.0},
        "allographs": {"accuracy": 0.0, "ece": 1.0},
    }
    assert list(score_by_source(samples.where(samples.groups < ALLOGRAPHS), np.eye(10)[[0, 1]])) == ["data set"]
