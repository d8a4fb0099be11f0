"""Labelled features: everything a model learns from, taken through the one pipeline.

Three sources, all in the project: the 1797 digits of the data set, our allographs, and drawings that were kept. Each
drawing is varied, and a sample remembers the drawing it came from, its group, so that variants never sit on both sides
of a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from joblib import Parallel, delayed
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from ..errors import Blank
from ..reading.arrays import Counts, Ink
from ..reading.classify import ALLOGRAPHS, DATA_SET, KEPT, NO_DIGIT
from ..reading.normalise import normalise
from .allographs import Allograph
from .canvas import draw_plain, draw_varied
from .data_set import rebuilt_ink
from .variation import vary_picture

SEED = 8

BATCH = 16  # drawings a worker takes at once
WORKERS = 2

Labels = NDArray[np.int64]
MakeInk = Callable[[int, Generator | None], Ink]  # (drawing, rng) -> ink; without an rng, the drawing as it stands


class Samples(NamedTuple):
    """What a model learns from, row by row."""

    features: Counts  # (n, 64) counts 0..16
    labels: Labels  # (n,) digits 0..9, or NO_DIGIT
    groups: Labels  # (n,) the drawing each came from, numbered as in Provenance

    def where(self, mask: NDArray[np.bool_]) -> Samples:
        """Return the rows that a (n,) mask picks."""
        return Samples(self.features[mask], self.labels[mask], self.groups[mask])


class Job(NamedTuple):
    """One drawing to make samples of."""

    row: int  # its place among its like
    copies: int  # the drawing as it stands, then varied again and again
    seed: int  # of those variations


def joined(parts: Sequence[Samples]) -> Samples:
    """Return several samples as one, in order."""
    return Samples(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def from_data_set(images: NDArray[np.float32], labels: Labels, variants: int) -> Samples:
    """Return each (8, 8) digit of the data set, rebuilt, and `variants` more of it."""

    def ink(row: int, rng: Generator | None) -> Ink:
        picture = rebuilt_ink(images[row])
        return picture if rng is None else vary_picture(picture, rng)

    return _make(ink, labels.tolist(), [variants + 1] * len(labels), DATA_SET)


def from_allographs(allographs: Sequence[Allograph], copies: Sequence[int], first: int = ALLOGRAPHS) -> Samples:
    """Return `copies[i]` drawings of each allograph: the template as it stands, then varied again and again."""

    def ink(row: int, rng: Generator | None) -> Ink:
        return draw_plain(allographs[row]) if rng is None else draw_varied(allographs[row], rng)

    labels = [NO_DIGIT if a.digit is None else a.digit for a in allographs]
    # Seeded by name: a way of writing that is added changes no drawing of the others.
    return _make(ink, labels, copies, first, seeds=[crc32(a.name.encode()) for a in allographs])


def from_drawings(drawings: Sequence[tuple[int, Ink]], variants: int) -> Samples:
    """Return kept drawings, (digit, ink) each, and `variants` more of each."""
    inks = [_squared(ink) for _, ink in drawings]

    def ink(row: int, rng: Generator | None) -> Ink:
        return inks[row] if rng is None else vary_picture(inks[row], rng)

    return _make(ink, [label for label, _ in drawings], [variants + 1] * len(drawings), KEPT)


def features_of(ink: Ink) -> Counts:
    """Return the (64,) counts of a drawing, by the pipeline every visitor's drawing takes. Raise Blank."""
    return normalise(ink).counts


def copy_numbers(groups: Labels) -> Labels:
    """Return (n,): 0 for the first row of each group, 1 for its second, and so on."""
    seen: dict[int, int] = {}
    numbers = []
    for group in groups.tolist():
        numbers.append(seen.get(group, 0))
        seen[group] = numbers[-1] + 1
    return np.array(numbers)


def _make(
    ink: MakeInk, labels: Sequence[int], copies: Sequence[int], first: int, seeds: Sequence[int] | None = None
) -> Samples:
    jobs = list(map(Job, range(len(labels)), copies, seeds or range(first, first + len(labels))))
    batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
    done = Parallel(min(WORKERS, len(batches)))(delayed(_features)(ink, batch) for batch in batches)
    rows, features = zip(*chain.from_iterable(done), strict=True)
    picked = np.array(rows)
    return Samples(np.array(features), np.array(labels)[picked], picked + first)


def _features(ink: MakeInk, jobs: Sequence[Job]) -> list[tuple[int, Counts]]:
    done = []
    for job in jobs:
        for copy in range(job.copies):
            rng = default_rng([SEED, job.seed, copy]) if copy else None
            try:
                done.append((job.row, features_of(ink(job.row, rng))))
            except Blank:  # a variation too thin to see teaches nothing
                continue
    return done


def _squared(ink: Ink) -> Ink:
    side = max(ink.shape)
    spare = [side - n for n in ink.shape]
    return np.pad(ink, [(n // 2, n - n // 2) for n in spare])
