"""Strokes are as wide as the usual pen's, or fatter: a thinner one is made good."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.reading.arrays import FULL_INK, to_grey
from app.reading.normalise.strokes import INK_AREA, USUAL_PEN, evened, pen_width, with_usual_pen

HEIGHT = 64
FINE = 8  # drawn so many times larger and averaged: soft, exact edges


def drawn(*lines: tuple[float, float, float, float], pen: float, height: int = HEIGHT) -> np.ndarray:
    """A picture of straight lines with round ends, x and y in shares of the height, that fills its height."""
    large = Image.new("L", (height * FINE, height * FINE))
    pencil = ImageDraw.Draw(large)
    inner = (height - pen) * FINE
    for line in lines:
        ends = [pen * FINE / 2 + share * inner for share in line]
        pencil.line(ends, fill=FULL_INK, width=round(pen * FINE))
        for x, y in (ends[:2], ends[2:]):
            pencil.circle((x, y), pen * FINE / 2, fill=FULL_INK)
    return np.asarray(large.resize((height, height), Image.Resampling.BOX))


SLASH = (0.2, 0.0, 0.8, 1.0)
STEM = (0.5, 0.0, 0.5, 1.0)
BAR = (0.0, 0.5, 1.0, 0.5)


@pytest.mark.parametrize("pen", [3, 6, 10])
@pytest.mark.parametrize("line", [SLASH, STEM, (0.1, 0.0, 0.4, 1.0)], ids=["slash", "stem", "steep"])
def test_the_pens_width_is_told_from_the_ink(line, pen):
    assert pen_width(to_grey(drawn(line, pen=pen))) == pytest.approx(pen, rel=0.15)


def test_soft_edges_do_not_change_the_pens_width():
    sharp = drawn(SLASH, pen=8)
    coarse = Image.fromarray(sharp).resize((16, 16), Image.Resampling.BOX)
    soft = coarse.resize((HEIGHT, HEIGHT), Image.Resampling.BICUBIC)
    assert pen_width(to_grey(soft)) == pytest.approx(pen_width(to_grey(sharp)), rel=0.15)


@pytest.mark.parametrize("pen", [2, 3, 4.5, 6, 8])
@pytest.mark.parametrize("lines", [(SLASH,), (STEM, BAR), ((0.2, 0.0, 0.8, 0.5), (0.8, 0.5, 0.2, 1.0))], ids=str)
def test_a_thin_pen_is_brought_up_to_the_usual_one(lines, pen):
    grown = with_usual_pen(drawn(*lines, pen=pen))
    rows = np.flatnonzero((to_grey(grown) > 0.5).any(1))
    assert pen_width(to_grey(grown)) / np.ptp(rows) == pytest.approx(USUAL_PEN, rel=0.12)


def test_whichever_thin_pen_drew_it_the_picture_is_the_same():
    pictures = []
    for pen in (3, 5, 7):
        grown = Image.fromarray(with_usual_pen(drawn(SLASH, BAR, pen=pen)))
        pictures.append(to_grey(grown.crop(grown.getbbox()).resize((32, 32), Image.Resampling.BOX)))
    assert max(np.abs(picture - pictures[0]).mean() for picture in pictures) < 0.03


def test_a_fat_pen_is_left_as_it_is():
    fat = drawn(SLASH, BAR, pen=16)
    assert with_usual_pen(fat) is fat


def test_ink_grows_alike_in_all_directions():
    dot = np.zeros((129, 9), np.uint8)
    dot[64, 4] = FULL_INK
    grown = to_grey(with_usual_pen(dot)) > 0.5
    rows, columns = np.nonzero(grown)
    reach = np.hypot(rows - rows.mean(), columns - columns.mean())
    assert np.ptp(rows) == np.ptp(columns) > 10
    assert grown.sum() == pytest.approx(np.pi * reach.max() ** 2, rel=0.15)


@pytest.mark.parametrize("pen", [4, 8, 12])
def test_evened_strokes_have_the_same_area(pen):
    small = Image.fromarray(drawn(SLASH, STEM, BAR, pen=pen)).resize((32, 32), Image.Resampling.BOX)
    assert evened(small).sum() == pytest.approx(INK_AREA, rel=0.12)
