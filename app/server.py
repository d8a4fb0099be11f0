"""The application on a socket, under waitress.

Three things are ours, because waitress has no setting for them. Its own errors are plain text: here they have the one
shape of all errors. An address that makes no sense breaks the line: here it gets a 400. And at the end it drops what
is under way: here that is finished first.
"""

from __future__ import annotations

import json
import logging
import signal
import socket
import time
from types import FrameType
from typing import TYPE_CHECKING, Any

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

from .errors import BadRequest, EightByEightError, TooLarge

if TYPE_CHECKING:
    from flask import Flask

CONNECTIONS = 1000  # the default of 100 is filled by one school's idle browser tabs
IDLE = 60  # s until a connection that asks nothing is closed
SPARE_BODY = 2  # times the largest body is still received, so that its sender gets an answer and no broken line
GRACE = 10.0  # s for what is under way when the server is asked to end
TICK = 1.0  # s between looks at the clock while nothing happens
NOWHERE = ("192.0.2.1", 9)  # an address of nobody: asking for the way there sends nothing
EVERYWHERE = ("0.0.0.0", "::")
ERRORS: dict[int, type[EightByEightError]] = {413: TooLarge, 500: EightByEightError}  # any other is a BadRequest
MALFORMED = "That is no HTTP request that I understand."


class JsonErrorTask(ErrorTask):  # type: ignore[misc]  # waitress ships no types
    """Answers an error that waitress finds before the application is asked."""

    def execute(self) -> None:
        """Write the error to the client and close the connection."""
        found = self.request.error
        error = ERRORS.get(found.code, BadRequest)
        message = MALFORMED if error is BadRequest else error.message
        body = json.dumps({"error": {"code": error.code, "message": message}}).encode()
        self.status = f"{found.code} {found.reason}"
        self.response_headers.append(("Content-Type", "application/json"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request on its way in."""

    def parse_header(self, header_plus: bytes) -> None:
        """Take the head of a request. Raise ParsingError, which is answered, for whatever makes no sense."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address such as http://[
            raise ParsingError(str(error)) from error


class Channel(HTTPChannel):  # type: ignore[misc]
    """One client's connection."""

    error_task_class = JsonErrorTask
    parser_class = Parser


class Server:
    """An application listening on an address. Raise OSError when the address cannot be had."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a queue of three is no news
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        both = host == "::" and socket.has_dualstack_ipv6()  # every address is IPv4's too, which most browsers ask for
        self._socket = socket.create_server((host, port), family=family, dualstack_ipv6=both)
        self._sockets: dict[int, Any] = {}  # what waitress listens on: itself, its clients
        self._waitress: Any = create_server(
            app,
            map=self._sockets,
            sockets=[self._socket],
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE,
            max_request_body_size=SPARE_BODY * int(app.config["MAX_CONTENT_LENGTH"] or 0),
            ident=None,
        )
        self._waitress.channel_class = Channel
        self._asked_to_end = False

    @property
    def addresses(self) -> list[str]:
        """Return where a browser finds it."""
        return addresses_of(*self._socket.getsockname()[:2])

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is under way."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        while not self._asked_to_end:
            self._turn(TICK)
        wasyncore.dispatcher.close(self._waitress)  # only the door: its own close() takes the clients' wake-up too
        deadline = time.monotonic() + GRACE
        while self._is_busy() and time.monotonic() < deadline:
            self._turn(TICK / 10)
        self._waitress.task_dispatcher.shutdown()

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end = True
        self._waitress.pull_trigger()

    def _turn(self, wait: float) -> None:
        wasyncore.loop(timeout=wait, use_poll=True, map=self._sockets, count=1)

    def _is_busy(self) -> bool:
        clients = self._waitress.active_channels.values()
        return any(one.requests or one.request or one.total_outbufs_len for one in clients)


def addresses_of(host: str, port: int) -> list[str]:
    """Return where a browser finds a host: when it is every address, this machine's own first, then the network's."""
    hosts = ["127.0.0.1", _network_address()] if host in EVERYWHERE else [host]
    return [f"http://[{one}]:{port}" if ":" in one else f"http://{one}:{port}" for one in hosts if one]


def _network_address() -> str | None:
    """Return this machine's address on its network, or None when it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return None
        return str(asking.getsockname()[0])
