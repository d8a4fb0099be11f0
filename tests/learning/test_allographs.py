"""The templates: a readable file that is understood or refused with the line's number, and what must hold of each."""

from collections import Counter

import numpy as np
import pytest

from app.learning.allographs import counter_examples, digits, outline, parse, read_allographs

ALL = (*digits(), *counter_examples())
CROSSED = [
    "# a remark",
    "",
    "7, crossed",
    "  .08,.06 .92,.04! .40,1.0",
    "  .25,.52 .78,.50",
    "1, bare",
    "  .0,.0 .0,1.0",
]

LEAST_OF_A_DIGIT = 30  # ways of writing each digit
LEAST_OF_COUNTER_EXAMPLES = 150
WIDEST = 2.3  # heights: a lying wave
SWELL = 0.06  # of the height: how far a curve may swell beyond its control points' box


def corners(*at, of):
    flags = np.zeros(of, dtype=bool)
    flags[list(at)] = True
    return flags


def test_a_template_has_a_label_a_name_and_strokes():
    seven, one = parse(CROSSED)
    assert (seven.label, seven.name, seven.digit) == ("7", "7, crossed", 7)
    assert (one.label, one.name, one.digit) == ("1", "1, bare", 1)
    assert [stroke.points.tolist() for stroke in seven.strokes] == [
        [[0.08, 0.06], [0.92, 0.04], [0.40, 1.0]],
        [[0.25, 0.52], [0.78, 0.50]],
    ]


def test_an_exclamation_mark_makes_a_corner():
    seven, _ = parse(CROSSED)
    assert seven.strokes[0].corners.tolist() == [False, True, False]


@pytest.mark.parametrize("label", ["A", "heart", "10", "²", "-1", "٣"])
def test_other_signs_are_no_digit(label):
    (sign,) = parse([f"{label}, plain", "  .0,.0 1,1"])
    assert sign.digit is None


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["  .0,.0 1,1"], "page:1: a stroke before any name"),
        (["7, plain", "8, plain", "  .0,.0 1,1"], "page:1: '7, plain' has no strokes"),
        (["8, plain", "  .0,.0 1,1", "", "7, plain"], "page:4: '7, plain' has no strokes"),
        (["7, plain", "  .0,.0 .5"], "page:2: '.5' is not a point"),
        (["7, plain", "  .0,.0 .5,.2,.3"], "page:2: '.5,.2,.3' is not a point"),
        (["7, plain", "  .0,.0! a,b!"], "page:2: 'a,b' is not a point"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_with_the_line(lines, complaint):
    with pytest.raises(ValueError, match=f"^{complaint}"):
        list(parse(lines, "page"))


def test_a_file_is_read_as_a_whole(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("\n".join(CROSSED), encoding="utf-8")
    assert [allograph.name for allograph in read_allographs(path)] == ["7, crossed", "1, bare"]


def test_a_curve_goes_through_its_points():
    points = np.array([[0, 0], [0.5, 0.1], [0.4, 0.6], [0.9, 1.0]])
    line = outline(points, corners(of=4))
    assert all(np.abs(line - point).sum(axis=1).min() < 1e-12 for point in points)
    assert np.array_equal(line[[0, -1]], points[[0, -1]])


def test_points_of_a_circle_give_a_circle():
    turn = np.linspace(0, 2 * np.pi, 9)
    line = outline(np.column_stack([np.cos(turn), np.sin(turn)]), corners(of=9))
    assert np.abs(np.hypot(*line.T) - 1).max() < 0.03


def test_a_curve_is_smooth_except_at_a_corner():
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
    assert sharpest(outline(points, corners(of=3))) < 0.5
    assert sharpest(outline(points, corners(1, of=3))) == pytest.approx(np.pi / 2)


def test_between_corners_the_line_is_straight():
    line = outline(np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]), corners(1, of=3))
    assert set(line[:9, 1].round(12)) == {0} and set(line[9:, 0].round(12)) == {1}


@pytest.mark.parametrize("points", [[[0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]]])
def test_a_dot_stays_a_dot(points):
    assert outline(np.array(points), corners(of=len(points))).tolist() == [[0.5, 0.5]]


def test_a_point_given_twice_is_drawn_once():
    points = np.array([[0, 0], [0.5, 0.1], [0.5, 0.1], [1.0, 1.0]])
    assert np.array_equal(outline(points, corners(of=4)), outline(points[[0, 1, 3]], corners(of=3)))


def test_each_digit_is_written_in_many_ways():
    counts = Counter(allograph.digit for allograph in digits())
    assert sorted(counts) == list(range(10))
    assert min(counts.values()) >= LEAST_OF_A_DIGIT


def test_many_counter_examples_are_no_digit():
    assert len(counter_examples()) >= LEAST_OF_COUNTER_EXAMPLES
    assert {allograph.digit for allograph in counter_examples()} == {None}


def test_names_are_unique():
    assert [name for name, times in Counter(allograph.name for allograph in ALL).items() if times > 1] == []


def test_no_two_templates_are_the_same_drawing():
    drawings = Counter(tuple(map(tuple, all_points(a).tolist())) for a in ALL)
    assert max(drawings.values()) == 1


def test_every_template_lies_in_its_box():
    assert [a.name for a in ALL if not lies_in_its_box(a)] == []


def test_every_digit_fills_its_box():
    assert [a.name for a in digits() if not fills_its_box(a)] == []


def lies_in_its_box(allograph):
    points, line = all_points(allograph), np.concatenate(allograph.lines())
    inside = points.min() >= 0 and points[:, 1].max() <= 1 and points[:, 0].max() <= WIDEST
    return inside and line.min() >= -SWELL and line[:, 1].max() <= 1 + SWELL


def fills_its_box(allograph):
    x, y = all_points(allograph).T
    return x.min() <= 0.12 and x.max() <= 1 and y.min() <= 0.05 and y.max() >= 0.93


def all_points(allograph):
    return np.concatenate([stroke.points for stroke in allograph.strokes])


def sharpest(line):
    """The sharpest turn of a line, in radians."""
    steps = np.diff(line, axis=0)
    turns = np.diff(np.arctan2(steps[:, 1], steps[:, 0]))
    return np.abs((turns + np.pi) % (2 * np.pi) - np.pi).max()
