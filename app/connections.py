"""What waitress does with each connection, where it has no setting for what a public server needs.

Its own errors are plain text: here they have the one shape of all errors. An address that makes no sense breaks the
line: here it gets a 400. A body goes to the disk, however large: here it stays in memory, of which all bodies share so
much, and what is beyond the limits is received and forgotten, so that its sender gets an answer and no broken line.
Idle and slow senders fill the server: here the longest idle one gives way to who comes new. A reply while the server
ends does not say so: here it does, so that the client's next request goes elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import inf
from threading import Lock
from time import monotonic
from typing import Any

from waitress.buffers import BytesIOBasedBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask, WSGITask

from .admission import Crowded
from .errors import BadRequest, EightByEightError, TooLarge, TooMany
from .web.headers import HEADERS
from .web.request_log import NO_ROUTE, log_request, new_id
from .web.turns import SOON, WAITED

CONNECTIONS = 900  # at once: with them a process stays under the usual 1024 open files
OF_ONE = 250  # of one address: a class of thirty with eight each
HEAD, BODY = 15, 90  # s for a whole head, and for a whole body: a photo of 10 MB over a megabit a second
SPARE_BODY = 2  # times the largest body is still received
SMALL_BODY = 64 * 1024  # bytes of each that there is always room for: a drawing has a few thousand
MOST_HELD = 64 * 1024 * 1024  # bytes of all bodies together, beyond these
ERRORS: dict[int, type[EightByEightError]] = {
    413: TooLarge,
    429: TooMany,
    500: EightByEightError,
}  # any other is a BadRequest
MALFORMED = "That is no HTTP request that I understand."


class Held:
    """How many bytes all bodies hold."""

    def __init__(self) -> None:
        self._total = 0
        self._lock = Lock()

    def take(self, size: int) -> bool:
        """Return whether so many more bytes may be held, and count them if so."""
        with self._lock:
            fits = self._total + size <= MOST_HELD
            self._total += size if fits else 0
        return fits

    def give(self, size: int) -> None:
        """Count so many bytes less."""
        with self._lock:
            self._total -= size


HELD = Held()


class Body(BytesIOBasedBuffer):  # type: ignore[misc]  # waitress ships no types
    """A request's body on its way in, of at most so many bytes; what there is more of it is counted only."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.is_crowded_out = False
        self._most = most
        self._received = self._held = 0

    def append(self, data: bytes) -> None:
        """Take in more of it."""
        self._received += len(data)
        counted = len(data) if self._received > SMALL_BODY else 0
        if self._received > self._most:
            self.close()
        elif not self.is_crowded_out and HELD.take(counted):
            self._held += counted
            super().append(data)
        else:
            self.is_crowded_out = True
            self.close()

    def __len__(self) -> int:
        """Return how much was sent."""
        return self._received

    def close(self) -> None:
        """Forget what came."""
        HELD.give(self._held)
        self._held = 0
        self.file = self.newfile()

    def __del__(self) -> None:
        HELD.give(self._held)


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request on its way in."""

    path = command = ""  # of one that makes no sense

    def parse_header(self, header_plus: bytes) -> None:
        """Take the head of a request. Raise ParsingError, which is answered, for whatever makes no sense."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address such as http://[
            raise ParsingError(str(error)) from error
        if self.body_rcv is not None:  # an empty one is false
            self.body_rcv.buf = Body(self.adj.max_request_body_size // SPARE_BODY)


class JsonErrorTask(ErrorTask):  # type: ignore[misc]
    """Answers an error that waitress finds before the application is asked."""

    def execute(self) -> None:
        """Write the error to the client and close the connection."""
        found = self.request.error
        name = new_id()
        error = ERRORS.get(found.code, BadRequest)
        message = MALFORMED if error is BadRequest else error.message.replace("%(seconds)s", str(SOON))
        body = json.dumps({"error": {"code": error.code, "message": message, "id": name}}).encode()
        log_request(name, self.request.command or NO_ROUTE, NO_ROUTE, found.code, monotonic() - self.channel.heard)
        self.status = f"{found.code} {found.reason}"
        self.response_headers += [("Content-Type", "application/json"), ("X-Request-ID", name), *HEADERS.items()]
        self.response_headers += getattr(found, "headers", ())
        if not isinstance(found, Crowded) or self.channel.server.is_ending:
            self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Task(WSGITask):  # type: ignore[misc]
    """Has a request answered by the application, which is told how long it waited."""

    def start(self) -> None:
        """Begin the reply; the last one when the server ends."""
        super().start()
        if self.channel.server.is_ending:
            self.set_close_on_finish()

    def get_environment(self) -> dict[str, Any]:
        """Return the WSGI environment. A body that there was no room for waited for ever."""
        environ: dict[str, Any] = super().get_environment()
        body = self.request.body_rcv
        is_crowded_out = body is not None and body.getbuf().is_crowded_out
        environ[WAITED] = inf if is_crowded_out else monotonic() - self.channel.heard
        return environ


class Channel(HTTPChannel):  # type: ignore[misc]
    """One client's connection."""

    task_class = Task
    error_task_class = JsonErrorTask
    parser_class = Parser

    def __init__(self, server: Any, *args: Any, **options: Any) -> None:
        self.since = self.heard = monotonic()  # s: of its last reply or the beginning of its request; of its last byte
        super().__init__(server, *args, **options)
        if not server.is_ending:
            make_room(server.active_channels.values(), self)

    def received(self, data: bytes) -> bool:
        """Take in what the client sent."""
        self.heard = monotonic()
        if self.request is None:
            self.since = self.heard
        return bool(super().received(data))

    def service(self) -> None:
        """Answer a request."""
        was_sent_away = isinstance(self.requests[0].error, Crowded)
        super().service()
        self.since = monotonic()
        if not was_sent_away:
            self.server.task_dispatcher.answered()

    def is_overdue(self, now: float) -> bool:
        """Return whether it takes too long to send a request."""
        partial = self.request
        return bool(partial) and not self.requests and now - self.since > (BODY if partial.headers_finished else HEAD)


def make_room(channels: Iterable[Channel], new: Channel) -> None:
    """Let the longest idle connection give way, of those from the new one's address where these are too many."""
    open_ones = [one for one in channels if not one.will_close]
    of_one = [one for one in open_ones if one.addr[0] == new.addr[0]] if not new.server.is_behind_proxy else []
    crowd = of_one if len(of_one) > OF_ONE else open_ones if len(open_ones) > CONNECTIONS else []
    idle = [one for one in crowd if not one.requests and not one.total_outbufs_len and one is not new]
    if idle:
        min(idle, key=lambda one: one.since).will_close = True
