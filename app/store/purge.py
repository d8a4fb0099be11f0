"""Drawings are deleted: those that have been kept long enough, those of an event, or all. Counts stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete

from . import Store
from .tables import Drawing, Event


def purge(store: Store, before: datetime | None = None, event_id: int | None = None) -> int:
    """Return how many drawings were deleted: those before an hour, those of an event, or all. Raise StoreAway."""
    unwanted = delete(Drawing)
    if before is not None:
        unwanted = unwanted.where(Drawing.hour < before)
    if event_id is not None:
        unwanted = unwanted.where(Drawing.event_id == event_id)
    with store.writing() as session:
        gone = session.execute(unwanted.returning(Drawing.id)).all()
    if gone:
        store.tidy()
    return len(gone)


def forget(store: Store, event_id: int) -> None:
    """Delete an event with all that was counted and kept of it. Raise StoreAway."""
    with store.writing() as session:
        session.execute(delete(Event).where(Event.id == event_id))
    store.tidy()
