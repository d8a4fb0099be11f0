"""Drawings whose writer said what they are: added, taken back, hidden."""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_hex
from typing import Any, NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from . import Store, tallies
from .events import running, this_hour
from .tables import KEY, Drawing, Tally

RECEIPT = 32  # characters


class Told(NamedTuple):
    """What is told of one drawing; its picture, counts and visit only with the writer's consent."""

    label: int  # 0..9, or NO_DIGIT
    guess: int
    confidence: float
    familiarity: float
    picture: bytes | None = None
    counts: bytes | None = None
    visit: str | None = None
    map_x: float | None = None  # where it lies among the digits of the data set, 0..1
    map_y: float | None = None
    map_name: str | None = None  # on which map: another model has another
    is_trick: bool = False  # drawn to fool the reader: it is shown, but counts nowhere
    key: str | None = None  # random: whoever sends the same again means the same drawing


# What there is not of a drawing that is not kept.
NOTHING: dict[str, Any] = dict.fromkeys(("picture", "counts", "visit", "map_x", "map_y", "map_name"))


class Receipt(NamedTuple):
    """What a drawing can be taken back with."""

    id: int
    receipt: str
    is_kept: bool  # the drawing itself, not only that there was one


def add(store: Store, told: Told) -> Receipt:
    """Return the receipt of a drawing that counts from now on; a second of the same key counts once.

    The drawing itself is kept where the event keeps any, and its writer agrees, now or later. Raise NoEvent, StoreAway.
    """
    key = told.key or token_hex(KEY // 2)
    with store.writing() as session:
        event = running(session)
        if not event.keeps_drawings:
            told = told._replace(**NOTHING)
        place = {"event_id": event.id, "group_number": event.group_number, "hour": this_hour(), "is_hidden": False}
        id = insert_new(session, told._asdict() | place | {"key": key})
        if id is None:
            id = _keep_later(session, key, told)
        elif not told.is_trick:
            tallies.add(session, _tally(event.id, event.group_number, told.label, told.guess, 1))
    return Receipt(id, _receipt(store, id, key), told.counts is not None)


def take_back(store: Store, id: int, receipt: str) -> bool:
    """Return whether there was a drawing with this receipt; it is gone now, and counts no longer. Raise StoreAway."""
    with store.writing() as session:
        key = session.scalar(select(Drawing.key).where(Drawing.id == id))
        if key is None or not compare_digest(_receipt(store, id, key).encode(), receipt.encode()):
            return False
        columns = Drawing.is_trick, Drawing.event_id, Drawing.group_number, Drawing.label, Drawing.guess
        gone = session.execute(delete(Drawing).where(Drawing.id == id).returning(*columns)).first()
        if gone is not None and not gone.is_trick:
            tallies.add(session, _tally(*gone[1:], -1))
        return gone is not None


def hide(store: Store, id: int, is_hidden: bool) -> None:
    """Take a drawing from the wall and from every picture of the event, or put it back. Raise StoreAway."""
    with store.writing() as session:
        session.execute(update(Drawing).where(Drawing.id == id).values(is_hidden=is_hidden))


def insert_new(session: Session, values: dict[str, object]) -> int | None:
    """Return the id of a new drawing, or None where there is one with the same key already."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = insert(Drawing).values(values).on_conflict_do_nothing(index_elements=["key"])
    return session.scalar(row.returning(Drawing.id))


def _keep_later(session: Session, key: str, told: Told) -> int:
    """Return the id of a drawing that counts already, and keep it where its writer agrees now."""
    drawing = session.scalars(select(Drawing).where(Drawing.key == key)).one()
    if told.counts is not None:
        for name in NOTHING:
            setattr(drawing, name, getattr(told, name))
    return drawing.id


def _tally(event_id: int, group_number: int, label: int, guess: int, n: int) -> Tally:
    return Tally(event_id=event_id, group_number=group_number, label=label, guess=guess, n=n)


def _receipt(store: Store, id: int, key: str) -> str:
    return store.signed("receipt", id, key)[:RECEIPT]
