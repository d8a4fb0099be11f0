"""64 counts <-> 64 letters: how models/lesson.json holds an 8 x 8 picture in a line that a person can read."""

from __future__ import annotations

from collections.abc import Iterable

LETTERS = "0123456789abcdefg"  # counts 0..16

Counts = tuple[int, ...]  # 64 of 0..16, row by row


def spell(counts: Iterable[float]) -> str:
    """The letters of counts 0..16; halves are rounded to the even one."""
    return "".join(LETTERS[round(count)] for count in counts)


def unspell(letters: str) -> Counts:
    """The counts that were spelt so. Raises ValueError at any other letter."""
    return tuple(LETTERS.index(letter) for letter in letters)
