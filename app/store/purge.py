"""Drawings are deleted: those that have been kept long enough, those of an event, or all. Counts stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from . import Store
from .tables import Drawing, Event

BATCH = 5000  # drawings that are deleted at once: visitors tell of theirs in between


def purge(store: Store, before: datetime | None = None, event_id: int | None = None) -> int:
    """Return how many drawings were deleted: those before an hour, those of an event, or all. Raise StoreAway."""
    unwanted: list[ColumnElement[bool]] = []
    if before is not None:
        unwanted.append(Drawing.hour < before)
    if event_id is not None:
        unwanted.append(Drawing.event_id == event_id)
    n = last = 0
    while ids := _deleted(store, *unwanted, Drawing.id > last):
        n, last = n + len(ids), ids[-1]
    if n:
        store.tidy()
    return n


def forget(store: Store, event_id: int) -> None:
    """Delete an event with all that was counted and kept of it. Raise StoreAway."""
    purge(store, event_id=event_id)
    with store.writing(may_take_long=True) as session:
        session.execute(delete(Event).where(Event.id == event_id))
    store.tidy()


def _deleted(store: Store, *unwanted: ColumnElement[bool]) -> list[int]:
    """Return the ids of those that were deleted just now, in order; none where there is none any more."""
    with store.writing(may_take_long=True) as session:
        ids = list(session.scalars(select(Drawing.id).where(*unwanted).order_by(Drawing.id).limit(BATCH)))
        if ids:
            session.execute(delete(Drawing).where(*unwanted, Drawing.id <= ids[-1]))
    return ids
