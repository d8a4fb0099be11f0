"""Events: one is on at a time, each counts for itself, old ones stay."""

from __future__ import annotations

import pytest

from app.errors import NoEvent
from app.store import drawings, events, shown, tallies
from tests.store.told import kept, told


def score(store, event, group=None):
    return tuple(tallies.score_of(tallies.matrix(store, event.id, group)))


def test_before_the_first_event_nothing_is_counted(store):
    assert events.current(store) is None
    with pytest.raises(NoEvent):
        drawings.add(store, told())


def test_everything_counts_towards_the_event_that_is_on(store):
    first = events.begin(store, "Open day")
    drawings.add(store, told(7, 7))
    second = events.begin(store, "Museum night")
    drawings.add(store, told(7, 1))
    assert (score(store, first), score(store, second)) == ((1, 1), (1, 0))
    assert [one.name for one in events.every(store)] == ["Museum night", "Open day"]
    assert events.current(store).id == second.id
    assert events.find(store, first.id).ended is not None


def test_a_name_has_no_letters_that_nobody_sees(store):
    assert events.begin(store, "Open\0 day\r\n\u202e").name == "Open day"


@pytest.mark.parametrize("name", ["学校\u3000公開日", "\u06cc\u200c\u062e", "\U0001f469\u200d\U0001f3eb day"])
def test_a_name_keeps_the_spaces_and_joiners_of_every_language(store, name):
    assert events.begin(store, name).name == name


def test_after_the_end_nothing_is_counted(store):
    event = events.begin(store, "Open day")
    drawings.add(store, told())
    events.end(store)
    with pytest.raises(NoEvent):
        drawings.add(store, told())
    assert score(store, event) == (1, 1)


def test_an_event_keeps_no_drawing_until_its_presenter_says_so(store):
    event = events.begin(store, "Open day")
    assert (event.keeps_drawings, event.shows_wall) == (False, True)
    events.change(store, keeps_drawings=True, shows_wall=False)
    assert (events.current(store).keeps_drawings, events.current(store).shows_wall) == (True, False)


def test_a_new_group_begins_with_an_empty_wall_and_score_and_the_events_goes_on(store):
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    drawings.add(store, kept())
    events.next_group(store)
    event = events.current(store)
    assert shown.latest(store, event, 9) == []
    drawings.add(store, kept(7, 1))
    assert (score(store, event), score(store, event, 1), score(store, event, 2)) == ((2, 1), (1, 1), (1, 0))


def test_a_frozen_wall_stays_as_it_is_until_it_goes_on(store):
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    events.freeze(store, True)
    drawings.add(store, kept(3))
    assert shown.latest(store, events.current(store), 9) == []
    events.freeze(store, False)
    assert [one.label for one in shown.latest(store, events.current(store), 9)] == [3]


def test_times_are_no_finer_than_an_hour(store):
    event = events.begin(store, "Open day")
    assert (event.began.minute, event.began.second, event.began.microsecond) == (0, 0, 0)


def test_a_long_name_is_cut_and_any_script_is_fine(store):
    assert events.begin(store, "な" * 200).name == "な" * 80
