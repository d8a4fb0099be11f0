"""A copy of the reader that learnt one sign more: it knows the sign, and all that the reader knew."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import pytest

from app.learning.allographs import counter_examples
from app.learning.canvas import draw_varied
from app.reading.normalise import normalise
from app.teaching.taught_copy import read_as_copy

TAUGHT, ASKED = 6, 12  # drawings
VARIED = 0.6  # of drawings that vary more than anybody's own


def drawings_of(label: str) -> np.ndarray:
    """A sign that is no digit, in varied hands."""
    template = next(one for one in counter_examples() if one.label == label)
    hands = [np.random.default_rng([crc32(label.encode()), number]) for number in range(TAUGHT + ASKED)]
    return np.array([normalise(draw_varied(template, hand)).features for hand in hands]).astype(np.uint8)


@pytest.mark.parametrize("sign", ["heart", "star", "fish"])
def test_it_knows_a_sign_after_six_drawings_and_still_reads_digits(sign, hands, app, new_svc):
    classifier, rows = app.extensions["serving"].now.reader.classifier, drawings_of(sign)

    def is_it(row: np.ndarray) -> bool:
        taught = read_as_copy(classifier, sign, rows[:TAUGHT], row, new_svc)
        assert taught.is_it == (taught.margin > 0)
        return taught.is_it

    assert sum(map(is_it, rows[TAUGHT:])) >= VARIED * ASKED
    assert sum(map(is_it, hands.rows[::4].astype(np.uint8))) == 0


def test_a_digit_that_it_is_taught_is_not_held_against_it(hands, app, new_svc):
    classifier, sevens = (
        app.extensions["serving"].now.reader.classifier,
        hands.rows[hands.labels == "7"].astype(np.uint8),
    )
    known = [read_as_copy(classifier, "7", sevens[:6], row, new_svc).is_it for row in sevens[6:]]
    assert np.mean(known) > 0.9
