"""What is kept of a lesson is spelt in letters, one a count."""

from __future__ import annotations

import pytest

from app.lesson.letters import spell, unspell


def test_counts_are_spelt_in_letters_and_back():
    counts = tuple(number % 17 for number in range(64))
    assert unspell(spell(counts)) == counts
    assert spell([0, 9.6, 16]) == "0ag"


def test_other_letters_are_refused():
    with pytest.raises(ValueError):
        unspell("h")
