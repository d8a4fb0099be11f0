"""Whom `make bench-peers` measures: each is a real server that really reads.

`make test-deploy` makes the peers' environment first; for this file alone, `make .venv/peers/.made` does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.peers.asking import Line, Program, Refused, SentAway, answer, as_it_is, body_of
from tests.peers.crowd import asked_by
from tests.peers.drawings import FOLDER, drawings
from tests.peers.figures import Figures, table_of
from tests.peers.peers import (
    FASTAPI,
    FLASK,
    FLOOR,
    GRADIO,
    GRADIO_QUICK,
    PEERS,
    US,
    Served,
    fit,
    installed,
    surroundings,
)
from tests.peers.peers import all_served as serve_all

pytestmark = pytest.mark.deploy

TEN = [(FOLDER / f"{digit}.png").read_bytes() for digit in range(10)]


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, Served]]:
    with surroundings() as environment:
        fit(environment)
        with serve_all(environment, None) as found:
            yield {server.peer.name: server for server in found}


def read_by(server: Served) -> list[int]:
    with closing(Line(server.port)) as line:
        return [answer(line, server.peer.way(picture)) for picture in TEN]


def test_ours_reads_all_ten(servers):
    assert read_by(servers[US.name]) == list(range(10))


def test_tutorials_read_some_and_all_of_them_the_same(servers):
    flask, fastapi, gradio, quick = (read_by(servers[one.name]) for one in (FLASK, FASTAPI, GRADIO, GRADIO_QUICK))
    assert flask == fastapi == gradio == quick
    assert any(digit == said for digit, said in enumerate(flask))
    assert len(set(flask)) > 3, "they look at the picture"


def test_the_floor_reads_nothing(servers):
    assert set(read_by(servers[FLOOR.name])) == {7}


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_crowd_is_answered_by_each(peer, servers):
    crowd = asyncio.run(asked_by(4, servers[peer.name].port, peer.way, TEN[7], 2.0))
    assert len(crowd.waits) >= 4
    assert all(wait > 0 for wait in crowd.waits)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_each_is_weighed(peer, servers):
    resident, share = servers[peer.name].memory()
    assert resident >= share > 1
    assert 0.1 < installed(peer) < 2000


def test_a_program_is_answered_and_refused_as_a_bare_socket_is(servers):
    port = servers[US.name].port
    for asker in (Line(port), Program(port)):
        with closing(asker):
            assert answer(asker, as_it_is(TEN[5])) == 5
            with pytest.raises(Refused, match="415"):
                answer(asker, as_it_is(b"no picture"))


def test_a_reply_is_whole_or_waited_for():
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"
    assert [body_of(head[:20]), body_of(head + b"abc"), body_of(head + b"abcd")] == [None, None, b"abcd"]
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n"
    assert body_of(chunked) is None
    assert b"abcd" in (body_of(chunked + b"0\r\n\r\n") or b"")
    with pytest.raises(SentAway, match="429"):
        body_of(b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")


def test_the_table_says_what_was_measured():
    waits = {("we", 160): [2.0, 4.0, 3.0], ("they", 160): [8.0, 8.0, 9.0]}
    both = {name: [1.0] for name in ("we", "they")}
    rates = {(name, 160, 8): [200.0] for name in both}
    found = Figures(
        both, waits, waits, waits, rates, {name: [70.0, 60.0] for name in both}, both, {"we": [31.0], "they": []}, {}
    )
    rows = table_of(found, ["we", "they"], 31).splitlines()
    assert rows[2] == "| we | 3.00 (3.00) ms | 200 | 1.00 s | 70 (60) MiB | 1 MiB | 31 |"
    assert rows[3].endswith("| 1 MiB | \N{EN DASH} |")
    assert found.ratio("we", "they", 160).startswith("160 px: we takes 0.33 times as long as they (0.25 to 0.50")


def test_the_drawings_are_the_projects_own():
    assert len(drawings()) > 200
    assert {digit for digit, _ in drawings()} == set(range(10))
