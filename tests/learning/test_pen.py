"""The pen draws what the page's canvas draws: round, even, smooth, and the same however many points came in."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from app.learning.pen import PEN, SIZE, draw, fit, smooth

ARC = np.array([[80 + 45 * np.cos(a), 80 + 45 * np.sin(a)] for a in np.linspace(0.4, 5.6, 9)])
# Strokes and the page's path for each, in sides of the sheet: tests/js/pen.test.mjs holds the page's pen against them.
PATHS = json.loads((Path(__file__).parents[1] / "fixtures" / "pen-paths.json").read_text())
OFF = 0.06  # pixels: what straight pieces may cut off a curve of the sheet's size
SEVEN = np.array([[30.0, 30.0], [120.0, 30.0], [70.0, 130.0]])


def ink(strokes, size=SIZE, pen=PEN):
    """Ink 0..1 of a drawing, (size, size)."""
    return 1 - np.asarray(draw(strokes, size, pen), dtype=float) / 255


def ink_by_distance(line, size=SIZE, pen=PEN):
    """The same picture by another way: each pixel's distance to each straight piece of the line."""
    y, x = np.mgrid[0:size, 0:size] + 0.5
    nearest = np.full((size, size), np.inf)
    for (ax, ay), (bx, by) in pairwise(line):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        along = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1) if length else 0
        nearest = np.minimum(nearest, np.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    return np.clip(pen / 2 - nearest + 0.5, 0, 1)


def dense(line, times):
    """The same straight-sided line with `times` as many points."""
    at = np.arange(len(line))
    between = np.linspace(0, len(line) - 1, (len(line) - 1) * times + 1)
    return np.column_stack([np.interp(between, at, line[:, axis]) for axis in range(2)])


def test_the_picture_is_square_grey_and_black_on_white():
    picture = draw([SEVEN], size=96, pen=6)
    assert (picture.mode, picture.size) == ("L", (96, 96))
    assert picture.getextrema() == (0, 255)


def test_no_strokes_leave_the_paper_white():
    assert draw([]).getextrema() == (255, 255)


@pytest.mark.parametrize("pen", [4, 8, 16, 30])
def test_a_stroke_of_one_point_is_a_dot_of_the_pens_width(pen):
    dot = ink([[[80, 60]]], pen=pen)
    assert dot.sum() == pytest.approx(np.pi * pen**2 / 4, rel=0.035)
    assert dot[60, 80 - pen // 2 : 80 + pen // 2].min() > 0.5
    assert (dot[:, : 80 - pen // 2].max(), dot[: 60 - pen // 2].max()) == (0, 0)


@pytest.mark.parametrize("pen", [4, 7, 8, 12.5, 20])
@pytest.mark.parametrize("end", [(140, 80), (20, 80), (80, 140), (130, 130), (140, 50)])
def test_a_line_is_as_wide_as_the_pen_and_has_round_caps(pen, end):
    start = np.array([80.0, 80.0])
    length = np.hypot(*(np.array(end) - start))
    area = ink([[start, end]], pen=pen).sum()
    assert area == pytest.approx(pen * length + np.pi * pen**2 / 4, rel=0.035)


def test_an_upright_line_covers_exactly_its_columns():
    row = ink([[[80, 20], [80, 140]]], pen=8)[80]
    assert np.flatnonzero(row > 0.9).tolist() == list(range(76, 84))
    assert row.sum() == pytest.approx(8, abs=0.3)


@pytest.mark.parametrize("pen", [5, 8, 16])
@pytest.mark.parametrize("line", [ARC, SEVEN, SEVEN[:2], dense(SEVEN, 40)], ids=["arc", "seven", "bar", "dense seven"])
def test_the_picture_agrees_with_one_drawn_by_distance(line, pen):
    difference = np.abs(ink([line], pen=pen) - ink_by_distance(smooth(line), pen=pen))
    assert difference.max() < 0.4  # of one pixel at the edge
    assert difference.sum() < 0.03 * ink([line], pen=pen).sum()


def test_joins_are_round_where_a_line_turns_back():
    there_and_back = np.array([[40.0, 80.0], [100.0, 80.0], [40.0, 80.0]])
    assert ink([dense(there_and_back, 600)])[:, 100:].sum() == pytest.approx(np.pi * PEN**2 / 8, rel=0.1)


def test_many_points_on_a_curve_draw_what_few_do():
    finely = smooth(ARC)
    assert np.abs(ink([finely]) - ink([smooth(finely)])).max() < 0.3
    assert np.abs(ink([finely]) - ink([dense(finely, 7)])).max() < 0.3


@pytest.mark.parametrize("times", [10, 100])
def test_many_points_on_a_straight_line_change_nothing(times):
    assert np.abs(ink([SEVEN[:2]]) - ink([dense(SEVEN[:2], times)])).max() < 0.1


def test_a_point_given_twice_changes_nothing():
    assert np.array_equal(ink([np.repeat(SEVEN[:2], 3, axis=0)]), ink([SEVEN[:2]]))


def finely(path):
    """A page's path, drawn with so many straight pieces that none can be seen: pixels, (n, 2)."""
    line = [np.array(path[0])]
    for *control, x, y in path[1:]:
        start, end = line[-1], np.array([x, y])
        middle = np.array(control) if control else (start + end) / 2
        line += [(1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end for t in np.linspace(0, 1, 400)[1:]]
    return np.array(line) * SIZE


def farthest(points, line):
    """How far the farthest of the points is from a line, in pixels."""
    start, move = line[:-1], np.diff(line, axis=0)
    along = ((points[:, None] - start) * move).sum(axis=2) / np.maximum((move**2).sum(axis=1), 1e-12)
    nearest = start + np.clip(along, 0, 1)[:, :, None] * move
    return np.hypot(*np.moveaxis(points[:, None] - nearest, 2, 0)).min(axis=1).max()


@pytest.mark.parametrize("one", PATHS[1:], ids=lambda one: one["name"])
def test_the_line_is_the_pages_path(one):
    line, path = smooth(np.array(one["points"]) * SIZE), finely(one["path"])
    assert farthest(line, path) < OFF
    assert farthest(path, line) < OFF


@pytest.mark.parametrize("one", PATHS, ids=lambda one: one["name"])
def test_the_line_passes_every_place_of_the_pages_path_in_its_order(one):
    left = smooth(np.array(one["points"]) * SIZE).tolist()
    for place in [np.array(segment[-2:]) * SIZE for segment in one["path"]]:
        while left and place != pytest.approx(np.array(left[0]), abs=1e-3):
            left.pop(0)
        assert left, place
    assert len(left) == 1


def test_strokes_beyond_the_paper_are_cut_at_its_edge():
    picture = ink([[[-50, 80], [300, 80]]])
    assert picture[80].min() == 1


@pytest.mark.parametrize("share", [0.3, 0.8, 1.0])
@pytest.mark.parametrize("pen", [4, 8, 20])
def test_fitted_strokes_take_their_share_and_stay_on_the_canvas(share, pen):
    picture = ink(fit([SEVEN / 160, SEVEN[:1] / 160], pen=pen, share=share), pen=pen)
    rows = np.flatnonzero(picture.max(axis=1) > 0.5)
    assert rows[-1] - rows[0] + 1 == pytest.approx(share * SIZE, abs=1.5)
    assert rows[0] == pytest.approx(SIZE - 1 - rows[-1], abs=1.5)


def test_fitting_keeps_the_aspect():
    (fitted,) = fit([[[0, 0], [1, 0], [1, 4]]], size=100, pen=0, share=1)
    assert fitted == pytest.approx(np.array([[37.5, 0], [62.5, 0], [62.5, 100]]))


def test_a_dot_is_fitted_to_the_middle():
    (fitted,) = fit([[[3, 7]]], size=100)
    assert fitted.tolist() == [[50, 50]]
