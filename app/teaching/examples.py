"""The examples that a visitor teaches by: rows of whole numbers, each with the sign that it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import N_, BadExamples, Blank
from ..reading.answer import Answer
from ..reading.arrays import N_FEATURES, WholeRows

MOST = 200  # examples: fitted in a few milliseconds
MOST_SIGNS = 12  # more buttons than that nobody finds his way in
LONGEST_LABEL = 12  # characters
FULL = 255  # the largest feature there can be

BAD_LABEL = N_("A sign needs a name of 1 to 12 characters.")
BAD_ROW = N_("A drawing that I saw is 320 whole numbers from 0 to 255.")
TOO_MANY_EXAMPLES = N_("I can hold 200 drawings in mind. Take some away before you show me more.")
TOO_MANY_SIGNS = N_("I can tell 12 signs apart at most. Take one away before you show me another.")
ONE_SIGN = N_("So far I know one sign only. Show me another, so that there is something to tell apart.")
CONTRADICTION = N_(
    "Drawings %(first)s and %(second)s look the same to me, but one is called %(one)s and the other %(other)s. "
    "Take one of them away."
)


@dataclass(frozen=True, eq=False)
class Examples:
    """What there is to learn from; of two signs or more, and none twice under different names."""

    rows: WholeRows  # (n, 320) features, whole numbers 0..255
    labels: NDArray[np.str_]  # (n,) the sign that each is

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def signs(self) -> list[str]:
        """Return the names of the signs, sorted as scikit-learn sorts its classes."""
        return [str(sign) for sign in np.unique(self.labels)]

    @classmethod
    def checked(cls, rows: Sequence[Any], labels: Sequence[Any]) -> Examples:
        """Return the examples. Raise BadExamples, or Blank for one without ink."""
        if len(labels) > MOST:
            raise BadExamples(TOO_MANY_EXAMPLES)
        if not all(is_label(label) for label in labels):
            raise BadExamples(BAD_LABEL)
        if len(set(labels)) > MOST_SIGNS:
            raise BadExamples(TOO_MANY_SIGNS)
        examples = cls(checked_rows(rows), np.array(labels, dtype=np.str_))
        _check_contradictions(examples)
        if len(set(labels)) < 2:
            raise BadExamples(ONE_SIGN)
        return examples


def is_label(label: object) -> bool:
    """Return whether this can be the name of a sign."""
    return isinstance(label, str) and 0 < len(label) <= LONGEST_LABEL and label.isprintable() and not label.isspace()


def row_of(answer: Answer) -> WholeRows:
    """Return the (320,) features that an answer was read in."""
    return answer.features.astype(np.uint8)


def checked_rows(rows: Sequence[Any]) -> WholeRows:
    """Return (n, 320) whole numbers. Raise BadExamples for anything else, Blank for a row without ink."""
    try:
        array = np.array(rows)
    except (ValueError, OverflowError) as error:
        raise BadExamples(BAD_ROW) from error
    if array.dtype.kind not in "iu" or array.ndim != 2 or array.shape[1] != N_FEATURES:
        raise BadExamples(BAD_ROW)
    if array.min() < 0 or array.max() > FULL:
        raise BadExamples(BAD_ROW)
    if not array.any(1).all():
        raise Blank
    return array.astype(np.uint8)


def _check_contradictions(examples: Examples) -> None:
    seen: dict[bytes, int] = {}
    for number, row in enumerate(examples.rows):
        first = seen.setdefault(row.tobytes(), number)
        one, other = str(examples.labels[first]), str(examples.labels[number])
        if one != other:
            raise BadExamples(CONTRADICTION, first=first + 1, second=number + 1, one=one, other=other)
