"""SQLite as we set it up: durable, patient for a while, and honest when it can do no more."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from app.errors import SettingError, StoreAway, StoreError
from app.store import WRITERS, drawings, engine, events, open_store, purge, shown, tallies
from tests.store.told import hurried, kept, told


@pytest.fixture
def on_disk(tmp_path):
    store = open_store("", tmp_path)
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 2000)],
)
def test_every_connection_is_set_up(pragma, value, on_disk):
    with on_disk.reading() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


def test_the_folder_is_made_for_nobody_else(tmp_path):
    open_store("", tmp_path / "deep" / "data").close()
    assert (tmp_path / "deep" / "data").stat().st_mode & 0o077 == 0
    assert (tmp_path / "deep" / "data" / engine.FILE).exists()


def test_two_stores_on_one_file_count_together(on_disk, tmp_path):
    other = open_store("", tmp_path)
    for store in (on_disk, other) * 10:
        drawings.add(store, told())
    assert tallies.score_of(tallies.matrix(other, events.current(other).id)).n == 20
    other.close()


def test_while_another_program_locks_it_reading_goes_on_and_saving_says_so(on_disk, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    impatient = open_store("", tmp_path)
    with sqlite3.connect(tmp_path / engine.FILE, isolation_level=None) as locking:
        locking.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAway):
            drawings.add(impatient, told())
        assert events.current(impatient).name == "Open day"
        locking.execute("ROLLBACK")
    assert drawings.add(impatient, told()).id
    locking.close()
    impatient.close()


def test_twenty_who_save_at_once_are_all_served(tmp_path):
    store = hurried(open_store("", tmp_path))  # how long a busy disk takes is not the question
    event = events.begin(store, "Open day")
    with ThreadPoolExecutor(20) as pool:
        ids = list(pool.map(lambda _: drawings.add(store, told()).id, range(60)))
    assert len(set(ids)) == 60
    assert tallies.score_of(tallies.matrix(store, event.id)).n == 60
    store.close()


def test_while_it_is_locked_few_wait_and_the_others_are_told_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 1)
    store = open_store("", tmp_path)
    events.begin(store, "Open day")
    with sqlite3.connect(tmp_path / engine.FILE, isolation_level=None) as locking:
        locking.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAway):
            drawings.add(store, told())
        with ThreadPoolExecutor(8) as pool:
            said = [pool.submit(drawings.add, store, told()) for _ in range(8)]
            reasons = [one.exception().facts["reason"] for one in said]
        locking.execute("ROLLBACK")
    assert sum("locked" in one for one in reasons) == WRITERS
    assert sum("others are waiting" in one for one in reasons) == 8 - WRITERS
    locking.close()
    store.close()


def test_a_full_disk_loses_nothing_that_was_acknowledged_and_says_so(on_disk, tmp_path):
    with on_disk.writing() as session:
        pages = session.scalar(text("PRAGMA page_count"))
    on_disk.close()
    small = open_store("", tmp_path)
    from sqlalchemy import event

    event.listen(small._engine, "connect", lambda line, _: line.execute(f"PRAGMA max_page_count = {pages + 8}"))
    acknowledged = []
    with pytest.raises(StoreAway) as full:
        for _ in range(1000):
            acknowledged.append(drawings.add(small, kept(picture=bytes(1000))).id)
    assert "full" in full.value.facts["reason"]
    assert len(acknowledged) > 5
    assert [one.id for one in reversed(shown.latest(small, events.current(small), 1000))] == acknowledged
    assert tallies.score_of(tallies.matrix(small, events.current(small).id)).n == len(acknowledged)
    small.close()


def test_what_was_deleted_is_in_no_file_any_more(on_disk, tmp_path):
    secret = b"nobody shall find this drawing"
    drawings.add(on_disk, kept(picture=secret))
    files = [tmp_path / engine.FILE, tmp_path / f"{engine.FILE}-wal"]
    assert any(secret in file.read_bytes() for file in files)
    purge.purge(on_disk)
    assert not any(secret in file.read_bytes() for file in files)


def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path):
    (tmp_path / engine.FILE).write_bytes(b"a letter to grandmother, and nothing else, but rather long" * 20)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store("", tmp_path)


@pytest.mark.parametrize("address", ["mysql://host/x", "nonsense", "postgresql+nobody://host/x"])
def test_an_address_that_makes_no_sense_is_refused_in_one_sentence(address):
    with pytest.raises(SettingError, match="DATABASE_URL"):
        open_store(address, Path())


def test_a_password_is_never_said(monkeypatch):
    with pytest.raises(SettingError) as refused:
        open_store("mysql://me:hush@host/x", Path())
    assert "hush" not in str(refused.value)
