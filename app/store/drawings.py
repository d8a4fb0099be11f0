"""Drawings whose writer said what they are: added, taken back, hidden, looked at."""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_hex
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from . import Store, tallies
from .events import running, this_hour
from .tables import KEY, Drawing, Event, Tally

RECEIPT = 32  # characters
SHEETS = 24  # drawings on the wall


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
    key: str | None = None  # random: whoever sends the same again means the same drawing


class Point(NamedTuple):
    """Where a drawing lies on the map."""

    x: float  # 0..1, from left to right
    y: float  # 0..1, from top to bottom
    is_right: bool  # whether it was read right


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
            told = told._replace(picture=None, counts=None, visit=None, map_x=None, map_y=None)
        place = {"event_id": event.id, "group_number": event.group_number, "hour": this_hour(), "is_hidden": False}
        id = insert_new(session, told._asdict() | place | {"key": key})
        if id is not None:
            tallies.add(session, _tally(event.id, event.group_number, told.label, told.guess, 1))
        else:
            id = _keep_later(session, key, told)
    return Receipt(id, _receipt(store, id, key), told.counts is not None)


def take_back(store: Store, id: int, receipt: str) -> bool:
    """Return whether there was a drawing with this receipt; it is gone now, and counts no longer. Raise StoreAway."""
    with store.writing() as session:
        key = session.scalar(select(Drawing.key).where(Drawing.id == id))
        if key is None or not compare_digest(_receipt(store, id, key).encode(), receipt.encode()):
            return False
        columns = Drawing.event_id, Drawing.group_number, Drawing.label, Drawing.guess
        gone = session.execute(delete(Drawing).where(Drawing.id == id).returning(*columns)).first()
        if gone is not None:
            tallies.add(session, _tally(*gone, -1))
        return gone is not None


def hide(store: Store, id: int, is_hidden: bool) -> None:
    """Take a drawing from the wall and from every picture of the event, or put it back. Raise StoreAway."""
    with store.writing() as session:
        session.execute(update(Drawing).where(Drawing.id == id).values(is_hidden=is_hidden))


def latest(store: Store, event: Event, most: int, and_hidden: bool = False) -> list[Drawing]:
    """Return the newest kept drawings of an event's present group, the newest first. Raise StoreAway."""
    wanted = select(Drawing).where(*_of_group(event)) if and_hidden else select(Drawing).where(*_on_wall(event))
    with store.reading() as session:
        return list(session.scalars(wanted.order_by(Drawing.id.desc()).limit(most)))


def places(store: Store, event: Event, most: int) -> list[Point]:
    """Return where the newest of the drawings on the wall lie on the map, the newest first. Raise StoreAway."""
    columns = Drawing.map_x, Drawing.map_y, Drawing.label == Drawing.guess
    wanted = select(*columns).where(*_on_wall(event)).order_by(Drawing.id.desc()).limit(most)
    with store.reading() as session:
        rows = session.execute(wanted).all()
    return [Point(x, y, is_right) for x, y, is_right in rows if x is not None and y is not None]


def slips(store: Store, event_id: int, most: int) -> list[Drawing]:
    """Return kept drawings of an event that were read wrong, those it was surest of first. Raise StoreAway."""
    wanted = select(Drawing).where(
        Drawing.event_id == event_id,
        Drawing.counts.is_not(None),
        Drawing.is_hidden.is_(False),
        Drawing.label != Drawing.guess,
    )
    with store.reading() as session:
        return list(session.scalars(wanted.order_by(Drawing.confidence.desc(), Drawing.id).limit(most)))


def insert_new(session: Session, values: dict[str, object]) -> int | None:
    """Return the id of a new drawing, or None where there is one with the same key already."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    row = insert(Drawing).values(values).on_conflict_do_nothing(index_elements=["key"])
    return session.scalar(row.returning(Drawing.id))


def _of_group(event: Event) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a drawing one of the present group that is kept."""
    return Drawing.event_id == event.id, Drawing.group_number == event.group_number, Drawing.counts.is_not(None)


def _on_wall(event: Event) -> tuple[ColumnElement[bool], ...]:
    """Return what makes it one of the wall as well."""
    thawed = () if event.frozen_after is None else (Drawing.id <= event.frozen_after,)
    return *_of_group(event), Drawing.is_hidden.is_(False), *thawed


def _keep_later(session: Session, key: str, told: Told) -> int:
    """Return the id of a drawing that counts already, and keep it where its writer agrees now."""
    drawing = session.scalars(select(Drawing).where(Drawing.key == key)).one()
    if told.counts is not None:
        drawing.picture, drawing.counts, drawing.visit = told.picture, told.counts, told.visit
        drawing.map_x, drawing.map_y = told.map_x, told.map_y
    return drawing.id


def _tally(event_id: int, group_number: int, label: int, guess: int, n: int) -> Tally:
    return Tally(event_id=event_id, group_number=group_number, label=label, guess=guess, n=n)


def _receipt(store: Store, id: int, key: str) -> str:
    return store.signed("receipt", id, key)[:RECEIPT]
