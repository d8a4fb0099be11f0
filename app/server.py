"""The application on a socket, under waitress: many idle visitors, one error shape, nothing dropped at the end."""

from __future__ import annotations

import json
import logging
import signal
import socket
import time
from types import FrameType
from typing import TYPE_CHECKING, Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

if TYPE_CHECKING:
    from flask import Flask

THREADS = 4  # reading is arithmetic: more threads than cores only keep slow pages from holding up quick answers
CONNECTIONS = 1000  # the default of 100 is filled by one school's idle browser tabs
IDLE = 60  # s until a connection that asks nothing is closed
SPARE_BODY = 8  # times the largest body is still received, so that its sender gets an answer and no broken line
GRACE = 10.0  # s for what is under way when the server is asked to end
TICK = 1.0  # s between looks at the clock while nothing happens
NOWHERE = ("192.0.2.1", 9)  # an address of nobody: asking for the way there sends nothing
EVERYWHERE = ("0.0.0.0", "::")
# As app.errors says it, which is not loaded here: a server serves whatever application it is given.
TOO_LARGE = "That picture is too large. Make it smaller, or send a screenshot of it."
CODES = {413: ("too_large", TOO_LARGE), 500: ("internal", "Something went wrong.")}
MALFORMED = ("bad_request", "That is no HTTP request that I understand.")


class PlainError(ErrorTask):  # type: ignore[misc]  # waitress ships no types
    """An error that waitress finds before the application is asked, in the application's shape."""

    def execute(self) -> None:
        """Write the error to the client and close the connection."""
        fault = self.request.error
        code, message = CODES.get(fault.code, MALFORMED)
        body = json.dumps({"error": {"code": code, "message": message}}).encode()
        self.status = f"{fault.code} {fault.reason}"
        self.response_headers.append(("Content-Type", "application/json"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request on its way in."""

    def parse_header(self, header_plus: bytes) -> None:
        """Take the head of a request. Raises ParsingError, which is answered, for whatever makes no sense."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address such as http://[
            raise ParsingError(str(error)) from error


class Channel(HTTPChannel):  # type: ignore[misc]
    """One client's connection."""

    error_task_class = PlainError
    parser_class = Parser


class Server:
    """An application listening on an address. Raises OSError when the address cannot be had."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a queue of three is no news
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family, backlog=CONNECTIONS)
        self._waitress: Any = create_server(
            app,
            sockets=[self._socket],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            asyncore_use_poll=True,
            channel_timeout=IDLE,
            max_request_body_size=SPARE_BODY * int(app.config["MAX_CONTENT_LENGTH"] or 0),
            ident=None,
        )
        self._waitress.channel_class = Channel
        self._asked_to_end = False

    @property
    def addresses(self) -> list[str]:
        """Where a browser finds it: this machine's view first, then, when it listens everywhere, the network's."""
        host, port = self._socket.getsockname()[:2]
        if host not in EVERYWHERE:
            return [_url(host, port)]
        network = _network_address()
        return [_url("127.0.0.1", port)] + ([_url(network, port)] if network else [])

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is under way."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        while not self._asked_to_end:
            self._turn(TICK)
        self._finish()

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end = True
        self._waitress.pull_trigger()

    def _turn(self, wait: float) -> None:
        self._waitress.asyncore.loop(timeout=wait, use_poll=True, map=self._waitress._map, count=1)

    def _finish(self) -> None:
        self._waitress.accepting = False
        self._waitress.del_channel()
        self._socket.close()
        deadline = time.monotonic() + GRACE
        while self._is_busy() and time.monotonic() < deadline:
            self._turn(TICK / 10)
        self._waitress.task_dispatcher.shutdown()

    def _is_busy(self) -> bool:
        channels = self._waitress.active_channels.values()
        return any(one.requests or one.request or one.total_outbufs_len for one in channels)


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _network_address() -> str | None:
    """This machine's address on its network, or None when it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return None
        return str(asking.getsockname()[0])
