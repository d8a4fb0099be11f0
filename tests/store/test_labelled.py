"""What a model may learn from: kept digits of known visitors' tabs, not hidden, event by event."""

from __future__ import annotations

import pytest

from app.store import drawings, events, purge
from app.store.labelled import labelled, named
from app.store.tables import NO_DIGIT
from tests.store.told import PICTURE, kept, told


@pytest.fixture
def event(store):
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    return events.current(store)


def test_only_kept_digits_that_nobody_hid_or_drew_as_a_trick_are_learnt(store, event):
    drawings.add(store, kept(4, 9))
    drawings.add(store, kept(NO_DIGIT, 3))
    drawings.add(store, told(5, 5))
    drawings.add(store, kept(6, 5, is_trick=True))
    drawings.hide(store, drawings.add(store, kept(8, 8)).id, True)
    assert [(one.label, one.picture) for one in labelled(store, event)] == [(4, PICTURE)]
    purge.purge(store)
    assert list(labelled(store, event)) == []


def test_a_visitor_is_a_tab_in_a_group(store, event):
    for visit in ("a" * 32, "b" * 32, None):
        drawings.add(store, kept(visit=visit))
    events.next_group(store)
    drawings.add(store, kept(visit="a" * 32))
    visitors = [one.visitor for one in labelled(store, event)]
    assert (len(set(visitors)), visitors[2]) == (4, "")


def test_events_are_found_by_name_or_number(store, event):
    events.begin(store, "Fair")
    assert [one.name for one in named(store, None)] == ["Open day", "Fair"]
    assert [one.id for one in named(store, "Open day")] == [one.id for one in named(store, str(event.id))] == [event.id]
    assert named(store, "Nothing") == []
