"""The data set's digits as the road makes them: what a visitor's machine can be given, and the notebook's exam."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import AlteredModel
from ..reading.arrays import WholeRows
from ..reading.model import check_files
from .examples import Examples
from .machine import Machine

DATA_SET = "data_set.npz"  # in models/
HOLDOUT = 1347  # the first row of the notebook's exam: the last 450 of 1797
STEPS = (0, 10, 100, HOLDOUT)  # how many of the data set's digits a machine may be given


class DataSet(NamedTuple):
    """load_digits, rebuilt and normalised as any drawing is."""

    rows: WholeRows  # (1797, 320) features
    labels: NDArray[np.str_]  # (1797,) "0" .. "9"

    @classmethod
    def load(cls, models: Path) -> DataSet:
        """Return what lies in a folder, as its card describes it. Raise MissingModel, AlteredModel."""
        check_files(models, (DATA_SET,))
        path = models / DATA_SET
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as n:
                return cls(n["rows"], n["labels"].astype(np.str_))
        except (ValueError, LookupError, TypeError, OSError, EOFError, AttributeError, BadZipFile) as error:
            raise AlteredModel(path=path) from error


class Exam(NamedTuple):
    """How a machine did in the notebook's exam."""

    right: int
    n: int


def joined(examples: Examples, data_set: DataSet, more: int) -> Examples:
    """Return a visitor's examples with the first so many of the data set behind them."""
    rows = np.concatenate([examples.rows, data_set.rows[:more]])
    return Examples(rows, np.concatenate([examples.labels, data_set.labels[:more]]))


def take(machine: Machine, data_set: DataSet) -> Exam:
    """Return how many of the data set's last 450 digits a machine reads right."""
    truth = data_set.labels[HOLDOUT:]
    return Exam(int((machine.predict(data_set.rows[HOLDOUT:]) == truth).sum()), len(truth))
