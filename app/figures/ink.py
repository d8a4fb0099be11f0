"""The ink of a drawing, cut out -> a small PNG to keep: black on white, in sixteen greys."""

from io import BytesIO

from PIL import Image

from ..reading.arrays import FULL_BLOCK, FULL_INK, GRID, Ink, Rows

SIDE = 128  # px of the longer side at most: four times what the model's bitmap has
MARGIN = 0.08  # of the longer side, white all around
BITS = 4  # of a px


def squares_png(rows: Rows) -> bytes:
    """Return a PNG of 8 rows of 8 counts 0..16, which were drawn as squares."""
    greys = bytes(FULL_INK - count * FULL_INK // FULL_BLOCK for row in rows for count in row)
    squares = Image.frombytes("L", (GRID, GRID), greys)
    file = BytesIO()
    squares.resize((SIDE, SIDE), Image.Resampling.NEAREST).save(file, "PNG", optimize=True)
    return file.getvalue()


def ink_png(ink: Ink, box: tuple[int, int, int, int]) -> bytes:
    """Return a PNG of what lies in a box (left, top, right, bottom) of ink, (h, w) 0 paper .. 255 ink."""
    left, top, right, bottom = box
    cut = Image.fromarray(ink[top:bottom, left:right])
    cut.thumbnail((SIDE, SIDE))
    margin = round(MARGIN * max(cut.size))
    sheet = Image.new("L", (cut.width + 2 * margin, cut.height + 2 * margin))
    sheet.paste(cut, (margin, margin))
    step = FULL_INK // (2**BITS - 1)
    picture = sheet.point(lambda value: 2**BITS - 1 - round(value / step)).convert("L")
    indexed = Image.frombytes("P", picture.size, picture.tobytes())
    indexed.putpalette([grey for level in range(2**BITS) for grey in [level * step] * 3])
    file = BytesIO()
    indexed.save(file, "PNG", bits=BITS, optimize=True)
    return file.getvalue()
