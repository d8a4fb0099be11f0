"""Labelled features: everything a model learns from, taken through the one pipeline.

Four sources, all in the project: the 1797 digits of the data set, our allographs, families of them, and drawings that
were kept. Each drawing is varied, and a sample remembers the drawing or family it came from, its group, so that
variants never sit on both sides of a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, repeat
from typing import NamedTuple
from zlib import crc32

import numpy as np
from joblib import Parallel, delayed
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from ..errors import Blank
from ..reading.arrays import Features, Ink
from ..reading.classify import ALLOGRAPHS, DATA_SET, KEPT, NO_DIGIT, OTHERS
from ..reading.normalise import normalise
from .allographs import Allograph, counter_examples, digits
from .canvas import draw_member, draw_plain, draw_varied
from .data_set import data_set, rebuilt_ink
from .families import FAMILIES, SIGN_FAMILIES, Family
from .variation import vary_picture

SEED = 8

BATCH = 16  # drawings a worker takes at once
WORKERS = 2

Labels = NDArray[np.int64]
Draw = Callable[[Generator | None], Ink]  # the ink of a drawing, varied by an rng; without one, as it stands


class Samples(NamedTuple):
    """What a model learns from, row by row."""

    features: Features  # (n, 320) whole numbers, or (n, 80): their leading components
    labels: Labels  # (n,) digits 0..9, or NO_DIGIT
    groups: Labels  # (n,) the drawing each came from, numbered as in Provenance

    def where(self, mask: NDArray[np.bool_ | np.integer]) -> Samples:
        """Return the rows that a (n,) mask, or their numbers, pick."""
        return Samples(self.features[mask], self.labels[mask], self.groups[mask])


class Amounts(NamedTuple):
    """How often each drawing is learnt from."""

    data_set_variants: int = 30  # of each of the data set's digits, beside itself
    allograph: int = 24  # drawings; with twice as many the data set's own writers are read less well
    family: int = 200  # members
    counter_example: int = 18  # drawings
    sign_family: int = 40  # members of each family of other signs
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
    parts = [
        from_data_set(*data_set(), amounts.data_set_variants),
        from_allographs(digits(), amounts.allograph),
        from_families(FAMILIES, amounts.family, first_family()),
        *([from_drawings(drawings, amounts.kept_variants)] if drawings else []),
    ]
    strange = [
        from_allographs(counter_examples(), amounts.counter_example, OTHERS),
        from_families(SIGN_FAMILIES, amounts.sign_family, first_sign_family()),
    ]
    return Material(joined(parts), joined(strange))


def joined(parts: Sequence[Samples]) -> Samples:
    """Return several samples as one, in order."""
    return Samples(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def from_data_set(images: NDArray[np.float32], labels: Labels, variants: int) -> Samples:
    """Return each (8, 8) digit of the data set, rebuilt, and `variants` more of it."""
    return from_drawings(list(zip(labels.tolist(), map(rebuilt_ink, images), strict=True)), variants, DATA_SET)


def from_allographs(allographs: Sequence[Allograph], copies: int, first: int = ALLOGRAPHS) -> Samples:
    """Return `copies` drawings of each allograph: the template as it stands, then varied again and again."""
    labels = [_label(a) for a in allographs]
    # Seeded by name: a way of writing that is added changes no drawing of the others.
    seeds = [crc32(a.name.encode()) for a in allographs]
    return _make([partial(_drawn, a) for a in allographs], labels, copies, first, seeds)


def from_families(families: Sequence[Family], members: int, first: int) -> Samples:
    """Return so many members of each family, each another one."""
    draws: list[Draw] = [partial(_member, family) for family in families]
    seeds = [crc32(family.name.encode()) for family in families]
    return _make(draws, [_label(family) for family in families], members, first, seeds)


def from_drawings(drawings: Sequence[tuple[int, Ink]], variants: int, first: int = KEPT) -> Samples:
    """Return labelled drawings, (digit, ink) each, and `variants` more of each."""
    labels, seeds = [label for label, _ in drawings], range(first, first + len(drawings))
    return _make([partial(_picture, _squared(ink)) for _, ink in drawings], labels, variants + 1, first, seeds)


def copy_numbers(groups: Labels) -> Labels:
    """Return (n,): 0 for the first row of each group, 1 for its second, and so on."""
    seen: dict[int, int] = {}
    numbers = []
    for group in groups.tolist():
        numbers.append(seen.get(group, 0))
        seen[group] = numbers[-1] + 1
    return np.array(numbers)


def first_family() -> int:
    """Return the group of the first family: they come behind the digits' allographs."""
    return ALLOGRAPHS + len(digits())


def first_sign_family() -> int:
    """Return the group of the first family of other signs: they come behind the counter-examples."""
    return OTHERS + len(counter_examples())


def of_families(groups: Labels) -> NDArray[np.bool_]:
    """Return (n,): which of these groups are families."""
    mask: NDArray[np.bool_] = (groups >= first_family()) & (groups < first_family() + len(FAMILIES))
    return mask


def _label(sign: Allograph | Family) -> int:
    return NO_DIGIT if sign.digit is None else sign.digit


def _make(draws: Sequence[Draw], labels: Sequence[int], copies: int, first: int, seeds: Sequence[int]) -> Samples:
    workers = WORKERS if len(draws) > BATCH else 1
    made = Parallel(workers, batch_size=BATCH)(map(delayed(_features), draws, repeat(copies), seeds))
    rows = np.repeat(np.arange(len(draws)), [len(features) for features in made])
    return Samples(np.array(list(chain.from_iterable(made))), np.array(labels)[rows], rows + first)


def _features(draw: Draw, copies: int, seed: int) -> list[Features]:
    made = []
    for copy in range(copies):
        rng = default_rng([SEED, seed, copy]) if copy else None
        with suppress(Blank):  # a variation too thin to see teaches nothing
            made.append(normalise(draw(rng)).features)
    return made


def _drawn(allograph: Allograph, rng: Generator | None) -> Ink:
    return draw_plain(allograph) if rng is None else draw_varied(allograph, rng)


def _member(family: Family, rng: Generator | None) -> Ink:
    return draw_member(family, default_rng(SEED) if rng is None else rng)


def _picture(ink: Ink, rng: Generator | None) -> Ink:
    return ink if rng is None else vary_picture(ink, rng)


def _squared(ink: Ink) -> Ink:
    side = max(ink.shape)
    spare = [side - n for n in ink.shape]
    return np.pad(ink, [(n // 2, n - n // 2) for n in spare])
