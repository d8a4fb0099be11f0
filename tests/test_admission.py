"""Admission: a queue is as long as what is read in time, and who is too many is answered before those who wait."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from threading import Event
from time import monotonic
from types import SimpleNamespace

import pytest

from app import connections
from app.admission import MANY, Capacity, Crowded, Dispatcher
from app.connections import JsonErrorTask
from app.web.turns import LONGEST_WAIT, WAITED
from tests.running import PATIENCE

EACH = LONGEST_WAIT / 10  # s: ten are read in time


def client(command: str = "POST", error: object = None, household: str = "10.0.0.1") -> SimpleNamespace:
    return SimpleNamespace(requests=[SimpleNamespace(command=command, error=error)], household=household)


def is_sent_away(one: SimpleNamespace) -> bool:
    return isinstance(one.requests[0].error, Crowded)


@pytest.fixture
def dispatcher() -> Dispatcher:
    """One without threads: what is put in its queue stays there. It has seen ten read in a quarter of a second."""
    dispatcher = Dispatcher()
    for number in range(300):
        dispatcher._capacity.answered(1, number * EACH)
    return dispatcher


def next_ones(dispatcher: Dispatcher, number: int) -> list[SimpleNamespace]:
    """Whom so many threads take, one after the other."""
    taken = []
    for _ in range(number):
        taken.append(dispatcher._taken(0))
        dispatcher.step_aside()
    return taken


def test_of_many_drawings_as_many_wait_as_are_read_in_time_and_the_rest_is_sent_away(dispatcher):
    clients = [client() for _ in range(40)]
    for one in clients:
        dispatcher.add_task(one)
    assert len(clients) - sum(map(is_sent_away, clients)) == pytest.approx(10, abs=1)


def test_who_is_sent_away_is_told_before_the_one_who_waits_as_long(dispatcher):
    for _ in range(40):
        dispatcher.add_task(client())
    assert [is_sent_away(one) for one in next_ones(dispatcher, 4)] == [True, False, True, False]


def test_who_comes_with_two_hundred_lines_has_one_turn_before_everybody_elses_first(dispatcher):
    for _ in range(200):
        dispatcher.add_task(client(household="10.0.0.1"))
    visitor = client(household="10.0.0.2")
    dispatcher.add_task(visitor)
    assert not is_sent_away(visitor)
    assert visitor in next_ones(dispatcher, 3)


def test_the_lines_of_one_household_are_served_in_the_order_they_came(dispatcher):
    clients = [client("GET", household=f"10.0.0.{number % 3}") for number in range(12)]
    for one in clients:
        dispatcher.add_task(one)
    assert next_ones(dispatcher, 12) == clients


def test_who_comes_later_waits_behind_the_rest_of_those_who_came_before(dispatcher):
    clients = [client("GET") for _ in range(6)]
    for one in clients[:4]:
        dispatcher.add_task(one)
    taken = next_ones(dispatcher, 2)
    for one in clients[4:]:
        dispatcher.add_task(one)
    assert taken + next_ones(dispatcher, 4) == clients


def test_who_was_sent_away_and_comes_again_is_told_at_once(dispatcher):
    visitors = [f"10.0.1.{number}" for number in range(40)]
    for visitor in visitors:
        dispatcher.add_task(client(household=visitor))
    first = next_ones(dispatcher, 1)[0]
    again = client(household=first.household)
    dispatcher.add_task(again)
    waiting = list(dispatcher.queue)
    assert is_sent_away(first) and is_sent_away(again)
    assert all(map(is_sent_away, waiting[: waiting.index(again)]))


def test_a_few_are_let_in_however_slow_the_machine_is():
    slow, clients = Dispatcher(), [client() for _ in range(MANY + 5)]
    for number in range(300):
        slow._capacity.answered(1, number * LONGEST_WAIT)
    for one in clients:
        slow.add_task(one)
    assert [one.requests[0].error is None for one in clients] == [True] * MANY + [False] * 5


def test_a_page_is_never_sent_away_here(dispatcher):
    for _ in range(40):
        dispatcher.add_task(client())
    page = client("GET")
    dispatcher.add_task(page)
    assert page.requests[0].error is None and page in dispatcher.queue


class Served:
    """A request that is served for as long as the test wants."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        self.requests = client("GET").requests
        self.household = "10.0.0.1"
        self.began, self.may_end = Event(), Event()
        self._then = then

    def service(self) -> None:
        self._then()
        self.began.set()
        assert self.may_end.wait(PATIENCE)


@pytest.fixture
def threads() -> Iterator[Dispatcher]:
    dispatcher = Dispatcher()
    dispatcher.set_thread_count(3)
    yield dispatcher
    dispatcher.shutdown()


def test_one_request_is_answered_at_a_time_in_the_order_they_came(threads):
    first, second, third = ones = [Served() for _ in range(3)]
    for one in ones:
        threads.add_task(one)
    for one, others in ((first, (second, third)), (second, (third,)), (third, ())):
        assert one.began.wait(PATIENCE)
        assert not any(other.began.is_set() for other in others)
        one.may_end.set()


def test_who_steps_aside_lets_the_next_begin(threads):
    slow, next_one = Served(threads.step_aside), Served(threads.step_aside)
    threads.add_task(slow)
    threads.add_task(next_one)
    assert slow.began.wait(PATIENCE) and next_one.began.wait(PATIENCE)
    for one in (slow, next_one):
        one.may_end.set()


def test_who_stepped_aside_takes_nobodys_turn_away(threads):
    slow, leading, last = Served(threads.step_aside), Served(), Served()
    for one in (slow, leading, last):
        threads.add_task(one)
    assert slow.began.wait(PATIENCE) and leading.began.wait(PATIENCE)
    slow.may_end.set()
    threads.step_aside()  # of a thread that leads nobody
    assert not last.began.is_set()
    leading.may_end.set()
    assert last.began.wait(PATIENCE)
    last.may_end.set()


def test_the_server_is_behind_while_many_wait(dispatcher):
    for _ in range(MANY + 1):
        assert not dispatcher.is_behind
        dispatcher.add_task(client())
    assert dispatcher.is_behind


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


@pytest.mark.parametrize(("is_behind", "wait"), [(False, 0), (True, 5)])
def test_a_request_is_told_of_its_wait_only_behind_a_crowd(is_behind, wait, monkeypatch):
    """Alone it waits where the machine is slow: then it is answered late, and not sent away."""
    monkeypatch.setattr(connections.WSGITask, "get_environment", lambda _: {})
    dispatcher = SimpleNamespace(is_behind=is_behind, step_aside=None)
    task = object.__new__(connections.Task)
    task.request = SimpleNamespace(body_rcv=None)
    task.channel = SimpleNamespace(server=SimpleNamespace(task_dispatcher=dispatcher), heard=monotonic() - 5)
    assert task.get_environment()[WAITED] == pytest.approx(wait, abs=1)
