"""No more drawings are let in than this machine was seen to read in time; whoever is too many is told so at once.

Waitress queues without end. A queue as long as what is read in a quarter of a second is as long as makes sense: behind
it nobody is put, but sent away by the next free thread, before anything is read for him.
"""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import Any

from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import Error

from .web.turns import LONGEST_WAIT, SOON

SHARE = 1 / 32  # of the newest time in the mean: it knows within a second that the machine has become slower
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


class Dispatcher(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Waitress's threads and the queue before them."""

    def __init__(self) -> None:
        super().__init__()
        self._capacity = Capacity()

    def add_task(self, task: Any) -> None:
        """Put a connection with a request in the queue; at its head, to be sent away, where that is too long."""
        request = task.requests[0]
        is_too_long = self._capacity.wait(len(self.queue)) > LONGEST_WAIT
        if request.error or request.command != DRAWN or not is_too_long:
            super().add_task(task)
            return
        request.error = Crowded("")
        with self.lock:
            self.queue.appendleft(task)
            self.queue_cv.notify()

    def answered(self) -> None:
        """Note that a thread has answered a request."""
        self._capacity.answered(len(self.queue), monotonic())
