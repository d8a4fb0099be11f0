"""How often which label was read as which guess: kept as counts, whatever becomes of the drawings."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from . import Store
from .tables import NO_DIGIT, Tally

Matrix = tuple[tuple[int, ...], ...]  # counts [label][guess], 11 by 11: the last is "no digit"


class Score(NamedTuple):
    """How many drawings were told of, and how many of them had been read right."""

    n: int
    right: int

    @property
    def share(self) -> float | None:
        """Return the share of right ones, or None where there is none."""
        return self.right / self.n if self.n else None


def matrix(store: Store, event_id: int, group_number: int | None = None) -> Matrix:
    """Return the confusion matrix of an event, or of one of its groups. Raise StoreAway."""
    with store.reading() as session:
        return matrix_in(session, event_id, group_number)


def matrix_in(session: Session, event_id: int, group_number: int | None = None) -> Matrix:
    """Return the same from a session that is open already."""
    counted = select(Tally.label, Tally.guess, func.sum(Tally.n)).where(Tally.event_id == event_id)
    if group_number is not None:
        counted = counted.where(Tally.group_number == group_number)
    table = [[0] * (NO_DIGIT + 1) for _ in range(NO_DIGIT + 1)]
    for label, guess, n in session.execute(counted.group_by(Tally.label, Tally.guess)):
        table[label][guess] = int(n)
    return tuple(map(tuple, table))


def score_of(table: Matrix) -> Score:
    """Return what a matrix adds up to."""
    return Score(sum(map(sum, table)), sum(row[label] for label, row in enumerate(table)))


def hardest(table: Matrix, least: int) -> tuple[int, int] | None:
    """Return the digit that is read right least often, and the guess it is mostly taken for.

    None where no digit was written `least` times and read wrong once.
    """
    shares = {
        label: row[label] / sum(row)
        for label, row in enumerate(table[:NO_DIGIT])
        if sum(row) >= least and row[label] < sum(row)
    }
    if not shares:
        return None
    label = min(shares, key=lambda one: shares[one])
    wrong = {guess: n for guess, n in enumerate(table[label]) if guess != label}
    return label, max(wrong, key=lambda one: wrong[one])


def add(session: Session, tally: Tally) -> None:
    """Add a tally's n, which may be below zero, to what is counted already."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    places = ("event_id", "group_number", "label", "guess")
    row = insert(Tally).values({name: getattr(tally, name) for name in (*places, "n")})
    session.execute(row.on_conflict_do_update(index_elements=places, set_={"n": Tally.n + tally.n}))
