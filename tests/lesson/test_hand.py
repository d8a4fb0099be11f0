"""Your own hand on both roads."""

from __future__ import annotations

from app.errors import NotAnImage
from app.lesson.hand import read_both, read_row
from app.web.serialise import both_json
from tests.lesson import DRAWINGS


def test_both_roads_read_one_drawing(reader, plain):
    both = read_both((DRAWINGS / "0.png").read_bytes(), reader, plain)
    assert (both.served.digit, both.notebook.digit) == (0, 4)
    assert len(both.counts) == len(both.notebook.counts) == 64
    assert both_json(both)["notebook"]["pixels"][2] == list(both.notebook.counts[16:24])


def test_our_road_reads_more_of_our_own_drawings(lesson):
    assert lesson.shares["n"] >= 100
    assert lesson.shares["notebook"] < lesson.shares["plain"] < lesson.shares["served"]


def test_our_road_reads_every_example_and_the_other_stumbles(lesson):
    assert all(one.served == one.truth for one in lesson.examples)
    assert [one.notebook == one.truth for one in lesson.examples] == [True, False, False]


def test_an_unreadable_picture_spoils_no_others(reader, plain):
    row = read_row("5.png", b"no picture", reader, plain)
    assert (row.truth, row.both) == (5, None)
    assert isinstance(row.error, NotAnImage)
