"""How training grows: four sizes, each with every drawing in it, in half as many variations as the next."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_digits

from app.learning.growth import grow
from app.learning.samples import Samples

DRAWINGS, VARIATIONS = 60, 8


def test_each_size_is_twice_the_one_before_and_takes_more_support_vectors():
    digits = load_digits()
    rows = np.repeat(np.arange(DRAWINGS), VARIATIONS)
    noise = np.random.default_rng(0).integers(-2, 3, (len(rows), 64))
    features = np.clip(digits.data[rows] + noise, 0, 16).astype(np.float32)
    sizes = list(grow(Samples(features, digits.target[rows], rows), c=4.0, gamma=0.002))
    assert [size.samples for size in sizes] == [DRAWINGS, 2 * DRAWINGS, 4 * DRAWINGS, 8 * DRAWINGS]
    vectors = [size.vectors for size in sizes]
    assert vectors == sorted(vectors) and 10 <= vectors[0] < vectors[-1] <= sizes[-1].samples
