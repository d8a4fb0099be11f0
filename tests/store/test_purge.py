"""Drawings are deleted in time, and counts stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.store import drawings, events, purge, shown, tallies
from tests.store.told import kept


@pytest.fixture
def drawn(store):
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    drawings.add(store, kept())
    return events.current(store)


def left(store, drawn):
    return len(shown.latest(store, drawn, 9)), tallies.score_of(tallies.matrix(store, drawn.id)).n


def test_drawings_are_deleted_when_they_are_old_enough_and_their_counts_stay(store, drawn):
    now = events.this_hour()
    assert (purge.purge(store, before=now), left(store, drawn)) == (0, (1, 1))
    assert (purge.purge(store, before=now + timedelta(hours=1)), left(store, drawn)) == (1, (0, 1))


def test_many_drawings_are_deleted_some_at_a_time(store, drawn, monkeypatch):
    monkeypatch.setattr(purge, "BATCH", 2)
    for _ in range(4):
        drawings.add(store, kept())
    assert (purge.purge(store, event_id=drawn.id), left(store, drawn)) == (5, (0, 5))


def test_one_events_drawings_are_deleted_and_no_other_ones(store, drawn):
    other = events.begin(store, "Museum night")
    assert (purge.purge(store, event_id=other.id), purge.purge(store, event_id=drawn.id)) == (0, 1)


def test_all_drawings_are_deleted(store, drawn):
    assert (purge.purge(store), left(store, drawn)) == (1, (0, 1))


def test_an_event_is_forgotten_with_all_that_belongs_to_it(store, drawn):
    purge.forget(store, drawn.id)
    assert (events.find(store, drawn.id), left(store, drawn)) == (None, (0, 0))
