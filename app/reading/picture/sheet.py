"""What is read of a picture, and what is not: a ruling, a frame, lines and neighbours at the edge."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

from ..arrays import INKED, Ink


class Sheet(NamedTuple):
    """A picture's ink, before and after its surroundings were left out."""

    ink: Ink  # (h, w), 0 paper .. 255 ink
    whole: Ink  # as it was lifted: the same picture, in other px where a photo's frame was cut away
    why: tuple[str, ...] = ()  # something was left out: "ruling", "frame" (a panel or a cell, too), "edge"

    def left_out(self) -> Ink | None:
        """Return the ink that is not read, (h, w) like `ink`; None where all is."""
        if not self.why:
            return None
        whole = Image.fromarray(self.whole).resize(self.ink.shape[::-1])
        return np.where(self.ink > INKED, np.uint8(0), np.asarray(whole))
