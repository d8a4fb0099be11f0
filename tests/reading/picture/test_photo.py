"""A photo's paper is light that changes slowly; its ink is what takes a clear share of that light away."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PIL import Image
from skimage.filters import threshold_otsu

from app.reading.picture.photo import cleared, light, lost_light, photo_ink, threshold
from tests.tolerance import SINGLE

pytestmark = pytest.mark.numeric

BINS = 64


def paper(side: int = 64) -> np.ndarray:
    """Paper on which the light falls off from above to below."""
    return np.repeat(np.linspace(220, 100, side).round()[:, None], side, axis=1).astype(np.uint8)


def with_line(sheet: np.ndarray, left: int, wide: int) -> np.ndarray:
    lined = sheet.copy()
    lined[:, left : left + wide] //= 4
    return lined


@pytest.mark.parametrize("side", [64, 128])
@pytest.mark.parametrize("share", [8, 20, 26, 43])
def test_lines_of_less_than_a_fifth_of_the_side_do_not_darken_the_paper(side, share):
    """However uneven the light is: twelve of 64 px are clear of paper on both sides."""
    sheet, unit = paper(side), side // 64
    seen = light(Image.fromarray(with_line(sheet, share * unit, 12 * unit)))
    np.testing.assert_array_equal(seen, light(Image.fromarray(sheet)))


def test_a_dark_field_wider_than_a_line_is_in_the_shade():
    sheet = paper()
    seen = light(Image.fromarray(with_line(sheet, 26, 13)))
    assert seen[32, 32] < 0.8 * light(Image.fromarray(sheet))[32, 32]


@pytest.mark.parametrize("side", [40, 64, 100, 320])
def test_the_light_follows_the_paper(side):
    sheet = paper(side)
    apart = np.abs(light(Image.fromarray(sheet)) - sheet)
    margin = side // 10
    assert apart[margin:-margin].max() < 3
    assert apart.max() <= 12  # at the dark edge the windows end


def test_the_light_is_smooth_even_at_the_edge_of_a_shadow():
    sheet = np.full((64, 64), 200, np.uint8)
    sheet[:, 32:] = 100
    expected = [150 - 50 * math.erf((x - 31.5) / math.sqrt(2)) for x in range(64)]  # a Gaussian's edge, 1 px wide
    assert np.abs(light(Image.fromarray(sheet)) - expected).max() < 3


@pytest.mark.parametrize(("shade", "lost"), [(0, 1), (4, 0.5), (7, 0.125), (8, 0), (9, 0), (200, 0)])
def test_paper_darker_than_8_of_255_counts_as_lost_light(shade, lost):
    assert lost_light(Image.new("L", (64, 64), shade)) == pytest.approx(lost, rel=SINGLE)


def test_a_line_has_lost_the_share_that_it_takes_from_the_light_around_it():
    lost = lost_light(Image.fromarray(with_line(np.full((64, 64), 200, np.uint8), 30, 4)))
    assert lost[:, 30:34] == pytest.approx(0.75, rel=SINGLE)
    assert np.delete(lost, range(30, 34), axis=1).max() == 0


def histogram(*bins: tuple[int, int]) -> np.ndarray:
    """Lost light in the middle of some of the 64 bins: (bin, how many)."""
    return np.concatenate([np.full(count, (place + 0.5) / BINS) for place, count in bins]).astype(np.float32)[None, :]


@pytest.mark.parametrize(
    "bins",
    [
        [(0, 90), (40, 10)],
        [(0, 10), (63, 90)],
        [(2, 60), (5, 20), (30, 7), (44, 12)],
        [(3, 50), (4, 50), (20, 9), (33, 40)],
        [(10, 5), (11, 900), (12, 30), (61, 1)],
        [(0, 30), (31, 30), (62, 29)],
        [(0, 29), (31, 30), (63, 30)],
    ],
    ids=str,
)
def test_the_threshold_is_otsus_by_scikit_image(bins):
    counts = np.bincount([place for place, _ in bins], [count for _, count in bins], BINS)
    lowest = threshold_otsu(hist=(counts, (np.arange(BINS) + 0.5) / BINS))
    assert threshold(histogram(*bins)) == pytest.approx(lowest + 0.5 / BINS)


def test_the_threshold_of_random_light_is_otsus_by_scikit_image():
    chance = np.random.default_rng(3)
    for _ in range(50):
        counts = chance.integers(0, 100, BINS) * (chance.random(BINS) < 0.3)
        if np.count_nonzero(counts) > 1:
            lowest = threshold_otsu(hist=(counts, (np.arange(BINS) + 0.5) / BINS))
            assert threshold(histogram(*enumerate(counts))) == pytest.approx(lowest + 0.5 / BINS)


@pytest.mark.parametrize("shade", [0.0, 0.01, 0.4, 0.9, 1.0])
def test_nothing_but_paper_or_nothing_but_ink_is_no_drawing(shade):
    assert not cleared(np.full((20, 20), shade, np.float32)).any()


@pytest.mark.parametrize(("takes", "ink"), [(0.11, 0), (0.125, 1)])
def test_ink_takes_at_least_an_eighth_of_the_light(takes, ink):
    lost = np.zeros((20, 20), np.float32)
    lost[5:9, 5:9] = takes
    assert cleared(lost)[6, 6] == ink


@pytest.mark.parametrize(("steps", "is_ink"), [(2.5, False), (2.9, False), (3.1, True), (3.6, True)])
def test_ink_stands_out_from_the_papers_own_variation(steps, is_ink):
    """By three standard deviations: those of dim paper with a few glints on it."""
    paper = np.repeat([0.25, 0.55], [7, 153])
    lost = np.concatenate([paper, np.full(443, paper.mean() + steps * paper.std())]).astype(np.float32)[None, :]
    assert paper.max() < threshold(lost) < lost.max()
    assert cleared(lost).any() == is_ink


def test_what_lies_between_paper_and_ink_is_ink_from_half_way_to_the_threshold_on():
    lost = np.zeros(1000, np.float32)
    lost[:300] = 0.8
    lost[300:304] = 0.1, 0.2, 0.3, 0.5
    middle = threshold(lost[None, :])
    low, high = lost[lost <= middle].astype(float).mean(), lost[lost > middle].astype(float).mean()
    ink = cleared(lost[None, :])[0]
    foot = (low + middle) / 2
    for value, seen in zip(lost[300:304].tolist(), ink[300:304].tolist(), strict=True):
        assert seen == pytest.approx(min(max((value - foot) / (high - foot), 0), 1), abs=16 * SINGLE)
    assert ink[0] == 1 and ink[-1] == 0


@pytest.mark.parametrize(
    ("size", "reduced"), [((320, 320), (320, 320)), ((640, 480), (320, 240)), ((100, 80), (100, 80))]
)
def test_a_photo_is_worked_on_in_320_px(size, reduced):
    width, height = size
    assert photo_ink(np.full((height, width, 3), 200, np.uint8)).shape == reduced[::-1]


@pytest.mark.parametrize("wide", [2, 3, 4])
def test_a_line_keeps_its_width_and_the_cameras_noise_is_no_ink(wide):
    flat = np.full((320, 320, 1), 200.0)
    flat[60:260, 158 : 158 + wide] = 80
    flat += np.random.default_rng(5).normal(0, 16, flat.shape)
    ink = photo_ink(flat.clip(0, 255).astype(np.uint8))
    across = ink[100:220, 150:170].mean(0)
    assert np.count_nonzero(across > 0.5) == wide
    assert across.sum() == pytest.approx(wide, rel=0.1)
    assert np.delete(ink, range(150, 170), axis=1).max() < 0.1


@pytest.mark.parametrize("channel", [0, 1, 2])
def test_a_line_that_lacks_one_colour_of_the_light_is_ink(channel):
    flat = np.full((100, 100, 3), 200, np.uint8)
    flat[20:80, 48:53, channel] = 60
    ink = photo_ink(flat)
    assert ink[30:70, 50].min() == 1
    assert ink[:, :45].max() == 0 and ink[:, 56:].max() == 0


@pytest.mark.parametrize("shades", [(200, 60), (60, 200)], ids=["pencil on paper", "chalk on a board"])
def test_a_line_on_evenly_lit_paper_is_ink_and_the_paper_is_not(shades):
    light_of, ink_of = shades
    flat = np.full((100, 100, 1), light_of, np.uint8)
    flat[20:80, 48:53] = ink_of
    ink = photo_ink(flat)
    assert ink[30:70, 50].min() == 1
    assert ink[:, :45].max() == 0 and ink[:, 56:].max() == 0
