"""Our own recipe as a pupil among the others: it learns from all that the served model learns from, but the 450."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

from app.learning.calibrating import decide, fit_svc, machine_of
from app.learning.data_set import data_set
from app.learning.samples import Samples, from_data_set
from app.learning.training import SPLIT, gather
from app.lesson.pupils import Answers, Pupil
from app.reading.calibration import Calibration
from app.reading.guard import CARD
from app.reading.sources import ALLOGRAPHS


def our_pupil(models: Path, samples: Samples | None = None) -> Pupil:
    """The recipe on the card, fitted without the data set's last 450, with its answers to them.

    `samples` are what the served model learnt from, where they are at hand; else they are drawn again.
    """
    recipe = json.loads((models / CARD).read_text(encoding="utf-8"))["recipe"]
    samples = samples or gather().digits
    hidden = (samples.sources >= SPLIT) & (samples.sources < ALLOGRAPHS)
    begun = process_time()
    fitted = fit_svc(samples.features[~hidden], samples.labels[~hidden], recipe["C"], recipe["gamma"])
    seconds = process_time() - begun
    images, labels = data_set()
    unseen = from_data_set(images[SPLIT:], labels[SPLIT:], variants=0)
    calibration = Calibration(recipe["steepness"], recipe["temperature"])
    shares = calibration.probabilities(decide(machine_of(fitted), unseen.features))
    return Pupil(
        f"SVC(C={fitted.C:g}, gamma={fitted.gamma:g})", seconds, fitted, Answers(shares.argmax(1), shares.max(1))
    )
