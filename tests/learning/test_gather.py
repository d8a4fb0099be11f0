"""All sources of samples are gathered: the data set, the allographs, kept drawings, and counter-examples apart."""

from __future__ import annotations

import numpy as np

from app.learning import allographs, gather
from app.learning.data_set import data_set
from app.reading.classify import ALLOGRAPHS, KEPT, NO_DIGIT, OTHERS

FEW = gather.Amounts(data_set_variants=1, allograph=1, counter_example=1, kept_variants=2)

BLANK = {"dots, three in a row"}  # too little ink to be a drawing as it stands


def test_every_source_is_there_in_its_amount(monkeypatch):
    monkeypatch.setattr(gather, "data_set", lambda: tuple(part[:20] for part in data_set()))  # the rest would take long
    ink = np.zeros((60, 40), dtype=np.uint8)
    ink[10:50, 18:23] = 255
    digits, counter_examples = gather.gather([(1, ink)], FEW)
    templates, signs = len(allographs.digits()), allographs.counter_examples()
    expected = [*np.repeat(range(20), 2), *range(ALLOGRAPHS, ALLOGRAPHS + templates), KEPT, KEPT, KEPT]
    assert digits.groups.tolist() == expected
    assert digits.labels[-1] == 1
    taught = {signs[group - OTHERS].name for group in counter_examples.groups.tolist()}
    assert {sign.name for sign in signs} - taught == BLANK
    assert set(counter_examples.labels.tolist()) == {NO_DIGIT}
