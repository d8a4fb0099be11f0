"""The learnt drawings that lie nearest: what an answer reminds the reader of."""

from __future__ import annotations

import numpy as np

from ..answer import Neighbour
from ..arrays import Features, count_rows
from ..classify import NO_DIGIT, Classifier

SHOWN = 6  # drawings, each of another source: variants of one drawing say nothing new


def nearest_neighbours(classifier: Classifier, features: Features, digits_only: bool) -> tuple[Neighbour, ...]:
    """Return the learnt drawings nearest to (320,) features, nearest first, one of each source.

    Signs that are no digit come along unless `digits_only`.
    """
    prototypes, provenance = classifier.novelty.prototypes, classifier.provenance
    distances = np.sqrt(classifier.to_prototypes(features))
    found: dict[int, Neighbour] = {}
    for index in np.argsort(distances, kind="stable").tolist():
        digit, group = int(prototypes.digits[index]), int(provenance.of_prototypes[index])
        if group not in found and not (digits_only and digit == NO_DIGIT):
            found[group] = Neighbour(
                digit=None if digit == NO_DIGIT else digit,
                distance=float(distances[index]),
                pixels=count_rows(prototypes.counts[index]),
                source=provenance.source(group),
            )
        if len(found) == SHOWN:
            break
    return tuple(found.values())
