"""The connected parts of a mask, and what its blocks hold, as scikit-image finds them."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.measure import block_reduce, label, regionprops

from app.reading.parts import connected_parts, in_blocks

RNG = np.random.default_rng(3)
MASKS = {
    "nothing": np.zeros((4, 5), bool),
    "everything": np.ones((3, 7), bool),
    "one px": np.eye(1, dtype=bool),
    "a diagonal": np.eye(6, dtype=bool),
    "two that meet at the end": np.array([[1, 0, 1], [1, 0, 1], [1, 1, 1]], bool),
    "a row's end and the next one's start": np.array([[0, 0, 1], [1, 0, 0]], bool),
} | {f"{share:.0%} inked": RNG.random((40, 30)) < share for share in (0.05, 0.2, 0.4, 0.6, 0.9)}


@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_parts_by_an_independent_oracle(mask):
    labels, parts = connected_parts(mask)
    expected = label(mask, connectivity=2)
    found = {(one.top, one.left, one.bottom, one.right, one.area) for one in parts}
    assert found == {(*region.bbox, int(region.area)) for region in regionprops(expected)}
    assert len(parts) == expected.max()
    assert len(np.unique(np.stack([labels, expected]).reshape(2, -1), axis=1).T) == len(np.unique(expected))
    assert [one.label for one in parts] == list(range(1, len(parts) + 1))


@pytest.mark.parametrize(("size", "step"), [((12, 30), 3), ((13, 30), 3), ((12, 29), 3), ((31, 5), 4), ((30, 30), 1)])
def test_blocks_by_an_independent_oracle(size, step):
    picture = RNG.integers(0, 256, size, np.uint8)
    np.testing.assert_array_equal(in_blocks(picture, -(-max(size) // step)), block_reduce(picture, step, np.max))
