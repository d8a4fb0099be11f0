"""What an event keeps: counts, and the drawings whose makers agreed. A server without events imports none of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from hmac import new as hmac
from pathlib import Path
from threading import BoundedSemaphore

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, TimeoutError
from sqlalchemy.orm import Session

from ..errors import StoreAway, StoreError
from .engine import PATIENCE, WRITES, open_engine
from .schema import upgrade
from .tables import Secret

WRITERS = 3  # threads that may wait for a database which does not answer: the others go on reading drawings
TURN = PATIENCE  # s to wait for one of these places while the database answers
BRIEF = 0.05  # s to wait for one while it did not answer the last time


class Store:
    """An open database. Its functions lie in `events.py`, `drawings.py` and so on; each is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self._places = BoundedSemaphore(WRITERS)
        self._is_away = False  # the last to write got no answer
        self.is_sqlite = engine.dialect.name == "sqlite"
        upgrade(self._writer)
        self._secret = self._shared_secret()
        engine.dispose()  # a server that parts into several processes shares no connection with them

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that only reads. Raise StoreAway."""
        with _saying_so(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self, may_take_long: bool = False) -> Iterator[Session]:
        """Yield a session that is committed at the end of the block, as a whole or not at all. Raise StoreAway.

        What no visitor waits for may take PostgreSQL longer than PATIENCE.
        """
        if not self._places.acquire(timeout=BRIEF if self._is_away else TURN):
            raise StoreAway(reason="others are waiting for the database already")
        try:
            with _saying_so(), Session(self._writer, expire_on_commit=False) as session, session.begin():
                if may_take_long and not self.is_sqlite:
                    session.execute(text("SET LOCAL statement_timeout = 0"))
                yield session
            self._is_away = False
        except StoreAway:
            self._is_away = True
            raise
        finally:
            self._places.release()

    def signed(self, *facts: object) -> str:
        """Return a signature of facts, in hexadecimal, that only servers of this database can make."""
        return hmac(self._secret, repr(facts).encode(), sha256).hexdigest()

    def tidy(self) -> None:
        """Let no file hold what was deleted any longer than the file itself does. Raise StoreAway."""
        if self.is_sqlite:
            with _saying_so(), self._engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")  # there is nothing to a checkpoint within a transaction
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _shared_secret(self) -> bytes:
        with self.reading() as session:
            return session.scalars(select(Secret.value)).one()


def open_store(address: str, folder: Path) -> Store:
    """Return the store at a DATABASE_URL, or in the folder where that is empty. Raise SettingError, StoreError."""
    engine = open_engine(address, folder)
    try:
        return Store(engine)
    except (StoreAway, DatabaseError, OSError) as error:
        place = engine.url.render_as_string(hide_password=True)
        raise StoreError(place=place, reason=str(error).splitlines()[0]) from error


@contextmanager
def _saying_so() -> Iterator[None]:
    """Turn what a database says when it cannot be had into StoreAway; what is wrong with a statement stays a fault."""
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        raise StoreAway(reason=str(error).splitlines()[0]) from error
