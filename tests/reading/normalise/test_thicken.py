"""Strokes are as wide as the usual pen's, or fatter: a thinner one is made good."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.reading.arrays import FULL_INK, to_grey
from app.reading.normalise.thicken import USUAL_PEN, thickened
from app.reading.strokes import pen_width
from tests.reading.normalise.lines import BAR, HEIGHT, SLASH, STEM, drawn

pytestmark = pytest.mark.numeric


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
    grown = thickened(drawn(*lines, pen=pen))
    rows = np.flatnonzero((to_grey(grown) > 0.5).any(1))
    assert pen_width(to_grey(grown)) / np.ptp(rows) == pytest.approx(USUAL_PEN, rel=0.12)


def test_whichever_thin_pen_drew_it_the_picture_is_the_same():
    pictures = []
    for pen in (3, 5, 7):
        grown = Image.fromarray(thickened(drawn(SLASH, BAR, pen=pen)))
        pictures.append(to_grey(grown.crop(grown.getbbox()).resize((32, 32), Image.Resampling.BOX)))
    assert max(np.abs(picture - pictures[0]).mean() for picture in pictures) < 0.03


def test_a_fat_pen_is_left_as_it_is():
    fat = drawn(SLASH, BAR, pen=16)
    assert thickened(fat) is fat


def test_ink_grows_alike_in_all_directions():
    dot = np.zeros((129, 9), np.uint8)
    dot[64, 4] = FULL_INK
    grown = to_grey(thickened(dot)) > 0.5
    rows, columns = np.nonzero(grown)
    reach = np.hypot(rows - rows.mean(), columns - columns.mean())
    assert np.ptp(rows) == np.ptp(columns) > 10
    assert grown.sum() == pytest.approx(np.pi * reach.max() ** 2, rel=0.15)
