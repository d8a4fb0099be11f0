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
        nearest = int(to_prototypes.argmin())
        familiarity = self.novelty.familiarity(to_prototypes)
        is_digit = familiarity >= self.novelty.threshold
        return Answer(
            digit=digit,
            confidence=float(shares[digit]),
            probabilities=tuple(map(float, shares)),
            is_digit=is_digit,
            familiarity=familiarity,
            pixels=count_rows(counts),
            looks_like=None if is_digit else self._sign(nearest),
        )

    def probabilities(self, counts: Counts) -> Floats:
        """Return (m, 10) calibrated probabilities for (m, 64) counts 0..16."""
        kernel = self.svc.kernel(self.to_vectors.squared(counts))
        return self.calibration.probabilities(self.svc.decisions(kernel))

    def _sign(self, prototype: int) -> str | None:
        """Return what a prototype shows, without how it is written ("arrow" of "arrow, right"); None for a digit."""
        if self.novelty.digits[prototype] != NO_DIGIT:
            return None
        name, _, _ = self.provenance.source(int(self.provenance.of_prototypes[prototype])).name.partition(",")
        return name
