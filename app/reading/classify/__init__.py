"""Features -> answer: which digit, how sure, and whether it is one at all."""

from __future__ import annotations

from ..answer import Answer
from ..arrays import Features, Floats, count_rows, direction_rows
from .calibration import Calibration, digit_scores
from .components import UNIT, Components
from .distances import Distances
from .novelty import NEIGHBOURS, NO_DIGIT, SAME, Curve, DigitOrSign, Novelty, Prototypes, log_odds
from .provenance import ALLOGRAPHS, DATA_SET, KEPT, OTHERS, Provenance
from .svc import PAIRS, FittedSVC, decision_table

__all__ = [
    "ALLOGRAPHS", "DATA_SET", "KEPT", "NEIGHBOURS", "NO_DIGIT", "OTHERS", "PAIRS", "SAME", "UNIT",
    "Calibration", "Classifier", "Components", "Curve", "DigitOrSign", "Distances", "FittedSVC", "Novelty",
    "Prototypes", "Provenance", "decision_table", "digit_scores", "log_odds",
]  # fmt: skip


class Classifier:
    """The fitted SVC with its calibration and its sense of what is new to it."""

    def __init__(
        self,
        svc: FittedSVC,
        calibration: Calibration,
        components: Components,
        novelty: Novelty,
        provenance: Provenance,
    ) -> None:
        self.svc = svc
        self.calibration = calibration
        self.components = components
        self.novelty = novelty
        self.provenance = provenance
        self._to_vectors = Distances(svc.vectors)
        self._to_prototypes = Distances(novelty.prototypes.rows)

    def answer(self, features: Features) -> Answer:
        """Return the answer to (320,) features."""
        row = self.components.project(features[None, :])
        to_prototypes = self._to_prototypes.squared(row)[0]
        every = self.calibration.probabilities(self._decisions(row))
        shares = every[0]
        digit = int(shares.argmax())
        nearest = int(to_prototypes.argmin())
        familiarity = self.novelty.familiarity(to_prototypes, digit, float(log_odds(every)[0]))
        is_digit = familiarity >= self.novelty.threshold
        sign = None if is_digit else self._sign(nearest)
        return Answer(
            digit=digit,
            confidence=float(shares[digit]),
            probabilities=tuple(map(float, shares)),
            is_digit=is_digit,
            familiarity=familiarity,
            pixels=count_rows(features),
            directions=direction_rows(features),
            looks_like=sign,
            looks_like_pixels=count_rows(self.novelty.prototypes.counts[nearest]) if sign else None,
        )

    def probabilities(self, features: Features) -> Floats:
        """Return (m, 10) calibrated probabilities for (m, 320) features."""
        return self.calibration.probabilities(self.decisions(features))

    def decisions(self, features: Features) -> Floats:
        """Return (m, 45) pairwise decisions for (m, 320) features."""
        return self._decisions(self.components.project(features))

    def to_vectors(self, features: Features) -> Floats:
        """Return (m, n) squared distances, in leading components, from (m, 320) features to each support vector."""
        return self._to_vectors.squared(self.components.project(features))

    def to_prototypes(self, features: Features) -> Floats:
        """Return (m,) squared distances, in leading components, from (320,) features to each prototype."""
        squared: Floats = self._to_prototypes.squared(self.components.project(features[None, :]))[0]
        return squared

    def _decisions(self, rows: Floats) -> Floats:
        """Return (m, 45) pairwise decisions for (m, 80) leading components."""
        decisions: Floats = self.svc.decisions(self.svc.kernel(self._to_vectors.squared(rows)))
        return decisions

    def _sign(self, prototype: int) -> str | None:
        """Return what a prototype shows, without how it is written ("arrow" of "arrow, right"); None for a digit."""
        if self.novelty.prototypes.digits[prototype] != NO_DIGIT:
            return None
        name, _, _ = self.provenance.source(int(self.provenance.of_prototypes[prototype])).name.partition(",")
        return name
