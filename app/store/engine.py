"""A database's address -> an engine: SQLite in a file, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from ..errors import SettingError

FILE = "events.sqlite3"
PATIENCE = 2  # s for a lock that another holds, for a connection, for a statement: a visitor waits no longer
POOL = 8  # connections: one for each thread of the server
POSTGRESQL = ("postgres", "postgresql")  # how people begin the address; the driver is ours to know
WRITES = "writes"  # the option of a connection that is going to write
NEEDS = "%s: it needs what requirements-server.txt names."
UNKNOWN = "give an address like postgresql://name:word@host/database, or sqlite:///file"


def open_engine(address: str, folder: Path) -> Engine:
    """Return an engine for a DATABASE_URL, or for the file in the folder where that is empty. Raise SettingError."""
    if not address:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _sqlite(make_url(f"sqlite:///{folder / FILE}"))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise SettingError(name="DATABASE_URL", value=address, reason=f"{UNKNOWN}.") from error
    if url.drivername in POSTGRESQL:
        url = url.set(drivername="postgresql+psycopg")
    said = url.render_as_string(hide_password=True)
    try:
        return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    except (ArgumentError, NoSuchModuleError, TypeError) as error:
        raise SettingError(name="DATABASE_URL", value=said, reason=f"{UNKNOWN}.") from error
    except ImportError as error:
        raise SettingError(name="DATABASE_URL", value=said, reason=NEEDS % error) from error


def _postgresql(url: URL) -> Engine:
    options = f"-c statement_timeout={PATIENCE}s -c lock_timeout={PATIENCE}s"
    arguments = {"connect_timeout": PATIENCE, "options": options}
    return create_engine(
        url, pool_size=POOL, max_overflow=0, pool_timeout=PATIENCE, pool_pre_ping=True, connect_args=arguments
    )


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, pool_size=POOL, max_overflow=0, pool_timeout=PATIENCE)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    """Set up a new connection to SQLite."""
    connection.isolation_level = None  # Python's own idea of when a transaction begins is not ours
    for pragma in (
        f"busy_timeout = {PATIENCE * 1000}",
        "journal_mode = WAL",  # who reads and who writes do not wait for each other
        "synchronous = FULL",  # what was acknowledged is there after a power cut
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted is overwritten
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin a transaction of SQLite: one that will write takes the lock first, so that it need not be done twice."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
