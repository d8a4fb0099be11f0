"""The real server on a real socket: what only a socket can do wrong, and what a visitor must not notice of it."""

from __future__ import annotations

import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from click.testing import CliRunner

from app.__main__ import main
from app.admission import Dispatcher
from app.server import Server, addresses_of
from app.web.headers import HEADERS
from tests.running import PATIENCE, SEVEN, Running, read_head, read_reply

REQUEST = b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
MEMORY = 90  # MiB that a server which only answers may hold

only_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells a process's memory in /proc"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    running = Running()
    if sys.platform.startswith("linux"):
        assert {running.predict() for _ in range(50)} == {7}
        running.peak = running.resident("VmHWM")  # before other tests send it megabytes
    yield running
    code, said = running.end()
    assert code == 0 or sys.platform == "win32"  # where it is not asked to end, but ended
    assert "Traceback" not in said


MALFORMED = {
    "trace": (b"TRACE /predict HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
    "an unknown verb": (b"BREW /predict HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
    "no length": (REQUEST + b"\r\n", 400),
    "negative length": (REQUEST + b"Content-Length: -5\r\n\r\n", 400),
    "a word for a length": (REQUEST + b"Content-Length: seven\r\n\r\n", 400),
    "two lengths": (REQUEST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400),
    "enormous length": (REQUEST + b"Content-Length: 99999999999999999999\r\n\r\n", 413),
    "too short a length": (REQUEST + b"Content-Length: 100\r\nConnection: close\r\n\r\n" + SEVEN[:100], 415),
    "bad chunk size": (REQUEST + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n", 400),
    "unknown encoding": (REQUEST + b"Transfer-Encoding: lzma\r\n\r\n", 501),
    "endless headers": (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", 431),
    "not HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    "an address that is none": (b"POST http://[/predict HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "no host": (b"GET /health HTTP/1.1\r\n\r\n", 400),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_request_gets_json_and_the_next_one_an_answer(name, server):
    sent, status = MALFORMED[name]
    got, body = server.send(sent)
    assert got == status
    assert set(json.loads(body)["error"]) == {"code", "message", "id"}
    assert server.predict() == 7


@pytest.mark.parametrize("name", ["not HTTP", "an address that is none", "endless headers"])
def test_what_never_reaches_the_application_is_answered_as_carefully(name, server):
    with server.connect() as line:
        line.sendall(MALFORMED[name][0])
        head = read_head(line).decode()
    said = {one.partition(": ")[0].lower(): one.partition(": ")[2] for one in head.splitlines()}
    assert {header.lower(): said.get(header.lower()) for header in HEADERS} == {
        header.lower(): value for header, value in HEADERS.items()
    }
    assert said["content-type"] == "application/json" and len(said["x-request-id"]) == 16
    assert "server" not in said


def chunked(data: bytes, size: int = 500) -> bytes:
    pieces = [data[place : place + size] for place in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_a_body_in_chunks_is_read(server):
    status, body = server.send(REQUEST + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(SEVEN))
    assert (status, json.loads(body)["digit"]) == (200, 7)


@pytest.mark.parametrize("how", ["with a length", "in chunks"])
def test_a_body_of_thirty_million_bytes_is_refused_in_words(how, server):
    data = bytes(30_000_000)
    if how == "in chunks":
        sent = b"Transfer-Encoding: chunked\r\n\r\n" + chunked(data, 1_000_000)
    else:
        sent = b"Content-Length: %d\r\n\r\n" % len(data) + data
    status, body = server.send(REQUEST + sent)
    assert (status, json.loads(body)["error"]["code"]) == (413, "too_large")
    assert server.predict() == 7


def test_a_client_that_leaves_in_mid_body_is_not_missed(server):
    with server.connect() as line:
        line.sendall(REQUEST + b"Content-Length: %d\r\n\r\n" % len(SEVEN) + SEVEN[:500])
    assert server.predict() == 7


def test_idle_and_half_open_clients_keep_nobody_waiting(server):
    with ExitStack() as open_lines:
        for number in range(210):
            line = open_lines.enter_context(server.connect())
            if number < 60:
                line.sendall(REQUEST + b"Content-Length: 5000\r\n\r\n\x89PNG")
        assert server.predict() == 7


@only_linux
def test_many_bad_requests_leave_no_memory_behind(server):
    bad = [SEVEN[:-6], SEVEN[:900], b"hello", b"\x89PNG\r\n\x1a\n", bytes(100_000)]
    for round_ in range(40):
        for body in bad:
            server.send(REQUEST + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        if round_ == 5:
            settled = server.resident()
    assert server.resident() - settled < 5


@only_linux
def test_a_server_that_only_answers_stays_small(server):
    assert server.peak <= MEMORY


def everywhere() -> str:
    """Return the address that means every address: of both kinds, where this machine has both."""
    try:
        with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True):
            return "::"
    except (OSError, ValueError):
        return "0.0.0.0"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that asks a process to end")
@pytest.mark.parametrize(("number", "host"), [(signal.SIGTERM, "127.0.0.1"), (signal.SIGINT, everywhere())])
def test_a_server_asked_to_end_first_finishes_what_is_under_way(number, host):
    server = Running(HOST=host)
    with server.connect() as line:
        line.sendall(REQUEST + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(SEVEN))
        assert read_head(line).startswith(b"HTTP/1.1 100")  # so it is under way
        server.process.send_signal(number)
        server.wait_until_closed()
        line.sendall(SEVEN)
        status, body = read_reply(line)
    assert (status, json.loads(body)["digit"]) == (200, 7)
    assert server.end(None)[0] == 0


def test_what_keeps_a_server_from_starting_is_said_in_one_sentence(server, tmp_path):
    for environment, word in (
        ({"PORT": str(server.port)}, "Cannot listen"),
        ({"PORT": "many"}, "PORT=many"),
        ({"MODELS_DIR": str(tmp_path)}, "missing"),
    ):
        ended = CliRunner().invoke(main, ["serve"], env=environment)
        assert isinstance(ended.exception, SystemExit)
        assert ended.exit_code == 1
        assert word in ended.output
        assert len(ended.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("192.0.2.7", "http://192.0.2.7:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://127.0.0.1:8000"),
    ],
)
def test_a_browser_is_led_to_an_address_that_it_can_open(host, address):
    assert addresses_of(host, 8000)[0] == address
    assert not any("0.0.0.0" in one or "[::]" in one for one in addresses_of(host, 8000))


@pytest.mark.parametrize("is_behind", [False, True])
def test_who_comes_with_others_does_not_wait_at_the_door(is_behind, app, monkeypatch):
    monkeypatch.setattr(Dispatcher, "is_behind", is_behind)
    server = Server(app, "127.0.0.1", 0)
    with ExitStack() as lines:
        for _ in range(5):
            lines.enter_context(socket.create_connection(server._socket.getsockname()))
        server._turn(PATIENCE)
        assert len(server._waitress.active_channels) == 5
        for channel in list(server._waitress.active_channels.values()):
            channel.handle_close()
    server._waitress.task_dispatcher.shutdown()
    server._waitress.close()
