"""Labelled drawings are scored as they are, and the notebook's recipe beside them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.learning.evaluating import judge, naive, summary
from app.learning.material import Drawing, painted
from app.reading.reader import Reader

SEVEN = [[[0, 0], [10, 0], [4, 20]]]
ONE = [[[0, 0], [0, 20]]]


@pytest.fixture(scope="module")
def drawings():
    blank = io.BytesIO()
    Image.new("L", (60, 60), 255).save(blank, "PNG")
    return [
        Drawing(7, "7.png", painted(SEVEN)),
        Drawing(1, "1.png", painted(ONE)),
        Drawing(3, "3-mislabelled.png", painted(ONE)),
        Drawing(5, "5-blank.png", blank.getvalue()),
    ]


def test_each_drawing_is_judged_and_a_blank_one_is_not_read(models, drawings):
    judged = judge(Reader.open(models), drawings)
    assert [(j.digit, j.right) for j in judged] == [(7, True), (1, True), (1, False), (None, False)]


def test_the_summary_tells_accuracy_by_digit_and_confusion(models, drawings):
    text = summary(judge(Reader.open(models), drawings), "Ours")
    assert "Ours: 4 drawings, 0.5000 read right" in text
    assert "7: 1.00" in text and "3: 0.00" in text
    assert "ece" in text


def test_the_notebooks_recipe_answers_them_all(drawings):
    assert all(j.digit in range(10) for j in naive(drawings))
    assert "ece" not in summary(naive(drawings), "Naive")


def test_a_broken_picture_is_one_that_neither_road_can_read(models):
    broken = [Drawing(7, "7.png", b"no picture")]
    assert [j.digit for j in judge(Reader.open(models), broken) + naive(broken)] == [None, None]
