"""What is on just now, for pages that are asked for often: looked up once a second at most.

Whoever looks also sees to it that drawings which have been kept long enough are deleted.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from time import monotonic
from typing import cast

from flask import Flask, current_app

from ..errors import StoreAway
from ..store import Store, events, purge
from ..store.tables import Event

FRESH = 1.0  # s: so long after a presenter's tap in another process pages may still say what was


class EventState:
    """The event that is on, as it was a second ago at most."""

    def __init__(self, store: Store, keep_days: int) -> None:
        self.store = store
        self.keep_days = keep_days
        self._event: Event | None = None
        self._looked = -FRESH
        self._purged: datetime | None = None

    def now(self) -> Event | None:
        """Return the event that is on, or None; while the store is away, what was on before."""
        if monotonic() >= self._looked + FRESH:
            self._looked = monotonic()
            try:
                self._event = events.current(self.store)
                self._purge()
            except StoreAway as error:
                current_app.logger.warning("the store does not answer: %s", error.facts["reason"])
        return self._event

    def forget(self) -> None:
        """Look again next time: something has been changed here."""
        self._looked = -FRESH

    def _purge(self) -> None:
        hour = events.this_hour()
        if self._purged != hour:
            purge.purge(self.store, before=hour - timedelta(days=self.keep_days))
            self._purged = hour


def init_app(app: Flask, store: Store, keep_days: int) -> None:
    """Give an app what its pages ask."""
    app.extensions["event_state"] = EventState(store, keep_days)


def get_state() -> EventState:
    """Return what the running app knows of its events."""
    return cast(EventState, current_app.extensions["event_state"])


def get_store() -> Store:
    """Return the store of the running app."""
    return get_state().store
