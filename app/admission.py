"""No more drawings are let in than this machine was seen to read in time; whoever is too many is told so at once.

Waitress queues without end, first come first served: who comes with two hundred lines has all the turns. Here visitors
take turns, each household's first request before anybody's second, and its own in their order. A queue as long as what
is read in a quarter of a second is as long as makes sense: who would stand behind it is sent away, before anything is
read for him. Where few wait, and long, the machine is slow, and no crowd is before them: they are all answered.

One thread at a time takes a request from the queue, and the next only when that has answered or steps aside, for what
waits or takes long. Python runs one thread at a time anyway: eight that read would hand its lock to and fro hundreds of
times a second, and read half as many drawings.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from threading import Lock, get_ident
from time import monotonic
from typing import Any, NamedTuple

from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import Error

from .web.turns import LONGEST_WAIT, SOON

SHARE = 1 / 32  # of the newest time in the mean: it knows within a second that the machine has become slower
MANY = 8  # requests that wait: work for several times as long as the server then looks at no connection
DRAWN = "POST"  # a page is shown in words when it is too late for it: there are few


class Crowded(Error):  # type: ignore[misc]  # waitress ships no types
    """There are too many before this request."""

    code = 429
    reason = "Too Many Requests"
    headers = (("Retry-After", str(SOON)),)


class Capacity:
    """How long one waits behind so many requests, by the time between two answers while others waited."""

    def __init__(self) -> None:
        self._each = 0.0  # s
        self._last: float | None = None  # when an answer left others waiting
        self._lock = Lock()

    def answered(self, waiting: int, now: float) -> None:
        """Note that a request was answered, and that so many wait."""
        with self._lock:
            if self._last is not None:
                self._each += (now - self._last - self._each) * SHARE
            self._last = now if waiting else None

    def wait(self, waiting: int) -> float:
        """Return for how many seconds one waits behind so many requests; 0 while nothing is known."""
        return waiting * self._each


class Turn(NamedTuple):
    """Where in the queue a request stands: what is smaller comes first."""

    round: int  # the present one for a household's first that waits of its kind, the next for its second
    is_served: bool  # and not only sent away, which takes no time


class Dispatcher(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Waitress's threads and the queue before them."""

    def __init__(self) -> None:
        super().__init__()
        self._capacity = Capacity()
        self._leader: int | None = None  # the thread that answers; the others wait, or stepped aside
        self._round = 0  # of the request that was taken last

    def add_task(self, task: Any) -> None:
        """Put a connection with a request in the queue; to be sent away, where too many will be served before it."""
        request = task.requests[0]
        with self.lock:
            task.turn = self._turn(task.household, True)
            if not request.error and request.command == DRAWN and self._is_late(task.turn):
                request.error = Crowded("")
                task.turn = self._turn(task.household, False)
            self.queue.insert(self._place(task.turn), task)
            self._wake_next()

    def handler_thread(self, thread_no: int) -> None:
        """Answer requests until the server ends."""
        while (task := self._taken(thread_no)) is not None:
            try:
                task.service()
            except BaseException:  # as waitress has it
                self.logger.exception("Exception when servicing %r", task)

    def step_aside(self) -> None:
        """Let the next thread have the next request, where this one has kept it waiting so far."""
        with self.lock:
            if self._leader == get_ident():
                self._leader = None
                self._wake_next()

    def answered(self) -> None:
        """Note that a thread has answered a request."""
        self._capacity.answered(len(self.queue), monotonic())

    def _taken(self, thread_no: int) -> Any:
        """Return the next connection with a request, once this thread may answer it; None when it shall end."""
        with self.lock:
            if self._leader == get_ident():  # who has just answered goes on without waking anybody
                self._leader = None
            while self.stop_count == 0 and (self._leader is not None or not self.queue):
                self.active_count -= 1
                self.queue_cv.wait()
                self.active_count += 1
            if self.stop_count == 0:
                self._leader = get_ident()
                return self._next()
            self.active_count -= 1
            self.stop_count -= 1
            self.threads.discard(thread_no)
            self.thread_exit_cv.notify()
            return None

    @property
    def is_behind(self) -> bool:
        """Return whether many wait."""
        return len(self.queue) > MANY

    def _turn(self, household: str, is_served: bool) -> Turn:
        kind = household, is_served
        mine = [one.turn.round for one in self.queue if (one.household, one.turn.is_served) == kind]
        return Turn(mine[-1] + 1 if mine else self._round, is_served)

    def _next(self) -> Any:
        task = self.queue.popleft()
        self._round = task.turn.round
        return task

    def _place(self, turn: Turn) -> int:
        return bisect_right(self.queue, turn, key=lambda one: one.turn)

    def _is_late(self, turn: Turn) -> bool:
        before = sum(one.turn.is_served for one in islice(self.queue, self._place(turn)))
        return before >= MANY and self._capacity.wait(before) > LONGEST_WAIT

    def _wake_next(self) -> None:
        if self.queue and self._leader is None:
            self.queue_cv.notify()
