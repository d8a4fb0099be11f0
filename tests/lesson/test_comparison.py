"""One drawing through both pipelines."""

from __future__ import annotations

import json

from app.errors import NotAnImage
from app.learning.measure_lesson import shown_drawings
from app.lesson.comparison import compare, compare_file
from app.lesson.data import LESSON
from app.web.serialise import comparison_json
from tests.lesson import DRAWINGS


def test_both_pipelines_read_one_drawing(reader, notebook):
    comparison = compare((DRAWINGS / "0.png").read_bytes(), reader, notebook)
    assert (comparison.served.digit, comparison.notebook.digit) == (0, 4)
    assert len(comparison.counts) == len(comparison.notebook.counts) == 64
    assert comparison_json(comparison)["notebook"]["pixels"][2] == comparison.notebook.counts[16:24]


def test_our_pipeline_reads_more_of_our_own_drawings(lesson):
    assert lesson.shares.n >= 100
    assert lesson.shares.notebook < lesson.shares.plain < lesson.shares.served


def test_our_pipeline_reads_every_example_and_the_other_stumbles(lesson):
    assert all(one.served == one.truth for one in lesson.examples)
    assert [one.notebook == one.truth for one in lesson.examples] == [True, False, False]


def test_ten_of_our_own_are_all_ten_and_the_notebook_stumbles_over_some(lesson):
    assert [one.truth for one in lesson.row] == list(range(10))
    assert [one.served for one in lesson.row] == list(range(10))
    assert 4 <= sum(one.notebook == one.truth for one in lesson.row) <= 8


def test_what_training_would_draw_and_read_is_what_the_lesson_shows(reader, notebook, models):
    kept = json.loads((models / LESSON).read_text(encoding="utf-8"))
    shown = shown_drawings(reader, notebook)
    assert list(shown) == ["examples", "row"]
    for name, drawings in shown.items():
        assert [one["truth"] for one in drawings] == [one["truth"] for one in kept[name]]
        assert [one["served"] for one in drawings] == [one["served"] for one in kept[name]]


def test_an_unreadable_picture_spoils_no_others(reader, notebook):
    file = compare_file("5.png", b"no picture", reader, notebook)
    assert (file.truth, file.comparison) == (5, None)
    assert isinstance(file.error, NotAnImage)
