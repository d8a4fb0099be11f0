"""Drawings whose labels the model doubts -> one picture, for the presenter's eye."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from ..learning.visitors import EventDrawing
from .gallery import FEWEST_COLUMNS
from .sheet import Cell, contact_sheet

SIDE = 96  # px
TYPE = 13  # px


def save_outliers(path: Path, doubted: Sequence[tuple[EventDrawing, float]]) -> None:
    """Save each drawing over what was said and its name's beginning; some must be doubted, and the path checked."""
    cells = [Cell(_square(one), f"{one.label} ? ({share:.1%})\n{one.key[:8]}") for one, share in doubted]
    contact_sheet(cells, max(min(len(cells), FEWEST_COLUMNS), math.isqrt(len(cells))), TYPE).save(path)


def _square(one: EventDrawing) -> Image.Image:
    drawing, square = Image.fromarray(255 - one.ink), Image.new("L", (SIDE, SIDE), 255)
    drawing.thumbnail((SIDE, SIDE))
    square.paste(drawing, ((SIDE - drawing.width) // 2, (SIDE - drawing.height) // 2))
    return square
