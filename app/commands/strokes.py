"""`python -m app strokes`: what the kiosk's own pen writes while nobody is there, into models/strokes.json."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.random import default_rng

from ..errors import Blank
from ..learning.allographs import Allograph, digits
from ..learning.canvas import ink_of, varied_lines
from ..learning.card import seal
from ..learning.pen import PEN, SIZE, Points, draw, fit
from ..reading.reader import Reader

FILE = "strokes.json"
SEED = 19  # of the hands: none that the model has learnt from
HANDS = 4  # drawings of each allograph, among which the reader's hardest are looked for
USUAL = 4  # of each digit: whichever come
HARDEST = 1  # of each digit: what the reader finds least likely to be it; it gets about half of these wrong
SHARE = 0.66  # of the sheet that a drawing's longer side takes: as large as people write
CLOSE = 0.012  # of the sheet's side: a point nearer than this to the one before says nothing new
DECIMALS = 3  # of a place on the sheet: a pixel of the largest pad


class Written(NamedTuple):
    """One drawing: what it is meant as, and how likely the reader finds that."""

    digit: int
    name: str
    lines: list[Points]  # (m, 2) each, in 0..1 of the sheet
    share: float


def make_strokes(models: Path) -> int:
    """Write models/strokes.json for the model that lies in a folder, and its checksum; return how many drawings."""
    count = save_strokes(Reader.open(models), digits(), models / FILE)
    seal(models, (FILE,))
    return count


def save_strokes(reader: Reader, allographs: Sequence[Allograph], path: Path) -> int:
    """Save drawings of every digit, in hands of their own, the hardest included; return how many."""
    written = sorted((one for a in allographs for one in _write(reader, a)), key=lambda one: one.digit)
    chosen = [one for _, group in groupby(written, key=lambda one: one.digit) for one in _choose(list(group))]
    path.write_text("[\n" + ",\n".join(map(_line, chosen)) + "\n]\n", encoding="utf-8")
    return len(chosen)


def _write(reader: Reader, allograph: Allograph) -> Iterator[Written]:
    """Yield an allograph in several hands, each with what the reader makes of it."""
    if allograph.digit is None:
        return
    for hand in range(HANDS):
        rng = default_rng([SEED, crc32(allograph.name.encode()), hand])
        lines = [_thinned(line / SIZE) for line in fit(varied_lines(allograph, rng), SIZE, PEN, SHARE)]
        try:
            answer = reader.read_ink(ink_of(draw([line * SIZE for line in lines])))
        except Blank:
            continue
        yield Written(allograph.digit, allograph.name, lines, answer.probabilities[allograph.digit])


def _choose(written: list[Written]) -> list[Written]:
    """Return the hardest drawings of a digit, and others, each of another allograph."""
    hardest = sorted(written, key=lambda one: one.share)[:HARDEST]
    names = {one.name for one in hardest}
    others = [one for one in written if one.name not in names][::HANDS]
    picked = default_rng([SEED, written[0].digit]).choice(len(others), min(USUAL, len(others)), replace=False)
    return hardest + [others[index] for index in picked]


def _thinned(line: Points) -> Points:
    """Return a line, (m, 2), without the points that stand too close to the one before; both ends stay."""
    kept = [line[0]]
    for point in line[1:-1]:
        if np.hypot(*(point - kept[-1])) >= CLOSE:
            kept.append(point)
    return np.array([*kept, *line[-1:]] if len(line) > 1 else kept).round(DECIMALS)


def _line(one: Written) -> str:
    facts = {"digit": one.digit, "name": one.name, "lines": [line.tolist() for line in one.lines]}
    return json.dumps(facts, separators=(",", ":"), ensure_ascii=False)
