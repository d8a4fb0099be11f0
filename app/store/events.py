"""Events: the presenter names one, everything counts towards it until it ends, old ones stay."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_hex
from typing import NamedTuple
from unicodedata import category

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ..errors import NoEvent
from . import Store
from .tables import KEY, NAME, Drawing, Event

JOINERS = "\u200c\u200d"  # between letters of Persian or Hindi, and between the parts of an emoji


class Stand(NamedTuple):
    """What a presenter sets for the stands of an event; None for what the server has."""

    ask: int | None = None  # s without a touch until it asks whether somebody is there; 0 for never
    ring: int | None = None  # s from the question until the visitor is taken to have gone
    pen: int | None = None  # s from then until the pen writes
    languages: str | None = None  # codes with commas


USUAL = Stand()


def current(store: Store) -> Event | None:
    """Return the event that is on, or None. Raise StoreAway."""
    with store.reading() as session:
        return current_in(session)


def current_in(session: Session) -> Event | None:
    """Return the same from a session that is open already."""
    return session.scalars(select(Event).where(Event.ended.is_(None)).order_by(Event.id.desc())).first()


def every(store: Store) -> list[Event]:
    """Return all events, the newest first. Raise StoreAway."""
    with store.reading() as session:
        return list(session.scalars(select(Event).order_by(Event.id.desc())))


def find(store: Store, event_id: int) -> Event | None:
    """Return an event, or None. Raise StoreAway."""
    with store.reading() as session:
        return session.get(Event, event_id)


def begin(store: Store, name: str) -> Event:
    """Return a new event with this name; one that was on has ended. Raise StoreAway."""
    with store.writing() as session:
        _end_all(session)
        event = new_event(name)
        session.add(event)
    return event


def new_event(name: str) -> Event:
    """Return an event that begins now, which no database has yet."""
    return Event(
        key=token_hex(KEY // 2),
        name="".join(filter(_may_be_in_name, name))[:NAME],
        began=this_hour(),
        ended=None,
        group_number=1,
        keeps_drawings=False,
        shows_wall=True,
        frozen_after=None,
    )


def _may_be_in_name(letter: str) -> bool:
    """Return whether a letter is seen, or a space of any language, or joins others; controls and halves are none."""
    return letter.isprintable() or category(letter) == "Zs" or letter in JOINERS


def end(store: Store) -> None:
    """End the event that is on. Raise StoreAway."""
    with store.writing() as session:
        _end_all(session)


def change(store: Store, *, keeps_drawings: bool, shows_wall: bool, stand: Stand = USUAL) -> None:
    """Change the settings of the event that is on. Raise NoEvent, StoreAway."""
    with store.writing() as session:
        event = running(session)
        event.keeps_drawings, event.shows_wall = keeps_drawings, shows_wall
        event.stand_ask, event.stand_ring, event.stand_pen, event.stand_languages = stand


def freeze(store: Store, is_frozen: bool) -> None:
    """Let the wall stay as it is now, or go on. Raise NoEvent, StoreAway."""
    with store.writing() as session:
        event = running(session)
        newest = select(func.max(Drawing.id)).where(Drawing.event_id == event.id)
        event.frozen_after = (session.scalar(newest) or 0) if is_frozen else None


def next_group(store: Store) -> None:
    """Let score and wall begin anew for the next visitors. Raise NoEvent, StoreAway."""
    with store.writing() as session:
        event = running(session)
        event.group_number += 1
        event.frozen_after = None


def running(session: Session) -> Event:
    """Return the event that is on. Raise NoEvent."""
    event = current_in(session)
    if event is None:
        raise NoEvent
    return event


def this_hour() -> datetime:
    """Return the hour that it is, in UTC: the finest time that is kept."""
    return datetime.now(UTC).replace(minute=0, second=0, microsecond=0, tzinfo=None)


def _end_all(session: Session) -> None:
    session.execute(update(Event).where(Event.ended.is_(None)).values(ended=this_hour()))
