"""Heavy work waits for its turn, so that a drawing never waits for it; and nobody waits longer than makes sense.

At most half of the server's threads hold heavy work, and half of the processor's cores do it; whoever comes beyond that
is sent away at once, with the time to come again. The same is said to whoever has waited too long already: under more
requests than this machine can read, those it reads are answered in time.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from os import cpu_count
from threading import BoundedSemaphore, Lock
from time import sleep, time
from typing import TypeVar

from flask import Flask, current_app, g, request

from ..errors import TooLarge, TooMany
from ..reading.reader import Reader
from .extensions import get_quick_reader, get_reader
from .rate_store import IN_MEMORY

THREADS = 8  # of the server: they wait more than they work
WAITED = "eight_by_eight.waited"  # where the server says in the environment how long it kept a request waiting, in s
STEP_ASIDE = "eight_by_eight.step_aside"  # where it says by what to let the next request begin, of which it begins one
QUICK = {"predict.answer"}  # endpoints that never wait, for a database or a client, before they take a turn
HEAVY_AT_ONCE = THREADS // 2  # requests that are worked on or wait for it
AT_WORK = max(1, (cpu_count() or 1) // 2)
ALIVE = "health.alive"  # the endpoint that answers however much there is to do
ALWAYS = {ALIVE, "static", "scripts.script", "stylesheets.style"}  # these too: half a page is worse than a slow one
LIGHT_BODY = 256 * 1024  # bytes; a drawing has a few thousand
LIGHT_PIXELS = 1_500_000  # that are read at once: a pad of 560 px on the finest screen, 10 ms
LONGEST_WAIT = 0.25  # s from a request's last byte until somebody has time for it
SOON = 1  # s
YIELD = 0.001  # s: enough for another thread to wake up
STARTED = re.compile(r"t=(\d+\.\d+)")  # what nginx says of when a request came: seconds since 1970

Result = TypeVar("Result")


class Turns:
    """Who does heavy work, and who waits for it."""

    def __init__(self) -> None:
        self.reading = Lock()  # threads that read small pictures together take Python's lock from each other, and lose
        self._places = BoundedSemaphore(HEAVY_AT_ONCE)
        self._at_work = BoundedSemaphore(AT_WORK)

    def begin(self) -> None:
        """Return when it is one's turn. Raise TooMany at once when too many wait already."""
        if not self._places.acquire(blocking=False):
            raise TooMany(seconds=SOON)
        self._at_work.acquire()

    def let_others(self) -> None:
        """Return when it is one's turn again, after those who wait had theirs."""
        self._at_work.release()
        sleep(YIELD)
        self._at_work.acquire()

    def end(self) -> None:
        """Let the next one have its turn."""
        self._at_work.release()
        self._places.release()


def init_app(app: Flask) -> None:
    """Let an app turn away whoever waited too long, and let large bodies wait for their turn."""
    app.extensions["turns"] = Turns()
    app.before_request(check_wait)
    app.before_request(lambda: None if _is_quick() else step_aside())
    app.before_request(lambda: take_turn() if (request.content_length or 0) > LIGHT_BODY else None)
    app.teardown_request(lambda _: _end())


def check_wait() -> None:
    """Raise TooMany when a request has waited so long that others like it must be waiting behind it."""
    if request.endpoint not in ALWAYS and _waited() > LONGEST_WAIT:
        raise TooMany(seconds=SOON)


def quick_reader(reader: Reader) -> Reader:
    """Return the same reader for pictures that are small: any other it refuses, from its header, as TooLarge."""
    most = reader.limits
    small = replace(most, pixels=min(LIGHT_PIXELS, most.pixels), jpeg_pixels=min(LIGHT_PIXELS, most.jpeg_pixels))
    return Reader(reader.classifier, reader.card, small)


def step_aside() -> None:
    """Let the server begin with the next request, while this one goes on to what waits or takes long."""
    let_next = request.environ.get(STEP_ASIDE)
    if let_next:
        let_next()


def take_turn() -> None:
    """Return when it is this request's turn to do heavy work; it ends with the request. Raise TooMany."""
    if "turns" not in g:
        step_aside()
        turns: Turns = current_app.extensions["turns"]
        turns.begin()
        g.turns = turns


def let_others() -> None:
    """Return when it is this request's turn again, after those who wait had theirs."""
    if "turns" in g:
        g.turns.let_others()


def read_in_turn(work: Callable[[Reader], Result]) -> Result:
    """Return what `work` returns for the reader: soon for a small picture, when it is its turn for a large one.

    Raise TooMany, and as `work` does.
    """
    turns: Turns = current_app.extensions["turns"]
    try:
        with turns.reading:
            return work(get_quick_reader())
    except TooLarge:
        take_turn()
        return work(get_reader())


def _is_quick() -> bool:
    """Return whether a request will be over soon, or say so; a store on another machine may let it wait."""
    return request.endpoint in QUICK and current_app.config["RATE_STORE"] == IN_MEMORY


def _end() -> None:
    if "turns" in g:
        g.pop("turns").end()


def _waited() -> float:
    """Return for how many seconds this request has waited, as far as the server or a trusted proxy says."""
    waited: float | None = request.environ.get(WAITED)
    if waited is not None or not current_app.config["TRUSTED_PROXIES"]:
        return waited or 0
    started = STARTED.fullmatch(request.headers.get("X-Request-Start", ""))
    return time() - float(started[1]) if started else 0
