"""Figures: numbers in, a picture out, drawn once."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image

from app.figures import Mark, atlas_png, border_svg, confusion_png, curve_svg, digit_svg, heat_tones, reliability_svg

RIGHT = tuple(tuple(45 * (x == y) for x in range(10)) for y in range(10))
WITH_SLIP = ((44, 1, *RIGHT[0][2:]), *RIGHT[1:])


def test_a_confusion_matrix_becomes_a_picture():
    picture = Image.open(BytesIO(confusion_png(RIGHT, 1.0, 450)))
    assert picture.format == "PNG"
    assert picture.size == (800, 800)


def test_a_single_slip_changes_the_picture_where_it_happened():
    right, slip = (Image.open(BytesIO(confusion_png(counts, 1.0, 450))).convert("RGB") for counts in (RIGHT, WITH_SLIP))
    box = (150, 50, 190, 90)  # inside row 0, column 1
    red, green, blue = slip.crop(box).resize((1, 1)).getpixel((0, 0))
    assert red > green + 10 and red > blue + 10
    assert right.crop(box).tobytes() != slip.crop(box).tobytes()


def test_the_same_numbers_are_drawn_once():
    assert confusion_png(RIGHT, 1.0, 450) is confusion_png(RIGHT, 1.0, 450)


def test_an_empty_matrix_can_be_drawn():
    assert confusion_png(tuple((0,) * 10 for _ in range(10)), 0.0, 0)


def test_a_digit_becomes_a_square_of_ink_for_each_count():
    counts = tuple(number % 17 for number in range(64))
    painted = {}
    for opacity, lines in re.findall(r'<path opacity="([\d.]+)" d="([^"]+)"/>', digit_svg(counts)):
        for x, y in re.findall(r"M(\d)\s([\d.]+)h1", lines):
            painted[int(float(y)) * 8 + int(x)] = float(opacity) * 16
    assert [painted.get(place, 0) for place in range(64)] == pytest.approx(counts, abs=0.01)


def test_nothing_is_painted_where_nothing_is():
    assert "<path" not in digit_svg((0,) * 64)


def test_slips_are_tinted_by_the_most_of_them_and_never_so_much_that_ink_on_them_fades():
    right, *others = heat_tones(((38, 1, 6), (0, 47, 0), (3, 0, 47)))
    assert right == (9 + round(7 * 38 / 47), 4, 8)
    assert others == [(0, 16, 0), (6, 0, 16)]


def test_a_matrix_without_any_answer_has_no_tint():
    assert heat_tones(((0, 0), (0, 0))) == ((0, 0), (0, 0))


def test_a_curve_rises_from_left_to_right_as_its_numbers_do():
    svg = curve_svg([[(20, 0.6), (200, 0.8), (2000, 1.0)]])
    places = [tuple(map(float, place)) for place in re.findall(r"([\d.]+) ([\d.]+)(?=L|\")", line_of(svg))]
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert [y for _, y in places] == sorted((y for _, y in places), reverse=True)
    assert places[1][0] == pytest.approx((places[0][0] + places[2][0]) / 2, abs=0.2)  # tenfold is an even step


def test_every_line_of_a_curve_has_a_mark_of_its_own_shape():
    svg = curve_svg([[(1, 0.6), (10, 0.7)]] * 5)
    marks = re.findall(r'class="mark" d="M[\d.]+ [\d.]+([^"]+?)z', svg)
    assert len(set(marks)) == 5


def test_a_point_below_the_floor_stays_in_the_picture():
    assert "-" not in line_of(curve_svg([[(20, 0.1), (200, 0.8)]]))


def test_more_answers_make_a_larger_dot():
    radii = [
        float(r) for r in re.findall(r'<circle [^>]*r="([\d.]+)"', reliability_svg([(0.5, 0.5, 4), (0.9, 1.0, 400)]))
    ]
    assert radii[0] < radii[1]


def test_a_reliability_diagram_without_answers_is_only_its_axes():
    assert "<circle" not in reliability_svg([])


def test_the_words_of_a_graph_are_numbers():
    words = re.findall(r">([^<]+)</text>", curve_svg([[(20, 0.6), (1347, 0.9)]]) + reliability_svg([]))
    assert all(re.fullmatch(r"[\d%]+", word) for word in words)


def line_of(svg: str) -> str:
    return re.findall(r'class="line" d="[^"]+"', svg)[0]


def test_many_digits_stand_in_one_picture_row_by_row_black_on_clear():
    digits = [[index % 17] * 64 for index in range(67)]
    picture = Image.open(BytesIO(atlas_png(digits))).convert("RGBA")
    assert picture.size == (60 * 8, 2 * 8)
    assert picture.getpixel((8 * 5 + 7, 7)) == (0, 0, 0, 5 * 17)
    assert picture.getpixel((8 * 6, 8)) == (0, 0, 0, 15 * 17)  # the last has 15, and 16 looks like it
    assert picture.getpixel((8 * 7, 8)) == (0, 0, 0, 0)


def test_a_border_shows_each_digit_and_rings_those_that_hold_it():
    marks = [Mark(4, (0.5, 0.25), False, True), Mark(9, (0.75, 1.0), True, False)]
    svg = border_svg(marks, [(-1, [[0, 0], [1, 0.5]]), (0, [[0, 0.5], [1, 1]])])
    assert re.findall(r"<text[^>]*>", svg) == ['<text x="280" y="140">', '<text x="420" y="560">']
    assert re.findall(r'class="(\w+)" d="(M[^"a]*)', svg) == [
        ("edge", "M0.0 0.0L560.0 280.0"),
        ("line", "M0.0 280.0L560.0 560.0"),
        ("ring", "M272 140"),
    ]
