"""The paper's colour is voted for: by pixels along the border and by pixels of the whole."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.picture.paper import border, commonest, paper_colour

WHITE, BLACK = 255, 0


@pytest.mark.parametrize(
    ("height", "width", "deep"),
    [(1, 40, 1), (15, 15, 1), (31, 31, 1), (32, 32, 2), (47, 47, 2), (48, 48, 3), (20, 63, 1), (63, 34, 2)],
)
def test_the_border_is_a_sixteenth_of_the_shorter_side_deep(height, width, deep):
    flat = np.full((height, width, 1), BLACK, np.uint8)
    flat[deep:-deep, deep:-deep] = WHITE
    votes = border(flat)
    assert votes.shape == (2 * deep * (height + width), 1)
    assert (votes == BLACK).all()


def test_all_four_sides_vote():
    flat = np.zeros((20, 30, 1), np.uint8)
    flat[0], flat[-1], flat[:, 0], flat[:, -1] = 1, 2, 3, 4
    votes, counts = np.unique(border(flat), return_counts=True)
    assert dict(zip(votes.tolist(), counts.tolist(), strict=True)) == {1: 28, 2: 28, 3: 20 + 2, 4: 20 + 2}


@pytest.mark.parametrize(("side", "paper"), [(127, BLACK), (128, WHITE)])
def test_from_twice_64_px_on_every_second_pixel_votes(side, paper):
    lattice = np.full((side, side, 1), BLACK, np.uint8)
    lattice[::2, ::2] = WHITE
    assert paper_colour(lattice).tolist() == [paper]


@pytest.mark.parametrize(("greys", "middle"), [([32, 40, 63, 64, 64], 40), ([31, 31, 32, 50, 63], 50)])
def test_greys_within_one_of_eight_bins_vote_together(greys, middle):
    assert commonest(np.array(greys, np.uint8)[:, None]).tolist() == [middle]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, 0, 0), (224, 0, 0)),
        ((0, 0, 0), (0, 224, 0)),
        ((0, 0, 0), (0, 0, 224)),
        ((128, 0, 0), (0, 32, 0)),
        ((224, 0, 0), (0, 32, 0)),
        ((32, 224, 0), (0, 0, 32)),
        ((224, 224, 0), (0, 0, 32)),
    ],
)
def test_two_colours_do_not_vote_together(one, other):
    colours = np.array([one] * 2 + [other] * 2 + [(200, 100, 200)] * 3, np.uint8)
    assert commonest(colours).tolist() == [200, 100, 200]
