"""The real program as a process of its own, on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROJECT = Path(__file__).parents[2]
START = 20.0  # s: a slow machine's start; usually it is half a second
LOOK = 0.05  # s between looks


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(port: int | None = None, project: Path = PROJECT, **settings: str) -> Iterator[str]:
    """The address of a program that runs, with these settings, until the block is left."""
    port = port or free_port()
    environment = os.environ | {"HOST": "127.0.0.1", "PORT": str(port), "RATE_LIMITS": "off", **settings}
    command = [sys.executable, "-m", "app", "serve"]
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it ends before it is time to look again."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(LOOK)
    return process.returncode is not None


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/health").close()
            return
        except (urllib.error.URLError, ConnectionError):
            if _has_ended(process):
                raise RuntimeError(f"The program ended at once with code {process.returncode}.") from None
    raise RuntimeError(f"The program did not answer within {START:.0f} s.")
