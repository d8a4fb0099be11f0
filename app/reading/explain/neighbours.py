"""The learnt drawings that lie nearest: what an answer reminds the reader of."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..classify.novelty import NO_DIGIT, Familiarity
from ..classify.provenance import Sources
from ..normalise.blocks import Counts
from .votes import squares

SHOWN = 6  # drawings, each of another source: variants of one drawing say nothing new


def nearest(familiarity: Familiarity, sources: Sources, counts: Counts, digits_only: bool) -> list[dict[str, Any]]:
    """Return the learnt drawings nearest to (64,) counts as JSON, nearest first, one of each source.

    `digit` is None for a sign that is no digit; those come along unless `digits_only`. `distance` is in counts.
    """
    distances = familiarity.distances(counts)
    found: dict[int, dict[str, Any]] = {}
    for index in np.argsort(distances, kind="stable").tolist():
        digit, source = int(familiarity.digits[index]), int(sources.of_prototypes[index])
        if source not in found and not (digits_only and digit == NO_DIGIT):
            found[source] = {
                "digit": None if digit == NO_DIGIT else digit,
                "distance": float(distances[index]),
                "pixels": squares(familiarity.prototypes[index]),
                "source": sources.source(source)._asdict(),
            }
        if len(found) == SHOWN:
            break
    return list(found.values())
