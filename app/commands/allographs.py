"""`python -m app allographs`: every allograph with its name, how each varies, and families, to be looked at."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from numpy.random import default_rng
from PIL import Image

from ..learning.allographs import Allograph
from ..learning.canvas import varied_lines
from ..learning.families import Family
from ..learning.pen import PEN, SIZE, Points, draw, fit
from .sheet import Cell, contact_sheet

COLUMNS = 14
SEED = 0  # of the variations: the same in every run
VARIATIONS = 14  # drawings of each allograph on the second page
PICTURE_SIDE = 120  # px a side
SHARE = 0.8  # of the picture that the drawing's longer side takes
TYPE = 11  # px: the smallest type that is easily read
LETTERS = 18  # in a line of a name, of which two are shown


def save_sheets(path: Path, allographs: Sequence[Allograph]) -> list[Path]:
    """Save a sheet of allographs at `path`, and one of how each varies at its twin "…-varied"; return both paths."""
    rng, twin = default_rng(SEED), path.with_stem(f"{path.stem}-varied")
    contact_sheet([_cell(a.name, a.lines()) for a in allographs], COLUMNS, TYPE).save(path)
    cells = [_cell(a.name, varied_lines(a, rng)) for a in allographs for _ in range(VARIATIONS)]
    contact_sheet(cells, VARIATIONS, TYPE).save(twin)
    return [path, twin]


def save_families(path: Path, families: Sequence[Family]) -> Path:
    """Save a row of members of each family at the twin "…-families" of `path`, and return that."""
    rng, twin = default_rng(SEED), path.with_stem(f"{path.stem}-families")
    cells = [_cell(family.name, family.write(rng).lines()) for family in families for _ in range(VARIATIONS)]
    contact_sheet(cells, VARIATIONS, TYPE).save(twin)
    return twin


def _cell(name: str, lines: Sequence[Points]) -> Cell:
    return Cell(_picture(lines), "\n".join(wrap(name, LETTERS)[:2]))


def _picture(lines: Sequence[Points]) -> Image.Image:
    pen = PEN * PICTURE_SIDE / SIZE
    return draw(fit(lines, PICTURE_SIDE, pen, SHARE), PICTURE_SIDE, pen)
