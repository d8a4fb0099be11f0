"""Kept drawings with the digit that their writer said they are: what a model may learn from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from . import Store
from .archive import BATCH
from .tables import NO_DIGIT, Drawing, Event


class Labelled(NamedTuple):
    """One kept drawing of a digit."""

    key: str
    label: int  # 0..9
    picture: bytes  # PNG
    visitor: str  # random: the same for all drawings of one visitor; "" where nobody can tell


def named(store: Store, name: str | None) -> list[Event]:
    """Return the events of a name, or with a number, the oldest first; all without one. Raise StoreAway."""
    with store.reading() as session:
        every = session.scalars(select(Event).order_by(Event.id))
        return [one for one in every if name is None or name in (one.name, str(one.id))]


def labelled(store: Store, event: Event) -> Iterator[Labelled]:
    """Yield an event's kept drawings of digits in the order they came, but for hidden ones and tricks. Raise StoreAway.

    On a tablet that is passed on, the presenter's next group are other visitors.
    """
    columns = Drawing.id, Drawing.key, Drawing.label, Drawing.picture, Drawing.visit, Drawing.group_number
    wanted = select(*columns).where(
        Drawing.event_id == event.id,
        Drawing.picture.is_not(None),
        Drawing.is_hidden.is_(False),
        Drawing.is_trick.is_(False),
        Drawing.label != NO_DIGIT,
    )
    last = 0
    while True:
        with store.reading() as session:
            batch = session.execute(wanted.where(Drawing.id > last).order_by(Drawing.id).limit(BATCH)).all()
        for id, key, label, picture, visit, group in batch:
            yield Labelled(key, label, picture or b"", f"{visit}-{group}" if visit else "")
            last = id
        if not batch:
            return
