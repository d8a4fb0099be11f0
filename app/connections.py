"""What waitress does with each connection, where it has no setting for what a public server needs.

Its own errors are plain text: here they have the one shape of all errors. Idle and slow clients fill the server: here
the longest idle one gives way to who comes new, and a head, a body and a reply have their time. Who asks on and on and
takes no reply fills the memory, and then holds a thread for good: here one reply that is not taken is the last. A reply
while the server ends does not say so: here it does, so that the client's next request goes elsewhere.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from math import inf
from time import monotonic
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask

from .admission import Crowded
from .errors import BadRequest, EightByEightError, TooLarge, TooMany
from .receiving import Parser, Unread
from .web.headers import HEADERS
from .web.rate_limiter import group_of
from .web.request_log import NO_ROUTE, log_request, new_id
from .web.turns import SOON, STEP_ASIDE, WAITED

CONNECTIONS = 900  # at once: with them a process stays under the usual 1024 open files
OF_ONE = 250  # of one address, or one IPv6 network: a class of thirty with eight each
HEAD, BODY = 15, 90  # s for a whole head, and for a whole body: a photo of 10 MB over a megabit a second
REPLY = 90  # s for taking a whole reply: the largest page has 250 kB
AHEAD = 8  # requests that a client may send before the first is answered; browsers send one
UNTAKEN = 64 * 1024  # bytes of earlier replies that a client may leave untaken and still be answered
MOST_UNTAKEN = 64 * 1024 * 1024  # bytes of all replies together
ERRORS: dict[int, type[EightByEightError]] = {
    413: TooLarge,
    429: TooMany,
    500: EightByEightError,
}  # any other is a BadRequest
MALFORMED = "That is no HTTP request that I understand."


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
        """Begin the reply; the last one when the server ends, or when the client has not taken those before."""
        super().start()
        if self.channel.server.is_ending or self.channel.total_outbufs_len > UNTAKEN:
            self.set_close_on_finish()

    def get_environment(self) -> dict[str, Any]:
        """Return the WSGI environment, with the wait in a crowd. A body without room waits for ever."""
        environ: dict[str, Any] = super().get_environment()
        body = self.request.body_rcv
        is_crowded_out = body is not None and body.getbuf().is_crowded_out
        dispatcher = self.channel.server.task_dispatcher
        waited = monotonic() - self.channel.heard if dispatcher.is_behind else 0
        environ[WAITED] = inf if is_crowded_out else waited
        environ[STEP_ASIDE] = dispatcher.step_aside
        return environ


class Channel(HTTPChannel):  # type: ignore[misc]
    """One client's connection."""

    task_class = Task
    error_task_class = JsonErrorTask

    def __init__(self, server: Any, *args: Any, **options: Any) -> None:
        self.since = self.heard = monotonic()  # s: of its last reply or the beginning of its request; of its last byte
        super().__init__(server, *args, **options)
        self.household = "" if server.is_behind_proxy else group_of(self.addr[0])
        if not server.is_ending:
            make_room(server.active_channels.values(), self)

    def parser_class(self, adj: Any) -> Parser:
        """Return what takes in the next request."""
        return Unread(adj) if len(self.requests) > AHEAD else Parser(adj)

    def received(self, data: bytes) -> bool:
        """Take in what the client sent."""
        self.heard = monotonic()
        if self.request is None:
            self.since = self.heard
        is_taken = bool(super().received(data))
        if isinstance(self.request, Unread):
            self.will_close = True
        return is_taken

    def service(self) -> None:
        """Answer a request."""
        was_sent_away = isinstance(self.requests[0].error, Crowded)
        super().service()
        self.since = monotonic()
        if not was_sent_away:
            self.server.task_dispatcher.answered()

    def is_overdue(self, now: float) -> bool:
        """Return whether it takes too long to send a request, or to take a reply."""
        if self.requests or not (self.request or self.total_outbufs_len):
            return False
        allowed = REPLY if self.total_outbufs_len else BODY if self.request.headers_finished else HEAD
        return now - self.since > allowed


def make_room(channels: Iterable[Channel], new: Channel) -> None:
    """Let the longest idle connection give way, of the new one's household where these are too many.

    Where all of them take their replies, the slowest does; where all wait for one, the newest of whoever has most.
    """
    open_ones = [one for one in channels if not one.will_close]
    of_one = [one for one in open_ones if one.household == new.household] if new.household else []
    crowd = of_one if len(of_one) > OF_ONE else open_ones if len(open_ones) > CONNECTIONS else []
    idle = [one for one in crowd if not one.requests and one is not new]
    if idle:
        min(idle, key=lambda one: (one.total_outbufs_len > 0, one.since)).will_close = True
    elif crowd:
        [(household, _)] = Counter(one.household for one in crowd).most_common(1)
        next(one for one in reversed(crowd) if one.household == household).will_close = True


def make_memory(channels: Iterable[Channel]) -> None:
    """Let those give way who have been longest at taking their replies, until all of these together fit."""
    taking = sorted(
        (one for one in channels if one.total_outbufs_len and not one.will_close), key=lambda one: one.since
    )
    untaken = sum(one.total_outbufs_len for one in taking)
    for one in taking:
        if untaken <= MOST_UNTAKEN:
            break
        one.will_close = True
        untaken -= one.total_outbufs_len
