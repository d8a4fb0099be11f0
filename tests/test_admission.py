"""Admission: a queue is as long as what is read in time, and who is too many is answered before those who wait."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from app.admission import Capacity, Crowded, Dispatcher
from app.connections import JsonErrorTask
from app.web.turns import LONGEST_WAIT

EACH = LONGEST_WAIT / 10  # s: ten are read in time


def client(command: str = "POST", error: object = None) -> SimpleNamespace:
    return SimpleNamespace(requests=[SimpleNamespace(command=command, error=error)])


@pytest.fixture
def dispatcher() -> Dispatcher:
    """One without threads: what is put in its queue stays there. It has seen ten read in a quarter of a second."""
    dispatcher = Dispatcher()
    for number in range(300):
        dispatcher._capacity.answered(1, number * EACH)
    return dispatcher


def test_of_many_drawings_as_many_wait_as_are_read_in_time_and_the_rest_is_sent_away_first(dispatcher):
    clients = [client() for _ in range(40)]
    for one in clients:
        dispatcher.add_task(one)
    sent_away = [one for one in clients if isinstance(one.requests[0].error, Crowded)]
    assert len(clients) - len(sent_away) == pytest.approx(10, abs=1)
    assert list(dispatcher.queue)[: len(sent_away)] == sent_away[::-1]


def test_a_page_is_never_sent_away_here(dispatcher):
    for _ in range(40):
        dispatcher.add_task(client())
    page = client("GET")
    dispatcher.add_task(page)
    assert page.requests[0].error is None
    assert dispatcher.queue[-1] is page


def test_while_nothing_is_known_everybody_is_let_in():
    dispatcher, clients = Dispatcher(), [client() for _ in range(500)]
    for one in clients:
        dispatcher.add_task(one)
    assert {one.requests[0].error for one in clients} == {None}


def test_a_pause_in_which_nobody_asked_says_nothing_of_the_machine():
    capacity = Capacity()
    for number in range(300):
        capacity.answered(1, number * EACH)
    capacity.answered(0, 300 * EACH)
    capacity.answered(1, 1e6)
    assert capacity.wait(10) == pytest.approx(LONGEST_WAIT, rel=0.01)


def test_a_machine_that_becomes_slower_lets_fewer_in():
    capacity = Capacity()
    for number in range(100):
        capacity.answered(1, number * EACH)
    before = capacity.wait(10)
    for number in range(100):
        capacity.answered(1, 100 * EACH + number * 4 * EACH)
    assert capacity.wait(10) > 3 * before


def test_who_is_sent_away_is_told_when_to_come_again_and_keeps_the_line():
    written: list[bytes] = []
    channel = SimpleNamespace(heard=0.0, server=SimpleNamespace(is_ending=False))
    task = JsonErrorTask(channel, SimpleNamespace(error=Crowded(""), command="POST", version="1.1"))
    task.write = written.append
    task.execute()
    assert task.status == "429 Too Many Requests"
    assert ("Retry-After", "1") in task.response_headers
    assert json.loads(b"".join(written))["error"]["code"] == "too_many"
    assert not task.close_on_finish
