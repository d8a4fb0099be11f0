"""Connections: whoever holds them all, sends slowly, or sends too much, a visitor is served all the same."""

from __future__ import annotations

import json
import signal
import socket
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Thread

import pytest

from app.connections import AHEAD, OF_ONE
from app.server import GRACE
from app.web.turns import THREADS
from tests.pictures import encoded, seven
from tests.running import PATIENCE, SEVEN, Running, read_head, read_reply

resource = pytest.importorskip("resource", reason="Windows limits no files")

REQUEST = b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
UPLOAD = 16 * 1024 * 1024  # bytes: the largest there may be
PHOTO = encoded(seven(1000)).ljust(2_000_000, b"\0")  # what is behind a picture's end does no harm
SPARE_FILES = 200
ASKED = 160  # requests in 8 kB, as much as waitress reads at a time


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    running = Running(RATE_LIMITS="off")
    yield running
    code, said = running.end()
    assert code == 0
    assert "Traceback" not in said


@pytest.fixture
def many_files() -> Iterator[int]:
    """As many open files as this process may have."""
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield most
    resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


@pytest.mark.slow
@pytest.mark.parametrize("many", [1000, 3000])
def test_a_visitor_is_served_however_many_clients_drip(many, server, many_files):
    if many + SPARE_FILES > many_files:
        pytest.skip("this machine does not let one process have so many connections")
    with ExitStack() as lines:
        dripping = [lines.enter_context(server.connect()) for _ in range(many)]
        for line in dripping[-OF_ONE:]:
            line.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        assert server.predict() == 7


def test_who_asks_far_ahead_is_answered_no_more(server):
    with server.connect() as line:
        line.sendall(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" * ASKED)
        answers = b""
        while more := line.recv(65536):
            answers += more
    assert answers.count(b"HTTP/1.1 200") <= AHEAD + 1


def begin_upload(line) -> None:
    line.sendall(REQUEST + b"Content-Length: %d\r\n\r\n" % UPLOAD + bytes(UPLOAD - 1))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a process's memory in /proc")
def test_unfinished_uploads_fill_neither_the_memory_nor_the_visitors_time(server):
    before = server.resident()
    with ExitStack() as lines:
        uploads = [lines.enter_context(server.connect()) for _ in range(20)]
        for line in uploads:
            begin_upload(line)
        assert server.predict() == 7
        assert server.resident() - before < 100
        uploads[-1].sendall(b"\0")
        status, body = read_reply(uploads[-1])
    assert (status, json.loads(body)["error"]["code"]) == (429, "too_many")


def test_who_asks_and_asks_and_takes_no_reply_holds_neither_threads_nor_memory(server):
    """So much is asked on each line that waitress would hold a thread until it is taken."""
    before = server.resident()
    with ExitStack() as lines:
        for _ in range(THREADS + 2):
            line = lines.enter_context(socket.socket())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            line.connect(("127.0.0.1", server.port))
            line.sendall(b"GET /script/main.js HTTP/1.1\r\nHost: localhost\r\n\r\n" * ASKED)
        assert {server.predict() for _ in range(5)} == {7}
        assert server.resident() - before < 40


@pytest.mark.parametrize(
    "sent",
    [b"1\r\na\r\n" * 3_500, b"1;" + b"a" * 20_000, b"0\r\n" + b"a: b\r\n" * 3_500],
    ids=["chunks of a byte", "a chunk without end", "trailers"],
)
def test_a_body_that_is_all_chunks_and_no_body_is_refused(sent, server):
    status, body = server.send(REQUEST + b"Transfer-Encoding: chunked\r\n\r\n" + sent)
    assert (status, json.loads(body)["error"]["code"]) == (400, "bad_request")
    assert server.predict() == 7


def form(data: bytes) -> bytes:
    head = b'--x\r\nContent-Disposition: form-data; name="p"; filename="7.png"\r\n\r\n'
    body = head + data + b"\r\n--x--\r\n"
    kind = b"Content-Type: multipart/form-data; boundary=x\r\n"
    return b"POST /predict HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s" % (kind, len(body), body)


@pytest.mark.parametrize(
    "sent", [REQUEST + b"Content-Length: %d\r\n\r\n" % len(PHOTO) + PHOTO, form(PHOTO)], ids=["raw", "form"]
)
def test_a_photo_is_read_where_nothing_can_be_written(sent):
    server = Running()
    if hasattr(resource, "prlimit"):
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, 0))
    status, body = server.send(sent)
    code, said = server.end()
    assert (status, json.loads(body)["digit"], code) == (200, 7, 0)
    assert "Traceback" not in said


def keep_drawing(server: Running, read: list[int], lost: list[Exception]) -> None:
    """Draw on one line after another, as fast as it goes, until the door is closed."""
    asked = REQUEST + b"Content-Length: %d\r\n\r\n%s" % (len(SEVEN), SEVEN)
    while True:
        try:
            line = server.connect()
        except ConnectionError:
            return
        with line:
            is_open = True
            while is_open:
                try:
                    line.sendall(asked)
                    head = read_head(line)
                    is_open = b"connection: close" not in head.lower()
                    length = int(head.lower().partition(b"content-length:")[2].split()[0])
                    while length:
                        length -= len(line.recv(length))
                    read.append(int(head.split()[1]))
                except OSError as error:
                    lost.append(error)
                    return


@pytest.mark.slow
def test_nobody_loses_a_drawing_when_the_server_ends():
    server = Running(RATE_LIMITS="off")
    read: list[int] = []
    lost: list[Exception] = []
    with ExitStack() as lines:
        for _ in range(5):
            lines.enter_context(server.connect()).sendall(REQUEST + b"Content-Length: 5000\r\n\r\n\x89PNG")  # stalled
        visitors = [Thread(target=keep_drawing, args=(server, read, lost)) for _ in range(10)]
        for one in visitors:
            one.start()
        while len(read) < 200:
            time.sleep(0.01)
        server.process.send_signal(signal.SIGTERM)
        asked = time.monotonic()
        for one in visitors:
            one.join(PATIENCE)
        assert server.end(None)[0] == 0
        assert time.monotonic() - asked < GRACE / 2
    assert lost == []
    assert set(read) <= {200, 429}


def test_who_leaves_in_a_request_that_makes_no_sense_is_not_missed(server):
    for _ in range(20):
        with server.connect() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # it leaves with a reset
            line.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n" * 20)
    assert server.predict() == 7
