"""The template sheet: every allograph with its name, and beside it a page of how it may vary, for people to look at."""

from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from .allographs import Allograph, Points
from .pen import PEN, SIZE, draw, fit

Vary = Callable[[Allograph], list[Points]]  # dense strokes, (m, 2) each, of the template as another hand would write it

COLUMNS = 14
CELL = 120  # pixels a side of a drawing on the sheet
SHARE = 0.8  # of the cell that a drawing's longer side takes
LETTERS = 11  # pixels: the smallest type that is easily read
ROOM = 18  # letters in a line of a name
CAPTION = 30  # pixels for two lines of a name
VARIED = 14  # drawings of each template on the second page


def sheet(path: Path, allographs: Sequence[Allograph], vary: Vary | None = None) -> list[Path]:
    """The files written: `path` with all templates by name and, given `vary`, "…-varied" with a row for each."""
    written = [path]
    pages = [contact([(a.name, a.lines()) for a in allographs])]
    if vary is not None:
        written.append(path.with_stem(f"{path.stem}-varied"))
        pages.append(contact([(a.name, vary(a)) for a in allographs for _ in range(VARIED)], VARIED))
    for place, page in zip(written, pages, strict=True):
        page.save(place)
    return written


def contact(drawings: Sequence[tuple[str, list[Points]]], columns: int = COLUMNS) -> Image.Image:
    """An 'L' picture with one cell a drawing, each with its name beneath, row by row."""
    rows = -(-len(drawings) // columns)
    page = Image.new("L", (columns * CELL, rows * (CELL + CAPTION)), 255)
    brush, font = ImageDraw.Draw(page), ImageFont.load_default(LETTERS)
    for index, (name, lines) in enumerate(drawings):
        left, top = index % columns * CELL, index // columns * (CELL + CAPTION)
        page.paste(_cell(lines), (left, top))
        caption = "\n".join(wrap(name, ROOM)[:2])
        brush.multiline_text((left + 4, top + CELL), caption, fill=90, font=font, spacing=1)
        brush.rectangle((left, top, left + CELL, top + CELL + CAPTION), outline=225)
    return page


def _cell(lines: list[Points]) -> Image.Image:
    pen = PEN * CELL / SIZE
    return draw(fit(lines, CELL, pen, SHARE), CELL, pen)
