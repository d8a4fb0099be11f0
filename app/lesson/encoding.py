"""64 counts <-> 64 letters: how models/lesson.json holds an 8 x 8 picture in a line that a person can read."""

from __future__ import annotations

from collections.abc import Iterable

LETTERS = "0123456789abcdefg"  # counts 0..16

CountsRow = tuple[int, ...]  # 64 of 0..16, row by row


def encode(counts: Iterable[float]) -> str:
    """Return the letters of counts 0..16; halves are rounded to the even one."""
    return "".join(LETTERS[round(count)] for count in counts)


def decode(letters: str) -> CountsRow:
    """Return the counts that letters stand for. Raise ValueError at any other letter."""
    return tuple(LETTERS.index(letter) for letter in letters)
