"""Drawings: kept with consent alone, taken back by whoever has the receipt, hidden by the presenter."""

from __future__ import annotations

import pytest

from app.store import drawings, events, shown, tallies
from app.store.tables import NO_DIGIT
from tests.store.told import COUNTS, PICTURE, kept, told


@pytest.fixture
def event(store):
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    return events.current(store)


def wall(store, **more):
    return shown.latest(store, events.current(store), 9, **more)


def n(store, event):
    return tallies.score_of(tallies.matrix(store, event.id)).n


def test_a_drawing_is_kept_where_presenter_and_writer_agree(store, event):
    assert drawings.add(store, kept(4, 9)).is_kept
    (one,) = wall(store)
    assert (one.label, one.guess, one.picture, one.counts) == (4, 9, PICTURE, COUNTS)


def test_without_the_writers_consent_only_the_count_is_kept(store, event):
    assert not drawings.add(store, told()).is_kept
    assert (wall(store, and_hidden=True), n(store, event)) == ([], 1)


def test_without_the_presenters_consent_only_the_count_is_kept(store, event):
    events.change(store, keeps_drawings=False, shows_wall=True)
    assert not drawings.add(store, kept()).is_kept
    assert (wall(store, and_hidden=True), n(store, event)) == ([], 1)


def test_what_is_sent_twice_counts_once(store, event):
    first, again = (drawings.add(store, told(key="a" * 32)) for _ in range(2))
    assert (first, n(store, event)) == (again, 1)


def test_a_writer_may_agree_later(store, event):
    first = drawings.add(store, told(key="a" * 32))
    later = drawings.add(store, kept(key="a" * 32))
    assert (first.id, first.is_kept, later.is_kept, n(store, event)) == (later.id, False, True, 1)
    assert [one.picture for one in wall(store)] == [PICTURE]


def test_whoever_has_the_receipt_takes_a_drawing_back_once(store, event):
    receipt = drawings.add(store, kept())
    assert drawings.take_back(store, receipt.id, receipt.receipt)
    assert (wall(store, and_hidden=True), n(store, event)) == ([], 0)
    assert not drawings.take_back(store, receipt.id, receipt.receipt)
    assert n(store, event) == 0


@pytest.mark.parametrize("receipt", ["", "0" * 32, "é" * 32, None])
def test_nobody_takes_back_another_ones_drawing(receipt, store, event):
    mine, other = drawings.add(store, kept()), drawings.add(store, kept())
    assert not drawings.take_back(store, mine.id, other.receipt if receipt is None else receipt)
    assert len(wall(store)) == 2


def test_an_old_receipt_never_fits_a_new_drawing(store, event):
    old = drawings.add(store, kept())
    drawings.take_back(store, old.id, old.receipt)
    assert drawings.add(store, kept()).id > old.id


def test_what_is_hidden_is_gone_from_the_wall_and_can_come_back(store, event):
    receipt = drawings.add(store, kept())
    drawings.hide(store, receipt.id, True)
    assert (wall(store), len(wall(store, and_hidden=True)), n(store, event)) == ([], 1, 1)
    drawings.hide(store, receipt.id, False)
    assert len(wall(store)) == 1


def test_the_wall_shows_the_newest_first_and_no_more_than_it_has_places_for(store, event):
    for label in range(10):
        drawings.add(store, kept(label))
    assert [one.label for one in shown.latest(store, event, 4)] == [9, 8, 7, 6]


def test_no_digit_is_a_label_too(store, event):
    drawings.add(store, told(NO_DIGIT, NO_DIGIT))
    drawings.add(store, told(NO_DIGIT, 3))
    assert tallies.score_of(tallies.matrix(store, event.id)) == (2, 1)


def test_a_trick_is_shown_and_counts_nowhere(store, event):
    one = drawings.add(store, kept(4, 7, is_trick=True))
    assert [(drawing.label, drawing.guess) for drawing in shown.latest(store, event, 24)] == [(4, 7)]
    assert tallies.score_of(tallies.matrix(store, event.id)) == (0, 0)
    assert shown.slips(store, event.id, 10) == []
    assert drawings.take_back(store, one.id, one.receipt)
    assert tallies.score_of(tallies.matrix(store, event.id)) == (0, 0)
