"""Answers -> one picture: every drawing as the reader saw it, its answer below, black when right and red when wrong."""

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from ..labels import label_in
from ..reading.arrays import FULL_BLOCK, GRID
from ..reading.reader import Answer
from .sheet import INK, Cell, Colour, contact_sheet

SQUARE = 8  # px: one of the 64 counts
PICTURE_SIDE = SQUARE * GRID  # px a side
TYPE = 20  # px
FEWEST_COLUMNS = 10  # a row of ten, as in the notebook; a large gallery is about square
WRONG = (179, 49, 27)  # red, green, blue


def save_gallery(path: Path, answered: Sequence[tuple[str, Answer]]) -> None:
    """Save the picture of named answers at `path`; its suffix says which kind. A wrong 7 read as 1 says "1 (7)".

    Right and wrong are known of files whose name begins with the digit. Some must be answered, and the path checked.
    """
    cells = [Cell(_picture(answer), *caption(label_in(name), answer.digit)) for name, answer in answered]
    columns = max(min(len(cells), FEWEST_COLUMNS), math.isqrt(len(cells)))
    contact_sheet(cells, columns, TYPE).save(path)


def caption(label: int | None, digit: int) -> tuple[str, Colour]:
    """Return what stands below a drawing, and its colour."""
    return (str(digit), INK) if label in (None, digit) else (f"{digit} ({label})", WRONG)


def _picture(answer: Answer) -> Image.Image:
    """Return the 8 x 8 counts as a picture, ink dark."""
    grey = bytes(255 - 255 * count // FULL_BLOCK for row in answer.pixels for count in row)
    return Image.frombytes("L", (GRID, GRID), grey).resize((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.NEAREST)
