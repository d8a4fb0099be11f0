"""Drawings that somebody told of."""

from __future__ import annotations

from sqlalchemy import delete, event

from app.store import Store
from app.store.drawings import Told
from app.store.tables import Event

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08not much of one"
COUNTS = bytes(range(8)) * 8


def told(label: int = 7, guess: int = 7, **more: object) -> Told:
    return Told(label, guess, confidence=0.9, familiarity=0.8)._replace(**more)


def kept(label: int = 7, guess: int = 7, **more: object) -> Told:
    """The same by somebody who agreed that it is kept."""
    return told(label, guess, picture=PICTURE, counts=COUNTS, visit="0" * 32)._replace(**more)


def emptied(store: Store) -> Store:
    with store.writing() as session:
        session.execute(delete(Event))  # and with it all that belongs to one
    return store


def hurried(store: Store) -> Store:
    """A store that waits for no disk, which takes nine tenths of the time: no test that uses it cuts the power."""
    event.listen(store._engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return store
