"""Where the work of each address is counted: in this process, or in a Redis that several share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Lock
from time import monotonic, time
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, cast

from ..errors import SettingError, StoreAway

if TYPE_CHECKING:
    from limits.storage import Storage

IN_MEMORY = "memory://"
PATIENCE = 0.2  # s for a store on another machine; without its answer everybody is let in
REST = 2.0  # s in which a store that did not answer is not asked again: a name that nobody knows takes 10 s to look up
RESTING = "it did not answer a moment ago"
NO_REDIS = "it needs the package redis, which deploy/requirements.txt names."


Counted = TypeVar("Counted")


class Rate(NamedTuple):
    """How much is allowed in a window of time."""

    most: int  # ms of work, or tries
    seconds: int  # of the window


class RateStore(Protocol):
    """Counts in fixed windows of time, numbered from 0 on. Its methods raise StoreAway where it does not answer."""

    def now(self) -> float:
        """Return the seconds that windows are numbered by."""

    def get(self, rate: Rate, group: str, window: int) -> int:
        """Return what is counted of a group's in a window."""

    def add(self, rate: Rate, group: str, window: int, cost: int) -> None:
        """Count so much more."""


class InMemory:
    """The counts of this process, of each rate's newest window alone.

    By hand, because importing limits takes a twentieth of the start, and its storage in memory begins a thread at each
    request.
    """

    now = staticmethod(monotonic)

    def __init__(self) -> None:
        self._counts: dict[Rate, tuple[int, Counter[str]]] = {}
        self._lock = Lock()

    def get(self, rate: Rate, group: str, window: int) -> int:
        """Return what is counted of a group's in a window."""
        with self._lock:
            return self._of(rate, window)[group]

    def add(self, rate: Rate, group: str, window: int, cost: int) -> None:
        """Count so much more."""
        with self._lock:
            self._of(rate, window)[group] += cost

    def _of(self, rate: Rate, window: int) -> Counter[str]:
        newest, counts = self._counts.get(rate, (-1, Counter[str]()))
        if window > newest:
            self._counts[rate] = window, (counts := Counter())
        return counts


class Shared:
    """The counts of all processes that name the same Redis."""

    now = staticmethod(time)  # what those who share it agree on

    def __init__(self, address: str) -> None:
        """Raise SettingError where its package is not there."""
        from limits.errors import ConfigurationError, StorageError  # see InMemory
        from limits.storage import storage_from_string

        patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        try:
            self._storage = cast("Storage", storage_from_string(address, wrap_exceptions=True, **patience))
        except ConfigurationError as error:
            raise SettingError(name="RATE_STORE", value=address, reason=NO_REDIS) from error
        self._away = StorageError
        self._rests_until = 0.0

    def get(self, rate: Rate, group: str, window: int) -> int:
        """Return what is counted of a group's in a window. Raise StoreAway."""
        return self._answer(lambda: self._storage.get(_name(rate, group, window)))

    def add(self, rate: Rate, group: str, window: int, cost: int) -> None:
        """Count so much more. Raise StoreAway."""
        self._answer(lambda: self._storage.incr(_name(rate, group, window), rate.seconds, amount=cost))

    def _answer(self, ask: Callable[[], Counted]) -> Counted:
        if monotonic() < self._rests_until:
            raise StoreAway(reason=RESTING)
        try:
            return ask()
        except self._away as error:
            self._rests_until = monotonic() + REST
            raise StoreAway(reason=str(error)) from error


def open_rate_store(address: str) -> RateStore:
    """Return the store at an address. Raise SettingError where its package is not there."""
    return InMemory() if address == IN_MEMORY else Shared(address)


def _name(rate: Rate, group: str, window: int) -> str:
    return f"{group}/{rate.most}/{rate.seconds}/{window}"
