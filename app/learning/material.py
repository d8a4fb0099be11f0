"""Labelled drawings from anywhere: folders of pictures, and stroke files.

A picture's label is the digit its name begins with ("7.png", "3-fat.jpg"), or else the digit that its folder is named
for ("7/anna.png"). A stroke file (.jsonl, .jsonl.gz) holds one JSON object a line: `label`, and `strokes`, a list of
lists of [x, y] with y down, in any unit.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import BadRequest
from ..labels import PICTURES, label_in
from ..reading.arrays import Ink
from ..reading.picture import read_ink
from .pen import PEN, SIZE, draw, fit

STROKES = (".jsonl", ".jsonl.gz")
DIGITS = "0123456789"


class Drawing(NamedTuple):
    """One labelled drawing."""

    label: int
    name: str
    picture: bytes  # PNG, JPEG or WebP


def labelled(paths: Iterable[Path]) -> Iterator[Drawing]:
    """Yield the labelled drawings in files and folders, in the order of their names.

    Pictures whose label cannot be told are passed over. Raises BadRequest for a stroke file that is malformed.
    """
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            if file.name.endswith(STROKES):
                yield from _strokes(file)
            elif file.suffix.lower() in PICTURES and (label := label_of(file)) is not None:
                yield Drawing(label, file.name, file.read_bytes())


def inks(paths: Iterable[Path]) -> list[tuple[int, Ink]]:
    """Return the digit and the ink, (h, w) 0 paper .. 255 ink, of each labelled drawing: what training learns from.

    Raises BadRequest, NotAnImage, TooLarge.
    """
    return [(drawing.label, read_ink(drawing.picture)) for drawing in labelled(paths)]


def label_of(file: Path) -> int | None:
    """Return the digit a picture's name begins with, else the one its folder is named for, else None."""
    folder = int(file.parent.name) if file.parent.name in tuple(DIGITS) else None
    return folder if (label := label_in(file.name)) is None else label


def _strokes(file: Path) -> Iterator[Drawing]:
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                yield Drawing(int(row["label"]), f"{file.name}:{number}", painted(row["strokes"]))
            except (ValueError, KeyError, TypeError) as error:
                reason = "%(file)s, line %(line)s is no drawing: a line needs a digit as label, and strokes."
                raise BadRequest(reason, file=file.name, line=number) from error


def painted(strokes: list[list[list[float]]]) -> bytes:
    """Return the PNG that the page's canvas would post for these strokes, fitted to it."""
    out = io.BytesIO()
    draw(fit([[point[:2] for point in stroke] for stroke in strokes]), SIZE, PEN).save(out, "PNG")
    return out.getvalue()
