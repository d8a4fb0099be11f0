"""Many small digits -> one PNG, a square of 8 x 8 pixels for each, black on clear: a page gets them all at once."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..reading.arrays import FULL_BLOCK, GRID

COLUMNS = 43  # digits in a row: with the data set's 1797 about as wide as high
TONES = FULL_BLOCK  # of ink: a pixel in four bits. 15 and 16 look alike, and a tenth of the bytes is saved
OPAQUE = 255  # alpha of a black pixel


def atlas_png(counts: NDArray[np.number]) -> bytes:
    """Return the picture of (n, 64) counts 0..16, COLUMNS digits in a row, the first at the top left."""
    rows = -(-len(counts) // COLUMNS)
    squares = np.zeros((rows * COLUMNS, GRID, GRID), dtype=np.uint8)
    squares[: len(counts)] = np.minimum(counts, TONES - 1).reshape(-1, GRID, GRID)
    sheet = squares.reshape(rows, COLUMNS, GRID, GRID).swapaxes(1, 2).reshape(rows * GRID, COLUMNS * GRID)
    picture = Image.frombytes("P", (COLUMNS * GRID, rows * GRID), sheet.tobytes())
    picture.putpalette(bytes(3 * TONES))
    file = BytesIO()
    clear = bytes(tone * OPAQUE // (TONES - 1) for tone in range(TONES))
    picture.save(file, "PNG", transparency=clear, bits=4, optimize=True)
    return file.getvalue()
