"""Labelled drawings from anywhere: folders of pictures, and stroke files.

A picture's label is the digit its name begins with ("7.png", "3-fat.jpg"), or else the digit that its folder is named
for ("7/anna.png"). A stroke file (.jsonl, .jsonl.gz) holds one JSON object a line: `label`, and `strokes`, a list of
lists of [x, y] with y down, in any unit.
"""

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import BadRequest, Message
from ..labels import PICTURES, label_in
from ..reading.arrays import Ink
from ..reading.picture import read_ink
from .pen import PEN, SIZE, draw, fit

STROKE_FILES = (".jsonl", ".jsonl.gz")
FOLDERS = tuple("0123456789")  # named for the digit that lies in them


class LabelledDrawing(NamedTuple):
    """One labelled drawing."""

    label: int
    name: str
    picture: bytes  # PNG, JPEG or WebP


def labelled_drawings(paths: Iterable[Path]) -> Iterator[LabelledDrawing]:
    """Yield the labelled drawings in files and folders, in the order of their names.

    Pictures whose label cannot be told are passed over. Raise BadRequest for a stroke file that is malformed.
    """
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if file.name.endswith(STROKE_FILES):
                yield from _stroke_file(file)
            elif file.suffix.lower() in PICTURES and (label := label_of(file)) is not None:
                yield LabelledDrawing(label, file.name, file.read_bytes())


def inks(paths: Iterable[Path]) -> list[tuple[int, Ink]]:
    """Return the digit and the ink, (h, w) 0 paper .. 255 ink, of each labelled drawing: what training learns from.

    Raise BadRequest, NotAnImage, TooLarge.
    """
    return [(drawing.label, read_ink(drawing.picture)) for drawing in labelled_drawings(paths)]


def label_of(file: Path) -> int | None:
    """Return the digit a picture's name begins with, else the one its folder is named for, else None."""
    label, folder = label_in(file.name), file.parent.name
    return int(folder) if label is None and folder in FOLDERS else label


def _stroke_file(file: Path) -> Iterator[LabelledDrawing]:
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                yield LabelledDrawing(int(row["label"]), f"{file.name}:{number}", canvas_png(row["strokes"]))
            except (ValueError, KeyError, TypeError) as error:
                reason = "%(file)s, line %(line)s is no drawing: a line needs a digit as label, and strokes."
                raise BadRequest(Message(reason), file=file.name, line=number) from error


def canvas_png(strokes: list[list[list[float]]]) -> bytes:
    """Return the PNG that the page's canvas would post for these strokes, fitted to it."""
    out = io.BytesIO()
    draw(fit([[point[:2] for point in stroke] for stroke in strokes]), SIZE, PEN).save(out, "PNG")
    return out.getvalue()
