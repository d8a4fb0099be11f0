"""Kept drawings as they are shown: on the wall and its map, to the presenter, on the report."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from . import Store
from .tables import Drawing, Event


class Spot(NamedTuple):
    """A drawing on the wall's map."""

    id: int
    x: float | None  # 0..1, from left to right, on the map of the name; None where it could not be placed
    y: float | None  # 0..1, from top to bottom
    map_name: str | None
    is_right: bool  # whether it was read right


def latest(store: Store, event: Event, most: int, and_hidden: bool = False) -> list[Drawing]:
    """Return the newest kept drawings of an event's present group, the newest first. Raise StoreAway."""
    wanted = select(Drawing).where(*_of_group(event)) if and_hidden else select(Drawing).where(*_on_wall(event))
    with store.reading() as session:
        return list(session.scalars(wanted.order_by(Drawing.id.desc()).limit(most)))


def spots(store: Store, event: Event, most: int) -> list[Spot]:
    """Return where the newest of the drawings on the wall lie, the newest first. Raise StoreAway."""
    columns = Drawing.id, Drawing.map_x, Drawing.map_y, Drawing.map_name, Drawing.label == Drawing.guess
    wanted = select(*columns).where(*_on_wall(event)).order_by(Drawing.id.desc()).limit(most)
    with store.reading() as session:
        return [Spot(*row) for row in session.execute(wanted)]


def pictures(store: Store, ids: list[int]) -> list[tuple[int, bytes, bytes]]:
    """Return id, PNG and 64 counts of those of some drawings that are kept. Raise StoreAway."""
    wanted = select(Drawing.id, Drawing.picture, Drawing.counts).where(Drawing.id.in_(ids))
    with store.reading() as session:
        rows = session.execute(wanted).all()
    return [(id, picture, counts) for id, picture, counts in rows if picture and counts]


def slips(store: Store, event_id: int, most: int) -> list[Drawing]:
    """Return kept drawings of an event that were read wrong, those it was surest of first. Raise StoreAway.

    Those that were drawn to fool it are none: they would be nothing else.
    """
    wanted = select(Drawing).where(
        Drawing.event_id == event_id,
        Drawing.counts.is_not(None),
        Drawing.is_hidden.is_(False),
        Drawing.is_trick.is_(False),
        Drawing.label != Drawing.guess,
    )
    with store.reading() as session:
        return list(session.scalars(wanted.order_by(Drawing.confidence.desc(), Drawing.id).limit(most)))


def _of_group(event: Event) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a drawing one of the present group that is kept."""
    return Drawing.event_id == event.id, Drawing.group_number == event.group_number, Drawing.counts.is_not(None)


def _on_wall(event: Event) -> tuple[ColumnElement[bool], ...]:
    """Return what makes it one of the wall as well."""
    thawed = () if event.frozen_after is None else (Drawing.id <= event.frozen_after,)
    return *_of_group(event), Drawing.is_hidden.is_(False), *thawed
