"""A picture is laid on white before paper and ink are told apart; what is grey keeps one channel."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.picture.paper import flattened

CHANCE = np.random.default_rng(14)
EVERY_GREY = np.arange(256, dtype=np.uint8).reshape(16, 16, 1)


def opaque(colours: np.ndarray) -> np.ndarray:
    return np.concatenate([colours, np.full_like(colours[:, :, :1], 255)], axis=2)


def on_white(pixels: np.ndarray) -> np.ndarray:
    """What lies over white, in float64: alpha parts of the colour, and white for the rest; no half can occur."""
    colours, alpha = pixels[:, :, :-1].astype(float), pixels[:, :, -1:].astype(float)
    return np.rint(255 - (255 - colours) * alpha / 255)


@pytest.mark.parametrize("channels", [2, 4], ids=["grey", "coloured"])
def test_what_is_half_clear_lets_white_through(channels):
    pixels = CHANCE.integers(0, 256, (60, 60, channels), dtype=np.uint8)
    np.testing.assert_array_equal(flattened(pixels), on_white(pixels))


@pytest.mark.parametrize("alpha", [1, 127, 128, 254])
def test_a_single_alpha_lets_white_through(alpha):
    pixels = np.concatenate([EVERY_GREY, np.full_like(EVERY_GREY, alpha)], axis=2)
    np.testing.assert_array_equal(flattened(pixels), on_white(pixels))


@pytest.mark.parametrize("first", [0, 7, 128, 255])
def test_opaque_greys_are_seen_to_be_grey_whichever_comes_first(first):
    greys = EVERY_GREY + np.uint8(first)
    for pixels in (greys, np.repeat(greys, 3, axis=2), opaque(greys), opaque(np.repeat(greys, 3, axis=2))):
        np.testing.assert_array_equal(flattened(pixels), greys)


def test_half_clear_greys_are_seen_to_be_grey():
    pixels = opaque(np.repeat(EVERY_GREY, 3, axis=2))
    pixels[0, 0, 3] = 128
    assert flattened(pixels).shape == (16, 16, 1)


@pytest.mark.parametrize("channel", [0, 1, 2])
@pytest.mark.parametrize("place", [(0, 0), (9, 4), (15, 15)])
@pytest.mark.parametrize("dress", [lambda colours: colours, opaque], ids=["RGB", "RGBA"])
def test_one_coloured_pixel_keeps_all_colours(channel, place, dress):
    colours = np.full((16, 16, 3), 200, np.uint8)
    colours[*place, channel] = 201
    np.testing.assert_array_equal(flattened(dress(colours)), colours)


@pytest.mark.parametrize("alpha", [255, 128])
@pytest.mark.parametrize("channel", [0, 1, 2])
def test_ink_on_clear_paper_that_is_not_quite_black_keeps_its_colour(channel, alpha):
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[2:6, 3:5, 3] = alpha
    assert flattened(pixels)[3, 3].tolist() == [255 - alpha]
    pixels[2:6, 3:5, channel] = 1
    flat = flattened(pixels)
    np.testing.assert_array_equal(flat, on_white(pixels))
    assert flat[3, 3, channel] == 256 - alpha


@pytest.mark.parametrize(("shade", "seen"), [(215, 215), (216, 0)])
def test_ink_on_clear_paper_that_white_would_swallow_is_dark(shade, seen):
    pixels = np.zeros((8, 8, 2), np.uint8)
    pixels[2:6, 3:5] = shade, 255
    flat = flattened(pixels)
    assert (flat[3, 3, 0], flat[0, 0, 0]) == (seen, 255)


@pytest.mark.parametrize(("paper", "seen"), [(215, 255), (214, 0)])
def test_light_paper_that_is_nearly_as_opaque_as_its_ink_is_only_paper(paper, seen):
    """Up to 40 of 255 the alpha may differ: that much is haze."""
    pixels = np.full((8, 8, 2), 255, np.uint8)
    pixels[:, :, 1] = paper
    pixels[2:6, 3:5, 1] = 255
    assert flattened(pixels)[3, 3, 0] == seen
