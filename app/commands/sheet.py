"""Pictures with a caption each -> one picture of them all, row by row: a contact sheet."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click
from PIL import Image, ImageDraw, ImageFont

from ..labels import PICTURES

GAP = 12  # px around every picture
LINE = 1.4  # of the type's size: from one line of a caption to the next
PAPER, INK = (255, 255, 255), (29, 27, 24)  # red, green, blue

Colour = tuple[int, int, int]


class Cell(NamedTuple):
    """One picture, as large as the others, and what stands below it."""

    picture: Image.Image
    caption: str
    colour: Colour = INK


def contact_sheet(cells: Sequence[Cell], columns: int, type_size: int) -> Image.Image:
    """Return an 'RGB' picture of one cell or more, in so many columns; the captions' type is `type_size` px large."""
    width, height = cells[0].picture.size
    below = round(LINE * type_size) * max(1 + cell.caption.count("\n") for cell in cells)
    rows = math.ceil(len(cells) / columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + below + GAP) + GAP), PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(type_size)
    for index, cell in enumerate(cells):
        row, column = divmod(index, columns)
        left, top = GAP + column * (width + GAP), GAP + row * (height + below + GAP)
        sheet.paste(cell.picture, (left, top))
        middle = (left + width / 2, top + height + below / 2)
        pen.text(middle, cell.caption, cell.colour, font, anchor="mm", align="center")
    return sheet


def check_path(path: Path | None, hint: str) -> None:
    """Raise BadParameter, naming the parameter by `hint`, for a picture that could not be saved there."""
    if path and (path.suffix.lower() not in PICTURES or not path.absolute().parent.is_dir()):
        raise click.BadParameter("name a .png, .jpg or .webp in a folder that exists.", param_hint=hint)
