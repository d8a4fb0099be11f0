"""How a server is asked: HTTP in as few steps as it takes, so that what is measured is the server's time.

A dialogue is a generator: it gives a request, gets the body of its reply, and returns the digit at last.
"""

from __future__ import annotations

import json
import re
import socket
from base64 import b64encode
from collections.abc import Callable, Generator
from http import HTTPStatus
from http.client import HTTPConnection
from typing import NamedTuple, Protocol

from tests.running import PATIENCE


class Request(NamedTuple):
    """A request, before it is sent."""

    method: str
    path: str
    kind: str = ""
    body: bytes = b""

    @property
    def headers(self) -> dict[str, str]:
        """Return its headers, but for what any request has."""
        return {"Content-Type": self.kind} if self.kind else {}

    @property
    def wire(self) -> bytes:
        """Return its bytes."""
        lines = [f"{self.method} {self.path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(self.body)}"]
        lines += [f"{name}: {text}" for name, text in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


Dialogue = Generator[Request, bytes, int]
Way = Callable[[bytes], Dialogue]  # a picture -> the dialogue about it

BOUNDARY = "eight-by-eight"
PORTION = 1 << 16  # bytes
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
TOO_MANY = (b"429", b"503")
END, LAST_CHUNK = b"\r\n\r\n", b"0\r\n\r\n"


class Refused(Exception):
    """A reply that is no 200."""


class SentAway(Refused):
    """A reply that says to come again later: there are too many."""


def body_of(received: bytes) -> bytes | None:
    """Return the body of a reply; None while it is not whole. Raise Refused."""
    head, found, rest = received.partition(END)
    if not found:
        return None
    length = LENGTH.search(head + b"\r\n")
    is_whole = len(rest) >= int(length[1]) if length else rest.endswith(LAST_CHUNK)
    if is_whole and (status := head.split()[1]) != b"200":
        raise _refused(status, rest)
    return rest if is_whole else None


def _refused(status: bytes, body: bytes) -> Refused:
    return (SentAway if status in TOO_MANY else Refused)(f"{status.decode()}: {body.decode(errors='replace')}")


def as_it_is(picture: bytes) -> Dialogue:
    """Have a picture read that is the body, as the pad posts it."""
    body = yield Request("POST", "/predict", "image/png", picture)
    return int(json.loads(body)["digit"])


def as_a_form(picture: bytes) -> Dialogue:
    """Have a picture read that is the file of a form."""
    disposition = 'Content-Disposition: form-data; name="file"; filename="digit.png"'
    head = f"--{BOUNDARY}\r\n{disposition}\r\nContent-Type: image/png\r\n\r\n"
    form = head.encode() + picture + f"\r\n--{BOUNDARY}--\r\n".encode()
    body = yield Request("POST", "/predict", f"multipart/form-data; boundary={BOUNDARY}", form)
    return int(json.loads(body)["digit"])


def through_the_queue(picture: bytes) -> Dialogue:
    """Have a picture read as Gradio's page and its guide "Querying Gradio Apps with Curl" do."""
    event = yield Request("POST", "/gradio_api/call/predict", "application/json", _data(picture))
    stream = yield Request("GET", f"/gradio_api/call/predict/{json.loads(event)['event_id']}")
    label = re.search(rb'"label": "(\d)"', stream)
    if not label:
        raise Refused(stream.decode())
    return int(label[1])


def past_the_queue(picture: bytes) -> Dialogue:
    """Have a picture read in one request, which Gradio keeps for what is older than its queue."""
    body = yield Request("POST", "/gradio_api/run/predict", "application/json", _data(picture))
    return int(json.loads(body)["data"][0]["label"])


def _data(picture: bytes) -> bytes:
    return json.dumps({"data": [{"url": f"data:image/png;base64,{b64encode(picture).decode()}"}]}).encode()


class Asker(Protocol):
    """One client's connection, kept open."""

    def ask(self, request: Request) -> bytes:
        """Return the body of the reply. Raise Refused."""

    def close(self) -> None:
        """Hang up."""


class Line:
    """A bare socket, which does no more than HTTP asks for."""

    def __init__(self, port: int) -> None:
        """Raise ConnectionError while nobody listens."""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: Request) -> bytes:
        self._socket.sendall(request.wire)
        received = b""
        while (body := body_of(received)) is None:
            more = self._socket.recv(PORTION)
            if not more:
                raise ConnectionError("the server hung up")
            received += more
        return body

    def close(self) -> None:
        self._socket.close()


class Program:
    """What a Python program has at hand: http.client."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def ask(self, request: Request) -> bytes:
        self._connection.request(request.method, request.path, request.body, request.headers)
        reply = self._connection.getresponse()
        body = reply.read()
        if reply.status != HTTPStatus.OK:
            raise _refused(str(reply.status).encode(), body)
        return body

    def close(self) -> None:
        self._connection.close()


def answer(asker: Asker, dialogue: Dialogue) -> int:
    """Return the digit that a dialogue ends with. Raise Refused."""
    request = next(dialogue)
    try:
        while True:
            request = dialogue.send(asker.ask(request))
    except StopIteration as ended:
        return int(ended.value)
