"""One lesson, from the examples to all that there is to say of what was learnt from them."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading.arrays import WholeRows
from .exam import Exam, joined, take
from .examples import Examples
from .guesses import Mistake, guesses, mistakes
from .machine import Machine, Reading
from .plane import Plane, plane
from .school import School


@dataclass(frozen=True)
class Learnt:
    """What a machine learnt, to be seen."""

    guesses: list[str]  # of each example, from the others
    mistakes: list[Mistake]
    weightiest: int  # the example that pulls hardest at the border
    plane: Plane

    @property
    def right(self) -> int:
        """Return of how many examples the guess is right."""
        return len(self.guesses) - len(self.mistakes)


@dataclass(frozen=True)
class Taught:
    """A machine that was taught, and what was asked of it."""

    machine: Machine
    reading: Reading | None
    learnt: Learnt | None
    exam: Exam | None


def teach(
    school: School, examples: Examples, drawing: WholeRows | None, learnt: bool = False, more: int | None = None
) -> Taught:
    """Return a machine that learnt these examples, and the first `more` of the data set's digits behind them.

    It reads the drawing, (320,), where there is one; with `learnt` it is told what it learnt, and where `more` is given
    it takes the notebook's exam. Raise NotReady.
    """
    known = examples if more is None else joined(examples, school.data_set, more)
    machine = Machine(known, school.new_svc)
    return Taught(
        machine,
        None if drawing is None else machine.read(drawing),
        _learnt(machine, school) if learnt else None,
        None if more is None else take(machine, school.data_set),
    )


def _learnt(machine: Machine, school: School) -> Learnt:
    found = guesses(machine, school.new_svc)
    return Learnt(found, mistakes(machine.examples, found), machine.weightiest, plane(machine))
