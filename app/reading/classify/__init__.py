"""Counts -> answer: which digit, how sure, and whether it is one at all."""

from __future__ import annotations

from ..answer import Answer
from ..arrays import Counts, Floats, count_rows
from .calibration import Calibration, digit_scores
from .distances import Distances
from .novelty import NEIGHBOURS, NO_DIGIT, SAME, Curve, Novelty
from .provenance import ALLOGRAPHS, DATA_SET, KEPT, OTHERS, Provenance
from .svc import PAIRS, FittedSVC, decision_table

__all__ = [
    "ALLOGRAPHS", "DATA_SET", "KEPT", "NEIGHBOURS", "NO_DIGIT", "OTHERS", "PAIRS", "SAME",
    "Calibration", "Classifier", "Curve", "Distances", "FittedSVC", "Novelty", "Provenance",
    "decision_table", "digit_scores",
]  # fmt: skip


class Classifier:
    """The fitted SVC with its calibration and its sense of what is new to it."""

    def __init__(self, svc: FittedSVC, calibration: Calibration, novelty: Novelty, provenance: Provenance) -> None:
        self.svc = svc
        self.calibration = calibration
        self.novelty = novelty
        self.provenance = provenance
        self.to_vectors = Distances(svc.vectors)
        self.to_prototypes = Distances(novelty.prototypes)

    def answer(self, counts: Counts) -> Answer:
        """Return the answer to (64,) counts 0..16."""
        to_prototypes = self.to_prototypes.squared(counts[None, :])[0]
        shares = self.probabilities(counts[None, :])[0]
        digit = int(shares.argmax())
        familiarity = self.novelty.familiarity(to_prototypes)
        return Answer(
            digit=digit,
            confidence=float(shares[digit]),
            probabilities=tuple(map(float, shares)),
            is_digit=familiarity >= self.novelty.threshold,
            familiarity=familiarity,
            pixels=count_rows(counts),
        )

    def probabilities(self, counts: Counts) -> Floats:
        """Return (m, 10) calibrated probabilities for (m, 64) counts 0..16."""
        kernel = self.svc.kernel(self.to_vectors.squared(counts))
        return self.calibration.probabilities(self.svc.decisions(kernel))
