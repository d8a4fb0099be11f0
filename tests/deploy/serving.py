"""Servers as processes of their own, and what they answer."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.running import PATIENCE

PROJECT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


@contextmanager
def running(port: int, *command: object, cwd: Path = PROJECT, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that listens on a port."""
    with subprocess.Popen([str(one) for one in command], cwd=cwd, env=os.environ | environment) as process:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionError:
                assert process.poll() is None, "it ended"
                assert time.monotonic() < deadline
                time.sleep(0.05)
        yield process
        process.terminate()


def ask(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> HTTPResponse:
    """The reply, its body read already, as `text`."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request(method, path, body, names)
        reply = line.getresponse()
        reply.text = reply.read().decode(errors="replace")  # type: ignore[attr-defined]
    return reply
