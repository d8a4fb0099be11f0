"""Answers -> one picture: every drawing as the reader saw it, its answer below, black when right and red when wrong."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import click
from PIL import Image, ImageDraw, ImageFont

from ..labels import PICTURES, label_in
from ..reading.arrays import FULL_BLOCK, GRID
from ..reading.reader import Answer

SQUARE = 8  # px: one of the 64 counts
DRAWING = SQUARE * GRID  # px a side
GAP = 12  # px around every drawing
LINE = 28  # px: the height of an answer
TYPE = 20  # px
FEWEST_COLUMNS = 10  # a row of ten, as in the notebook; a large gallery is about square
PAPER, INK, WRONG = (255, 255, 255), (29, 27, 24), (179, 49, 27)  # red, green, blue


def check_gallery(path: Path | None, hint: str = "--gallery") -> None:
    """Raise BadParameter, naming the parameter by `hint`, for a picture that could not be saved there."""
    if path and (path.suffix.lower() not in PICTURES or not path.absolute().parent.is_dir()):
        raise click.BadParameter("name a .png, .jpg or .webp in a folder that exists.", param_hint=hint)


def save_gallery(path: Path, answered: Sequence[tuple[str, Answer]]) -> None:
    """Save the picture of named answers at `path`; its suffix says which kind. A wrong 7 read as 1 says "1 (7)".

    Right and wrong are known of files whose name begins with the digit. Some must be answered, and the path checked.
    """
    columns = max(min(len(answered), FEWEST_COLUMNS), math.isqrt(len(answered)))
    rows = math.ceil(len(answered) / columns)
    picture = Image.new("RGB", (columns * (DRAWING + GAP) + GAP, rows * (DRAWING + LINE + GAP) + GAP), PAPER)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(TYPE)
    for index, (name, answer) in enumerate(answered):
        row, column = divmod(index, columns)
        left, top = GAP + column * (DRAWING + GAP), GAP + row * (DRAWING + LINE + GAP)
        picture.paste(_drawing(answer), (left, top))
        text, colour = caption(label_in(name), answer.digit)
        pen.text((left + DRAWING / 2, top + DRAWING + LINE / 2), text, colour, font, anchor="mm")
    picture.save(path)


def caption(label: int | None, digit: int) -> tuple[str, tuple[int, int, int]]:
    """Return what stands below a drawing, and its colour."""
    return (str(digit), INK) if label in (None, digit) else (f"{digit} ({label})", WRONG)


def _drawing(answer: Answer) -> Image.Image:
    """Return the 8 x 8 counts as a picture, ink dark."""
    grey = bytes(255 - 255 * count // FULL_BLOCK for row in answer.pixels for count in row)
    return Image.frombytes("L", (GRID, GRID), grey).resize((DRAWING, DRAWING), Image.Resampling.NEAREST)
