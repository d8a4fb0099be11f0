"""The real server in a process of its own, and a plain socket to speak to it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from app.paths import PROJECT
from tests.pictures import encoded, seven

SEVEN = encoded(seven())
PATIENCE = 30  # s for a server to start or end; far more than it needs


class Running:
    """A server in a process of its own."""

    def __init__(self, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app", "serve", "--port", "0"],
            cwd=PROJECT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        self.said = self.process.stdout.readline()
        match = re.search(r"http://([\d.]+):(\d+)", self.said)
        assert match, self.said + self.process.stdout.read()
        self.port = int(match[2])

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def send(self, data: bytes) -> tuple[int, bytes]:
        """What comes back for raw bytes: status and body."""
        with self.connect() as line:
            line.sendall(data)
            return read_reply(line)

    def predict(self, data: bytes = SEVEN) -> int:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as line:
            line.request("POST", "/predict", data, {"Content-Type": "image/png"})
            reply = line.getresponse()
            assert reply.status == 200
            return int(json.loads(reply.read())["digit"])

    def wait_until_closed(self) -> None:
        """Return when nobody can connect any more."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self.connect().close()
            except ConnectionError:
                return
        raise TimeoutError("it still listens")

    def resident(self, what: str = "VmRSS") -> float:
        """The MiB of memory it holds, or held at most (VmHWM)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def end(self, number: signal.Signals | None = signal.SIGTERM) -> tuple[int, str]:
        """Its exit code and all it said meanwhile, after a signal to end if one is given."""
        if number is not None:
            self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


def read_head(line: socket.socket) -> bytes:
    """Return a reply's head, and not a byte more."""
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        more = line.recv(1)
        if not more:
            raise ConnectionError(f"the line broke after {data!r}")
        data += more
    return data


def read_reply(line: socket.socket) -> tuple[int, bytes]:
    head, body = read_head(line), b""
    length = int(next((one[15:] for one in head.split(b"\r\n") if one.lower().startswith(b"content-length")), b"0"))
    while len(body) < length:
        body += line.recv(65536)
    return int(head.split()[1]), body
