"""The tests of the store on a real PostgreSQL; and what becomes of visitors when it goes away and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from app.errors import StoreAway, StoreError
from app.store import Store, drawings, events, open_store, tallies
from tests.deploy.postgresql import BIN, PostgreSQL, postgresql
from tests.store.test_archive import *  # noqa: F403
from tests.store.test_drawings import *  # noqa: F403
from tests.store.test_events import *  # noqa: F403
from tests.store.test_labelled import *  # noqa: F403
from tests.store.test_purge import *  # noqa: F403
from tests.store.test_schema import *  # noqa: F403
from tests.store.test_tallies import *  # noqa: F403
from tests.store.told import emptied, told

pytestmark = pytest.mark.deploy

if not BIN:
    pytest.skip("THE STORE IS NOT TESTED ON POSTGRESQL: there is none here", allow_module_level=True)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server


@pytest.fixture(scope="module")
def opened(server: PostgreSQL) -> Iterator[Store]:
    store = open_store(server.address, Path())
    yield store
    store.close()


@pytest.fixture
def store(opened: Store) -> Store:
    return emptied(opened)


@pytest.fixture
def reopen(server: PostgreSQL) -> Callable[[], Store]:
    return lambda: open_store(server.address, Path())


@pytest.fixture
def empty_address(server: PostgreSQL) -> Iterator[tuple[str, Path]]:
    engine = create_engine(server.address.replace("postgres:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS fresh"))
        connection.execute(text("CREATE DATABASE fresh"))
    engine.dispose()
    yield server.address.removesuffix("postgres") + "fresh", Path()


def test_a_database_that_goes_away_and_comes_back_loses_nothing(store, server):
    event = events.begin(store, "Open day")
    before = [drawings.add(store, told()).id for _ in range(5)]
    server.stop()
    for _ in range(3):
        with pytest.raises(StoreAway):
            drawings.add(store, told())
    server.start()
    after = [drawings.add(store, told()).id for _ in range(5)]
    assert min(after) > max(before)
    assert tallies.score_of(tallies.matrix(store, event.id)).n == 10


def test_a_database_that_is_not_there_is_said_at_the_start_in_one_sentence():
    with pytest.raises(StoreError, match="cannot be opened") as refused:
        open_store("postgres://me:hush@127.0.0.1:9/nothing", Path())
    assert "\n" not in str(refused.value)
    assert "hush" not in str(refused.value)
