"""A store on SQLite, empty before each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store import Store, open_store
from tests.store.told import emptied, hurried


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = hurried(open_store("", tmp_path_factory.mktemp("store")))
    yield store
    store.close()


@pytest.fixture
def store(opened: Store) -> Store:
    return emptied(opened)


@pytest.fixture
def reopen(opened: Store, store: Store) -> Callable[[], Store]:
    """Opens the same database a second time."""
    return lambda: open_store(opened._engine.url.render_as_string(hide_password=False), Path())


@pytest.fixture
def empty_address(tmp_path: Path) -> tuple[str, Path]:
    """What opens a database that nobody has used yet."""
    return "", tmp_path
