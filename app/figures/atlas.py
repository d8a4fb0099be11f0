"""Many small digits -> one PNG, a square of 8 x 8 pixels for each, black on clear: a page gets them all at once."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from ..reading.arrays import FULL_BLOCK, GRID

COLUMNS = 60  # digits in a row: about twice as wide as high, which PNG packs best
TONES = FULL_BLOCK  # of ink: a pixel in four bits. 15 and 16 look alike, and a tenth of the bytes is saved
OPAQUE = 255  # alpha of a black pixel


def atlas_png(digits: Sequence[Sequence[int]]) -> bytes:
    """Return the picture of digits, 64 counts 0..16 each, COLUMNS in a row, the first at the top left."""
    picture = Image.new("P", (COLUMNS * GRID, -(-len(digits) // COLUMNS) * GRID))
    picture.putpalette(bytes(3 * TONES))
    for index, counts in enumerate(digits):
        row, column = divmod(index, COLUMNS)
        tones = bytes(min(count, TONES - 1) for count in counts)
        picture.paste(Image.frombytes("P", (GRID, GRID), tones), (column * GRID, row * GRID))
    clear = bytes(tone * OPAQUE // (TONES - 1) for tone in range(TONES))
    file = BytesIO()
    picture.save(file, "PNG", transparency=clear, bits=4, optimize=True)
    return file.getvalue()
