"""The digit of the data set that lies nearest: the twin of a drawing among the 1797."""

from __future__ import annotations

import numpy as np

from ..answer import Neighbour
from ..arrays import Features, count_rows
from ..classify import ALLOGRAPHS, Classifier


def twin(classifier: Classifier, features: Features) -> Neighbour:
    """Return the digit of load_digits that is nearest to (320,) features, in their leading components.

    Of two as near, the first.
    """
    prototypes, groups = classifier.novelty.prototypes, classifier.provenance.of_prototypes
    distances = np.where(groups < ALLOGRAPHS, classifier.to_prototypes(features), np.inf)
    nearest = int(distances.argmin())
    return Neighbour(
        digit=int(prototypes.digits[nearest]),
        distance=float(np.sqrt(distances[nearest])),
        pixels=count_rows(prototypes.counts[nearest]),
        source=classifier.provenance.source(int(groups[nearest])),
    )
