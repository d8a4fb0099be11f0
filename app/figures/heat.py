"""How strongly each number of a confusion matrix is tinted on a page, where it is a table that can be pressed."""

from collections.abc import Sequence
from math import ceil, sqrt

FAINT = 8  # tones of slips: as many as leave ink on them easy to read
FULL = 16  # the last tone of right answers, as of an 8 x 8 square
LIGHTEST = 9  # the first tone of right answers: dark enough for figures of paper on them

Tones = tuple[tuple[int, ...], ...]


def heat_tones(confusion: Sequence[Sequence[int]]) -> Tones:
    """Return the tone 0..16 of each count [true][read]: 0 for none, 1..8 for slips, 9..16 for right answers.

    Each grows with its share of the most of its kind; slips by the root, so that a single one is seen beside six.
    """
    right = max((row[place] for place, row in enumerate(confusion)), default=0)
    slips = max((count for y, row in enumerate(confusion) for x, count in enumerate(row) if x != y), default=0)
    return tuple(
        tuple(_right(count, right) if x == y else _slip(count, slips) for x, count in enumerate(row))
        for y, row in enumerate(confusion)
    )


def _right(count: int, most: int) -> int:
    return LIGHTEST + round((FULL - LIGHTEST) * count / most) if count else 0


def _slip(count: int, most: int) -> int:
    return ceil(FAINT * sqrt(count / most)) if count else 0
