"""All samples of a training: the data set's digits, our allographs, drawings that were kept, and counter-examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..reading.arrays import Ink
from ..reading.classify import OTHERS
from . import allographs
from .data_set import data_set
from .samples import Samples, from_allographs, from_data_set, from_drawings, joined


class Amounts(NamedTuple):
    """How often each drawing is learnt from."""

    data_set_variants: int = 30  # of each of the data set's digits, beside itself
    allograph: int = 33  # drawings; with twice as many the data set's own writers are read less well
    counter_example: int = 16  # drawings
    kept_variants: int = 8  # of each kept drawing, beside itself


AMOUNTS = Amounts()


class Material(NamedTuple):
    """All samples of a training."""

    digits: Samples
    counter_examples: Samples


def gather(drawings: Sequence[tuple[int, Ink]] = (), amounts: Amounts = AMOUNTS) -> Material:
    """Return the samples of all sources, the same each time.

    `drawings` are labelled ink, (digit, (h, w) 0 paper .. 255 ink), that visitors agreed to keep.
    """
    known, strange = allographs.digits(), allographs.counter_examples()
    digits = [
        from_data_set(*data_set(), amounts.data_set_variants),
        from_allographs(known, amounts.allograph),
        *([from_drawings(drawings, amounts.kept_variants)] if drawings else []),
    ]
    return Material(joined(digits), from_allographs(strange, amounts.counter_example, OTHERS))
