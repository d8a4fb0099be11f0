"""The connected parts of a mask, as scikit-image finds them."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.measure import label, regionprops

from app.reading.parts import connected_parts

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
