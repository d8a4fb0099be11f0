"""How training time and support vectors grow with the number of samples."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from .fit import fit_svc
from .samples import Samples, copy_numbers

SHARES = (8, 4, 2, 1)  # one in so many copies of each drawing


class Size(NamedTuple):
    """One size of training."""

    samples: int
    seconds: float  # of fitting the SVC, on one core
    vectors: int


def grow(samples: Samples, c: float, gamma: float) -> Iterator[Size]:
    """Yield four sizes of training, each about twice the one before."""
    copies = copy_numbers(samples.groups)
    for share in SHARES:
        some = samples.where(copies % share == 0)
        start = time.perf_counter()
        fitted = fit_svc(some.features, some.labels, c, gamma)
        yield Size(len(some.labels), time.perf_counter() - start, len(fitted.support_))
