"""The application on a socket, under waitress.

At the end waitress drops what is under way, and has no setting for it: here that is finished first.
"""

from __future__ import annotations

import signal
import socket
import ssl
import time
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, Any

from waitress import create_server, wasyncore

from .admission import Dispatcher
from .connections import Channel, make_memory
from .joining import network_addresses
from .receiving import SPARE_BODY
from .tls import open_channel
from .web.turns import THREADS

if TYPE_CHECKING:
    from flask import Flask

IDLE = 60  # s until a connection that asks nothing is closed
NO_LIMIT = 2**31 - 1  # connections, or bytes: what gives way is chosen elsewhere, and nothing goes to the disk
HEADERS = 16 * 1024  # bytes of a request's head; browsers send one or two thousand
GRACE = 9.0  # s for what is under way when the server is asked to end: a container is killed after ten
STALLED = 2.0  # s of these for a request that is still being sent
DOOR = 1024  # clients who may stand at the door when the server is asked to end: its backlog
SEND_BUFFER = 128 * 1024  # bytes of a reply that the system holds for its client; by itself it takes 4 MB
AT_ONCE = 50  # clients who are let in at each turn; waitress lets in one
QUIET = 0.5  # s in which a client that is between two requests may send the next, and is told that it was the last
BREATH = 0.005  # s between looks at the connections while many wait: each looks at all, and keeps who reads from it
TICK = 1.0  # s between looks at the clock while nothing happens
EVERYWHERE = ("0.0.0.0", "::")


class Server:
    """An application listening on an address. Raise OSError when the address cannot be had."""

    def __init__(self, app: Flask, host: str, port: int, tls: ssl.SSLContext | None = None) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        both = host == "::" and socket.has_dualstack_ipv6()  # every address is IPv4's too, which most browsers ask for
        self._socket = socket.create_server((host, port), family=family, dualstack_ipv6=both)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)  # its clients' sockets have it too
        self._sockets: dict[int, Any] = {}  # what waitress listens on: itself, its clients
        threads = Dispatcher()
        threads.set_thread_count(THREADS)
        self._waitress: Any = create_server(
            app,
            _dispatcher=threads,
            map=self._sockets,
            sockets=[self._socket],
            connection_limit=NO_LIMIT,
            channel_timeout=IDLE,
            inbuf_overflow=NO_LIMIT,
            outbuf_overflow=NO_LIMIT,
            max_request_header_size=HEADERS,
            clear_untrusted_proxy_headers=not app.config["TRUSTED_PROXIES"],
            max_request_body_size=SPARE_BODY * int(app.config["MAX_CONTENT_LENGTH"] or 0),
            ident=None,
            url_scheme="https" if tls else "http",
        )
        self._waitress.channel_class = open_channel if tls else Channel
        self._waitress.tls = tls
        self._waitress.is_ending = False
        self._waitress.is_behind_proxy = bool(app.config["TRUSTED_PROXIES"])
        self._asked_to_end = False

    @property
    def addresses(self) -> list[str]:
        """Return where a browser finds it."""
        host, port = self._socket.getsockname()[:2]
        return addresses_of(host, port, "https" if self._waitress.tls else "http")

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what is under way."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        looked = 0.0
        while not self._asked_to_end:
            self._turn(TICK)
            if (now := time.monotonic()) > looked + TICK:
                self._cut(lambda one: one.is_overdue(now))
                make_memory(self._waitress.active_channels.values())
                looked = now
        self._drain()
        self._waitress.task_dispatcher.shutdown()

    def _drain(self) -> None:
        """Answer what has come, each with the last reply on its line; who does not finish sending is cut first."""
        self._waitress.is_ending = True
        self._open_door(DOOR)
        wasyncore.dispatcher.close(self._waitress)  # only the door: its own close() takes the clients' wake-up too
        began = time.monotonic()
        while (passed := time.monotonic() - began) < QUIET or (self._is_busy() and passed < GRACE):
            self._turn(TICK / 20)
            if passed > STALLED:
                self._cut(lambda one: bool(one.request) and not one.requests)

    def _open_door(self, most: int) -> None:
        """Let in who stands at the door, at most so many."""
        for _ in range(most):
            if not self._take_in():
                return

    def _take_in(self) -> bool:
        """Return whether there was one more client at the door, who is let in."""
        clients = self._waitress.active_channels
        before = len(clients)
        self._waitress.handle_accept()
        return len(clients) > before

    def _cut(self, which: Callable[[Channel], bool]) -> None:
        for one in self._waitress.active_channels.values():
            if which(one):
                one.will_close = True

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end = True
        self._waitress.pull_trigger()

    def _turn(self, wait: float) -> None:
        wasyncore.loop(timeout=wait, use_poll=True, map=self._sockets, count=1)
        if self._waitress.task_dispatcher.is_behind:
            time.sleep(BREATH)
        if not self._waitress.is_ending:
            self._open_door(AT_ONCE)

    def _is_busy(self) -> bool:
        clients = self._waitress.active_channels.values()
        return any(one.requests or one.request or one.total_outbufs_len for one in clients)


def addresses_of(host: str, port: int, scheme: str = "http") -> list[str]:
    """Return where a browser finds a host: when it is every address, this machine's own first, then the networks'."""
    hosts = ["127.0.0.1", *network_addresses()] if host in EVERYWHERE else [host]
    return [f"{scheme}://[{one}]:{port}" if ":" in one else f"{scheme}://{one}:{port}" for one in hosts]
