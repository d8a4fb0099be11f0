"""The served reader with a visitor's own sign before it: a copy that knows one thing more, and nothing less.

A machine of two classes decides whether a drawing is the sign that was just taught, or one of the served reader's own
support vectors near to it; only where it says yes, the copy answers with that sign. The served reader is not touched.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..reading.arrays import WholeRows
from ..reading.classify import Classifier
from .examples import Examples
from .machine import Machine, NewSVC

NEAREST = 40  # of the reader's support vectors for each drawing of the sign: the border runs between them and it
# Six drawings against a hundred: half-way between them the border would be too near to the six. From here on it keeps
# every one of the test hands' digits, and finds 9 of 10 widely varied drawings of signs such as a heart or a house.
FROM = -0.7  # margins
OTHERS = 13 * "-"  # the class of all other signs: too long to be the name of one


class Taught(NamedTuple):
    """What the copy says of a drawing."""

    is_it: bool  # whether it is the sign that was taught
    margin: float  # above 0 where it is


def read_as_copy(classifier: Classifier, sign: str, rows: WholeRows, drawing: WholeRows, new_svc: NewSVC) -> Taught:
    """Return whether a drawing, (320,), is the sign of (n, 320) rows, rather than what the reader learnt before.

    The machine sees what the reader sees: their leading components.
    """
    others = _others(classifier, sign, rows)
    labels = np.array([sign] * len(rows) + [OTHERS] * len(others))
    taught, drawn = (_components(classifier, each) for each in (rows, drawing[None]))
    machine = Machine(Examples(np.concatenate([taught, others]), labels), new_svc)
    signs = machine.examples.signs
    margin = float(machine.table(drawn)[0, signs.index(sign), signs.index(OTHERS)]) - FROM
    return Taught(margin > 0, margin)


def _others(classifier: Classifier, sign: str, rows: WholeRows) -> WholeRows:
    """Return the support vectors nearest to the drawings of a sign; those of the same digit are no others."""
    squared = classifier.to_vectors(rows.astype(np.float32))
    squared[:, classifier.svc.digits.astype(np.str_) == sign] = np.inf
    nearest = np.unique(np.argpartition(squared, NEAREST, axis=1)[:, :NEAREST])
    return classifier.svc.vectors[nearest]


def _components(classifier: Classifier, rows: WholeRows) -> WholeRows:
    return classifier.components.project(rows.astype(np.float32)).astype(np.int16)
