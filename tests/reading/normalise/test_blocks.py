"""Each feature is the ink in its 4 x 4 block, as the data set's documentation says."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.data_set import data_set, rebuild
from app.reading.normalise.blocks import block_counts


def oracle(bitmap: np.ndarray) -> list[int]:
    """The counts by the plainest loops there are."""
    return [
        round(sum(float(bitmap[4 * row + y, 4 * column + x]) for y in range(4) for x in range(4)))
        for row in range(8)
        for column in range(8)
    ]


def test_counts_equal_the_plain_loops_on_random_bitmaps():
    for bitmap in np.random.default_rng(1).integers(0, 2, (20, 32, 32)).astype(np.float32):
        assert block_counts(bitmap).tolist() == oracle(bitmap)


def test_one_pixel_is_one_count_in_its_block():
    bitmap = np.zeros((32, 32), dtype=np.float32)
    bitmap[5, 14] = 1  # block row 1, block column 3
    assert np.flatnonzero(block_counts(bitmap)).tolist() == [1 * 8 + 3]


def test_a_full_bitmap_is_sixteen_everywhere():
    assert block_counts(np.ones((32, 32), dtype=np.float32)).tolist() == [16.0] * 64


@pytest.mark.parametrize("row", [0, 3, 100, 1796])
def test_a_rebuilt_digit_has_the_counts_it_was_rebuilt_from(row):
    counts = data_set()[0][row]
    assert np.abs(block_counts(rebuild(counts)).reshape(8, 8) - counts).mean() < 0.1


def test_the_data_set_is_as_the_road_assumes():
    """Ink in the top and bottom rows always, an all but empty first column, about 313 of 1024 pixels inked."""
    images, _ = data_set()
    assert (images[:, 0].max(1) > 0).all() and (images[:, -1].max(1) > 0).all()
    assert images[:, :, 0].mean() < 0.1
    assert images.sum((1, 2)).mean() == pytest.approx(313, abs=2)
