"""What is kept of a lesson is written in letters, one a count."""

from __future__ import annotations

import pytest

from app.lesson.encoding import decode, encode


def test_counts_become_letters_and_counts_again():
    counts = tuple(number % 17 for number in range(64))
    assert decode(encode(counts)) == counts
    assert encode([0, 9.6, 16]) == "0ag"


def test_other_letters_are_refused():
    with pytest.raises(ValueError):
        decode("h")
