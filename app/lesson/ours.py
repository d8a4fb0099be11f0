"""Our own recipe as a pupil among the others: it learns from all that the served model learns from, but the 450."""

from __future__ import annotations

import json
from pathlib import Path

from ..learning.samples import Samples
from ..learning.training import gather, sit_notebook_test
from ..reading.classify import Calibration
from ..reading.model import CARD
from .pupils import Answers, Pupil


def our_pupil(models: Path, samples: Samples | None = None) -> Pupil:
    """The recipe on the card, fitted without the data set's last 450, with its answers to them.

    `samples` are what the served model learnt from, where they are at hand; else they are drawn again.
    """
    recipe = json.loads((models / CARD).read_text(encoding="utf-8"))["recipe"]
    samples = samples or gather().digits
    calibration = Calibration(recipe["steepness"], recipe["temperature"])
    fitted, seconds, shares = sit_notebook_test(samples, recipe["C"], recipe["gamma"], calibration)
    return Pupil(
        f"SVC(C={fitted.C:g}, gamma={fitted.gamma:g})", seconds, fitted, Answers(shares.argmax(1), shares.max(1))
    )
