"""What becomes of drawings when servers are killed and databases go away, while visitors draw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event as Flag

import pytest
from sqlalchemy import func, select, text

from app.store import Store, events, open_store, tallies
from app.store.tables import Drawing
from tests.deploy.postgresql import BIN, PostgreSQL, postgresql
from tests.running import PATIENCE, SEVEN, Running

pytestmark = pytest.mark.deploy

SAVES = 200
VISITORS = 4


@pytest.fixture(scope="module")
def server() -> Iterator[PostgreSQL]:
    if not BIN:
        pytest.skip("THE FAULTS OF POSTGRESQL ARE NOT TESTED: there is none here")
    with postgresql() as server:
        yield server


@pytest.fixture
def sqlite(tmp_path: Path) -> tuple[str, Path]:
    return "", tmp_path


@pytest.fixture
def postgres(server: PostgreSQL) -> tuple[str, Path]:
    return server.address, Path()


@pytest.fixture(params=["sqlite", "postgres"])
def place(request) -> tuple[str, Path]:
    return request.getfixturevalue(request.param)


def opened(place: tuple[str, Path]) -> Store:
    """The store of an event that has just begun and keeps drawings."""
    store = open_store(*place)
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    return store


def started(place: tuple[str, Path]) -> Running:
    address, folder = place
    return Running(PRESENTER="on", DATABASE_URL=address, DATA_DIR=str(folder.absolute()), RATE_LIMITS="off")


def tell(port: int) -> tuple[int, dict]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request("POST", "/drawings?label=7&keep=1", SEVEN, {"Content-Type": "image/png"})
        reply = line.getresponse()
        return reply.status, json.loads(reply.read())


def saved_until(ports: list[int], kill, after: int) -> list[int]:
    """The ids that visitors were told of, of 200 saves, when `kill` is called in the middle."""
    acknowledged: list[int] = []
    killed = Flag()

    def visit(number: int) -> None:
        for step in range(SAVES // VISITORS):
            with suppress(OSError, HTTPException):
                status, body = tell(ports[(number + step) % len(ports)])
                if status == 201:
                    acknowledged.append(body["id"])
            if len(acknowledged) >= after and not killed.is_set():
                killed.set()
                kill()

    with ThreadPoolExecutor(VISITORS) as pool:
        list(pool.map(visit, range(VISITORS)))
    assert killed.is_set()
    return acknowledged


def assert_whole(store: Store, acknowledged: list[int]) -> None:
    """Everything that was acknowledged is there, nothing is there in half, and the counts agree."""
    event = events.current(store)
    with store.reading() as session:
        rows = session.execute(select(Drawing.id, Drawing.picture, Drawing.counts).where(Drawing.event_id == event.id))
        found = {id: (picture, counts) for id, picture, counts in rows}
        if store.is_sqlite:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
    assert set(acknowledged) <= set(found)
    assert all(picture.startswith(b"\x89PNG") and len(counts) == 64 for picture, counts in found.values())
    assert tallies.score_of(tallies.matrix(store, event.id)).n == len(found)


def test_a_server_that_is_killed_amid_200_saves_loses_none_that_it_acknowledged(place):
    store, process = opened(place), started(place)
    acknowledged = saved_until([process.port], process.process.kill, SAVES // 2)
    process.end(None)
    assert SAVES // 2 <= len(acknowledged) < SAVES
    assert_whole(store, acknowledged)
    again = started(place)
    assert tell(again.port)[0] == 201
    again.end()
    store.close()


def test_two_servers_on_one_database_count_together_and_one_may_be_killed(place):
    store = opened(place)
    processes = [started(place), started(place)]
    acknowledged = saved_until([one.port for one in processes], processes[0].process.kill, SAVES // 4)
    assert len(set(acknowledged)) == len(acknowledged) >= SAVES // 2
    assert_whole(store, acknowledged)
    processes[0].end(None)
    processes[1].end()
    store.close()


def test_while_postgresql_is_away_drawings_are_read_and_saving_says_so_and_recovers(server, postgres):
    store, process = opened(postgres), started(postgres)
    before = [tell(process.port)[1]["id"] for _ in range(5)]
    server.stop()
    for _ in range(3):
        status, body = tell(process.port)
        assert (status, body["error"]["code"]) == (503, "store_away")
        assert process.predict() == 7
        with closing(HTTPConnection("127.0.0.1", process.port, timeout=PATIENCE)) as line:
            line.request("GET", "/")
            assert line.getresponse().status == 200
    server.start()
    after = [tell(process.port)[1]["id"] for _ in range(5)]
    with store.reading() as session:
        assert session.scalar(select(func.count()).where(Drawing.id.in_(before + after))) == 10
    assert_whole(store, before + after)
    process.end()
    store.close()
