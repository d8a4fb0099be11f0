"""A shared store that does not answer holds nobody up for long: it is asked again after a rest."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pytest

from app.errors import StoreAway
from app.web import rate_store
from app.web.rate_store import REST, Rate, Shared

pytestmark = pytest.mark.deploy

RATE = Rate(100, 60)


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that lets everybody in and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.setblocking(False)
        yield server


def callers(server: socket.socket) -> int:
    """Return how many connected since this was asked last."""
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def ask(store: Shared) -> None:
    with pytest.raises(StoreAway):
        store.get(RATE, "somebody", 1)


def test_who_did_not_answer_is_left_in_peace_and_asked_again_later(silent, monkeypatch):
    store = Shared("redis://{}:{}".format(*silent.getsockname()))
    ask(store)
    assert callers(silent) > 0
    for _ in range(20):
        ask(store)
        with pytest.raises(StoreAway):
            store.add(RATE, "somebody", 1, 5)
    assert callers(silent) == 0
    later = monotonic() + REST
    monkeypatch.setattr(rate_store, "monotonic", lambda: later)
    ask(store)
    assert callers(silent) > 0
