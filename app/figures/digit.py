"""The 64 counts of a digit -> a small SVG: sharp on a wall and on paper, and light enough for hundreds on a page."""

from collections.abc import Sequence
from functools import lru_cache

from ..reading.arrays import FULL_BLOCK, GRID

CACHED = 2048  # pictures in memory, 600 bytes each: a lesson's and a report's
MIDDLE = 0.5  # of a square: where a line as thick as the square runs


@lru_cache(maxsize=CACHED)
def digit_svg(counts: Sequence[int]) -> str:
    """Return an SVG of 64 counts 0..16, row by row: squares in the page's ink, fainter for less; none for nothing.

    Squares of one count are one path, in which each is a short line as thick as it is long.
    """
    paths = (_path(count, counts) for count in sorted({*counts} - {0}))
    return f'<svg class="digit-picture" viewBox="0 0 {GRID} {GRID}" aria-hidden="true">{"".join(paths)}</svg>'


def _path(count: int, counts: Sequence[int]) -> str:
    places = (divmod(place, GRID) for place, each in enumerate(counts) if each == count)
    lines = "".join(f"M{column} {row + MIDDLE}h1" for row, column in places)
    return f'<path opacity="{count / FULL_BLOCK:.4g}" d="{lines}"/>'
