"""Ink in bytes and ink in fractions are the same ink."""

from __future__ import annotations

import numpy as np

from app.reading.arrays import FULL_INK, to_grey, to_ink

EVERY_BYTE = np.arange(FULL_INK + 1, dtype=np.uint8)[None, :]


def test_every_byte_comes_back_from_its_fraction():
    np.testing.assert_array_equal(to_ink(to_grey(EVERY_BYTE)), EVERY_BYTE)


def test_fractions_go_to_the_nearest_byte():
    halves = (np.arange(FULL_INK) + np.array([[0.49], [0.51]])) / FULL_INK
    np.testing.assert_array_equal(to_ink(halves), [np.arange(FULL_INK), np.arange(1, FULL_INK + 1)])


def test_paper_is_0_and_full_ink_1():
    assert to_grey(EVERY_BYTE)[0, [0, -1]].tolist() == [0, 1]
