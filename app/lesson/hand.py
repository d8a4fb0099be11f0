"""A visitor's own drawing on both roads, side by side."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..errors import InputError
from ..labels import label_in
from ..reading.reader import Answer, Reader
from .letters import Counts
from .roads import PlainSVC, notebook_counts

MOST = 50  # pictures in one go


class Reading(NamedTuple):
    """What the notebook's road makes of a drawing."""

    digit: int
    counts: Counts  # the 64 it was read from


class Both(NamedTuple):
    """One drawing, read twice."""

    served: Answer
    notebook: Reading

    @property
    def counts(self) -> Counts:
        """The 64 counts that our road ends in."""
        return tuple(count for row in self.served.pixels for count in row)


class Row(NamedTuple):
    """One picture of many: either both answers or what is wrong with it."""

    name: str
    truth: int | None  # the digit its name begins with
    both: Both | None
    error: InputError | None


def read_both(data: bytes, reader: Reader, plain: PlainSVC) -> Both:
    """The answers of both roads to a PNG, JPEG or WebP. Raises NotAnImage, TooLarge, Blank."""
    served = reader.read(data)
    counts = notebook_counts(data, reader.limits)
    return Both(served, Reading(plain.read(counts), tuple(np.rint(counts).astype(int).tolist())))


def read_row(name: str, data: bytes, reader: Reader, plain: PlainSVC) -> Row:
    """The same for one picture of many: an unreadable one spoils no others."""
    try:
        return Row(name, label_in(name), read_both(data, reader, plain), None)
    except InputError as error:
        return Row(name, label_in(name), None, error)
