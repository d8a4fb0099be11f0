"""Who gives way when there are too many connections, and how long a client may take."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app import connections
from app.connections import BODY, CONNECTIONS, HEAD, OF_ONE, REPLY, Channel, make_memory, make_room


def client(address: str, since: float, **more: object) -> SimpleNamespace:
    kept = {"requests": [], "total_outbufs_len": 0, "will_close": False, "request": None}
    return SimpleNamespace(household=address, since=since, **kept | more)


def closing(channels: list[SimpleNamespace]) -> list[float]:
    make_room(channels, channels[-1])
    return [one.since for one in channels if one.will_close]


def test_the_longest_idle_one_of_a_crowded_address_gives_way():
    others = [client("10.0.0.2", -1.0)]
    assert closing(others + [client("10.0.0.1", float(place)) for place in range(OF_ONE)]) == []
    assert closing(others + [client("10.0.0.1", float(place)) for place in range(OF_ONE + 1)]) == [0.0]


def test_the_longest_idle_one_of_all_gives_way_when_there_are_too_many():
    crowd = [client(f"10.0.{place}.1", float(place)) for place in range(CONNECTIONS + 1)]
    assert closing(crowd) == [0.0]


def test_who_is_being_answered_keeps_the_line():
    crowd = [client("10.0.0.1", float(place)) for place in range(OF_ONE + 1)]
    crowd[0].requests = [object()]
    crowd[1].total_outbufs_len = 5
    assert closing(crowd) == [2.0]


def test_the_slowest_gives_way_where_all_are_taking_their_replies():
    crowd = [client("10.0.0.1", float(place), total_outbufs_len=5) for place in range(OF_ONE + 1)]
    assert closing(crowd) == [0.0]


def test_where_all_wait_for_an_answer_the_newest_of_whoever_has_most_gives_way():
    crowd = [client(f"10.0.{place}.1", float(place), requests=[object()]) for place in range(CONNECTIONS - 1)]
    crowd[50:50] = [client("10.0.0.9", place, requests=[object()]) for place in (1e3, 2e3)]
    assert closing(crowd) == [2e3]


def test_a_trusted_proxy_may_have_as_many_as_there_are():
    crowd = [client("", float(place)) for place in range(OF_ONE + 1)]
    assert closing(crowd) == []


def test_replies_that_nobody_takes_give_way_the_oldest_first(monkeypatch):
    monkeypatch.setattr(connections, "MOST_UNTAKEN", 250)
    crowd = [client("10.0.0.1", float(place), total_outbufs_len=100) for place in (3, 1, 2)]
    make_memory([*crowd, client("10.0.0.1", 0.0)])
    assert [one.will_close for one in crowd] == [False, True, False]


@pytest.mark.parametrize(("seconds", "is_overdue"), [(REPLY, False), (REPLY + 1, True)])
def test_a_whole_reply_has_its_time(seconds, is_overdue):
    assert Channel.is_overdue(client("10.0.0.1", 0.0, total_outbufs_len=5), seconds) is is_overdue


@pytest.mark.parametrize(
    ("has_head", "seconds", "is_overdue"),
    [(False, HEAD, False), (False, HEAD + 1, True), (True, HEAD + 1, False), (True, BODY + 1, True)],
)
def test_a_whole_head_and_a_whole_body_have_their_time(has_head, seconds, is_overdue):
    sending = client("10.0.0.1", 0.0, request=SimpleNamespace(headers_finished=has_head))
    assert Channel.is_overdue(sending, seconds) is is_overdue


def test_who_sends_nothing_is_not_overdue():
    assert Channel.is_overdue(client("10.0.0.1", 0.0), 1e6) is False
