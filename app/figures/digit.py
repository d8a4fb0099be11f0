"""The 64 counts of a digit -> a PNG of 8 x 8 pixels, black on clear, so small that a page can carry hundreds."""

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image

from ..reading.arrays import FULL_BLOCK, GRID

OPAQUE = 255  # alpha of a black pixel
CACHED = 2048  # pictures in memory, 200 bytes each: a lesson's and a report's


@lru_cache(maxsize=CACHED)
def digit_png(counts: Sequence[int]) -> str:
    """Return a data: address of the picture of 64 counts 0..16, row by row; the page shines through its paper."""
    pixels = b"".join(bytes((0, count * OPAQUE // FULL_BLOCK)) for count in counts)  # black, and how much of it
    file = BytesIO()
    Image.frombytes("LA", (GRID, GRID), pixels).save(file, "PNG")
    return "data:image/png;base64," + b64encode(file.getvalue()).decode("ascii")
