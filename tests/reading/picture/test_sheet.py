"""What is left out of a picture is known, and why."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.reading.arrays import INKED
from app.reading.picture import sheet_of
from tests.reading.picture.papers import lit, on_lines
from tests.reading.picture.surroundings import EDGE, digits, framed, plotted, ruled, sheet

DIGIT = digits(every=40)[1]

PICTURES = {
    (): lambda: sheet(DIGIT),
    ("ruling",): lambda: on_lines(DIGIT, width=2, shade=60),
    ("frame",): lambda: framed(DIGIT, margin=8),
    ("edge",): lambda: ruled(DIGIT, (EDGE, 40, EDGE, 120), width=14),
}


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture).reshape(picture.height, picture.width, -1)


@pytest.mark.parametrize("why", PICTURES, ids=lambda why: "".join(why) or "nothing")
def test_what_is_left_out_has_its_reason_and_is_what_is_missing(why):
    seen = sheet_of(pixels(PICTURES[why]()))
    around = seen.left_out()
    assert seen.why == why
    assert (around is None) == (not why)
    if around is not None:
        assert around.shape == seen.ink.shape and (around > INKED).any()
        assert not ((around > INKED) & (seen.ink > INKED)).any()


def test_a_figures_panel_is_a_frame():
    assert sheet_of(pixels(plotted(DIGIT, "gray"))).why == ("frame",)


def test_of_a_large_framed_photo_what_is_left_out_is_as_large_as_what_is_read():
    seen = sheet_of(pixels(lit(framed(DIGIT, margin=20, width=4).resize((700, 700)), grain=4)))
    around = seen.left_out()
    assert seen.why == ("frame",) and around is not None
    assert around.shape == seen.ink.shape != seen.whole.shape
