"""Writers who come to an event: each has ways of writing, a slant, a bend and a pen of his own.

They write what our families write, in hands that no training draws: their seeds are others'.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.random import default_rng

from app.learning.families import FAMILIES
from app.learning.pen import SIZE, draw, fit
from app.learning.variation import STROKE_RANGES, Bend

SEED = 1926  # no training's
DIGITS = range(10)
PENS = 5.0, 14.0  # px of the sheet's 160
SHARES = 0.35, 0.85  # of the sheet that a drawing takes


class Drawn(NamedTuple):
    """One drawing of one writer."""

    writer: int
    label: int
    png: bytes  # as the pad posts it


def drawn_by(writers: int) -> Iterator[Drawn]:
    """Yield ten drawings of each writer, 0 to 9."""
    for writer in range(writers):
        rng = default_rng([SEED, writer])
        bend, pen = Bend.random(rng, STROKE_RANGES), rng.uniform(*PENS)
        for label in DIGITS:
            family = rng.choice([index for index, one in enumerate(FAMILIES) if one.digit == label])
            hand = FAMILIES[family].write(rng)
            lines = [bend(line) for line in hand.lines()]
            share = rng.uniform(*SHARES)
            width = min(pen, max(2.0, 0.5 * hand.finest * share * SIZE))
            yield Drawn(writer, label, _png(fit(lines, SIZE, width, share), width))


def _png(lines: list[np.ndarray], pen: float) -> bytes:
    file = BytesIO()
    draw(lines, SIZE, pen).save(file, "PNG")
    return file.getvalue()
