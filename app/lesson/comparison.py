"""One drawing through both pipelines, side by side."""

from typing import NamedTuple

import numpy as np

from ..errors import InputError
from ..labels import label_in
from ..reading.reader import Answer, Reader
from .evaluation import CountsRow
from .notebook import NotebookSVC, notebook_counts

MOST = 50  # pictures in one go


class NotebookAnswer(NamedTuple):
    """What the notebook's pipeline makes of a drawing."""

    digit: int
    counts: CountsRow  # the 64 it was read from, rounded


class Comparison(NamedTuple):
    """One drawing, read twice."""

    served: Answer
    notebook: NotebookAnswer

    @property
    def counts(self) -> CountsRow:
        """Return the 64 counts that our pipeline ends in."""
        return tuple(count for row in self.served.pixels for count in row)


class ComparedFile(NamedTuple):
    """One picture of many: either both answers or what is wrong with it."""

    name: str
    truth: int | None  # the digit its name begins with
    comparison: Comparison | None
    error: InputError | None


def compare(data: bytes, reader: Reader, notebook: NotebookSVC) -> Comparison:
    """Return the answers of both pipelines to a picture's bytes. Raise NotAnImage, TooLarge, Blank."""
    served = reader.read(data)
    counts = notebook_counts(data, reader.limits)
    digit = int(notebook.predict(counts[None])[0])
    return Comparison(served, NotebookAnswer(digit, tuple(np.rint(counts).astype(int).tolist())))


def compare_file(name: str, data: bytes, reader: Reader, notebook: NotebookSVC) -> ComparedFile:
    """Return the same for one picture of many: an unreadable one spoils no others."""
    try:
        return ComparedFile(name, label_in(name), compare(data, reader, notebook), None)
    except InputError as error:
        return ComparedFile(name, label_in(name), None, error)
