"""One drawing through both pipelines."""

from __future__ import annotations

from app.errors import NotAnImage
from app.lesson.comparison import compare, compare_file
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


def test_an_unreadable_picture_spoils_no_others(reader, notebook):
    file = compare_file("5.png", b"no picture", reader, notebook)
    assert (file.truth, file.comparison) == (5, None)
    assert isinstance(file.error, NotAnImage)
