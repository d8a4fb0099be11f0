"""What is paper and what is ink, on sheets small enough to see."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK
from app.reading.picture.paper import lift_ink, paper_colour

WHITE, BLACK = 255, 0


def sheet(paper: int, ink: int, side: int = 8) -> np.ndarray:
    """A grey sheet with a block of ink, two pixels wide, in its middle."""
    pixels = np.full((side, side, 1), paper, np.uint8)
    pixels[2:-2, side // 2 - 1 : side // 2 + 1] = ink
    return pixels


@pytest.mark.parametrize(("paper", "ink"), [(WHITE, BLACK), (BLACK, WHITE), (WHITE, 180), (60, 200), (200, 60)])
def test_ink_is_what_differs_from_the_paper_whichever_is_darker(paper, ink):
    np.testing.assert_array_equal(lift_ink(sheet(paper, ink)), sheet(0, FULL_INK)[:, :, 0])


@pytest.mark.parametrize(("paper", "ink"), [(WHITE, BLACK), (BLACK, WHITE), (128, BLACK), (128, WHITE), (100, 200)])
def test_half_way_from_the_paper_is_half_ink_whatever_its_grey(paper, ink):
    pixels = sheet(paper, ink)
    pixels[0, 0] = (paper + ink) // 2
    assert lift_ink(pixels)[0, 0] == pytest.approx(FULL_INK / 2, abs=2)


def test_paper_is_the_colour_of_the_border_even_when_ink_covers_more():
    pixels = np.full((20, 20, 1), WHITE, np.uint8)
    pixels[2:-2, 2:-2] = BLACK
    assert paper_colour(pixels).tolist() == [WHITE]


def test_paper_is_the_colour_of_the_whole_when_only_a_corner_of_the_border_is_inked():
    pixels = np.full((20, 20, 1), WHITE, np.uint8)
    pixels[:10, :3] = BLACK
    assert paper_colour(pixels).tolist() == [WHITE]


def test_paper_is_the_colour_of_the_whole_when_a_fifth_is_inked_from_the_first_corner_on():
    pixels = np.full((20, 20, 1), WHITE, np.uint8)
    pixels[:10, :8] = BLACK
    assert paper_colour(pixels).tolist() == [WHITE]


def test_paper_is_not_the_colour_of_a_frame_with_gaps():
    pixels = np.full((20, 20, 1), BLACK, np.uint8)
    pixels[0], pixels[:, 0], pixels[-1, :10] = WHITE, WHITE, WHITE
    assert paper_colour(pixels).tolist() == [BLACK]


def test_paper_is_not_the_colour_of_a_blot_that_covers_just_more_than_half():
    pixels = np.full((20, 20, 1), WHITE, np.uint8)
    pixels[0, 0] = pixels[1:-1, 1:13] = BLACK
    assert paper_colour(pixels).tolist() == [WHITE]


def test_haze_stays_haze_and_is_not_stretched_to_ink():
    assert lift_ink(sheet(255, 230)).max() == 25


def test_a_few_black_specks_do_not_make_a_grey_line_faint():
    pixels = sheet(WHITE, 170, side=64)
    pixels[1, 1] = BLACK
    assert lift_ink(pixels)[30, 32] == FULL_INK


@pytest.mark.parametrize("ink", [(255, 0, 0), (255, 0, 255), (255, 255, 0), (0, 0, 255), (0, 160, 160)])
def test_any_colour_is_full_ink_on_white(ink):
    pixels = np.full((8, 8, 3), WHITE, np.uint8)
    pixels[2:6, 3:5] = ink
    np.testing.assert_array_equal(lift_ink(pixels), sheet(0, FULL_INK)[:, :, 0])


@pytest.mark.parametrize("opaque", [(), (255,)], ids=["RGB", "RGBA"])
def test_an_opaque_grey_picture_is_as_good_as_one_of_a_single_channel(opaque):
    grey = sheet(240, 30)
    coloured = np.concatenate([grey, grey, grey, *(np.full_like(grey, alpha) for alpha in opaque)], axis=2)
    np.testing.assert_array_equal(lift_ink(coloured), lift_ink(grey))


@pytest.mark.parametrize("place", [(0, 0), (0, 5), (3, 6), (7, 7)])
@pytest.mark.parametrize(
    ("colour", "ink"),
    [((0, 255, 255, 255), 255), ((255, 0, 255, 255), 255), ((255, 255, 0, 255), 255), ((0, 0, 0, 128), 128)],
)
def test_a_single_pixel_that_is_coloured_or_half_clear_is_seen_in_a_grey_picture(colour, ink, place):
    pixels = np.full((8, 8, 4), WHITE, np.uint8)
    pixels[:, :, :3] = sheet(WHITE, BLACK)
    pixels[place] = colour
    assert lift_ink(pixels)[place] == ink


@pytest.mark.parametrize("ink", [BLACK, 90, WHITE])
def test_on_clear_paper_whatever_is_opaque_is_ink(ink):
    pixels = np.zeros((8, 8, 2), np.uint8)
    pixels[2:6, 3:5] = ink, 255
    np.testing.assert_array_equal(lift_ink(pixels), sheet(0, FULL_INK)[:, :, 0])


def test_half_transparent_ink_is_half_as_strong():
    pixels = np.zeros((8, 8, 2), np.uint8)
    pixels[2:6, 3:5] = BLACK, 255
    pixels[2:6, 2] = BLACK, 128
    assert lift_ink(pixels)[3, 2] == 128
