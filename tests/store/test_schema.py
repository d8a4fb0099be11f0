"""The database itself: made and brought up to date by whoever comes first, the same as the tables say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from app.store import open_store
from app.store.tables import Base


def test_the_migrations_make_what_the_tables_say(store):
    with store.reading() as session:
        assert compare_metadata(MigrationContext.configure(session.connection()), Base.metadata) == []


def test_a_database_that_is_up_to_date_is_left_as_it_is(store, reopen):
    again = reopen()
    assert again.signed("x") == store.signed("x")
    again.close()


def test_many_servers_may_start_at_once_on_an_empty_database(empty_address):
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_store(*empty_address), range(4)))
    assert len({store.signed("x") for store in stores}) == 1
    with stores[0].reading() as session:
        assert session.scalars(text("SELECT version_num FROM alembic_version")).all() == ["0003"]
    for store in stores:
        store.close()
