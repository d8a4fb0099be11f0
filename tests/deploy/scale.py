"""`python -m tests.deploy.scale`: the figures of docs/scale.md, in processor time, whatever else the machine does."""

from __future__ import annotations

import os
import sys
import tempfile
from http.client import HTTPConnection
from pathlib import Path

from tests.deploy.serving import free_port, running
from tests.pictures import encoded, seven

PAD = encoded(seven(160).convert("RGBA"))  # as a browser's canvas writes it
MANY = 500  # requests each
WARMING = 30
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100  # a second
GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]


def family(pid: int) -> list[int]:
    """A process and its children."""
    return [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


def processor_seconds(pid: int) -> float:
    fields = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in family(pid)]
    return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS


def mebibytes(pid: int) -> list[int]:
    """Of each process, what is its own and its share of what it has in common with others."""
    texts = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in family(pid)]
    return [int(text.partition("\nPss:")[2].split()[0]) // 1024 for text in texts]


def measure(name: str, port: int, pid: int, path: str, body: bytes | None = None, store: int | None = None) -> None:
    """Ask many times, and print what each took; of the store's process too."""
    line = HTTPConnection("127.0.0.1", port)

    def ask() -> int:
        line.request("POST" if body else "GET", path, body, {"Content-Type": "image/png", "Accept": "text/html"})
        reply = line.getresponse()
        return len(reply.read())

    for _ in range(WARMING):
        size = ask()
    before, store_before = processor_seconds(pid), processor_seconds(store) if store else 0
    for _ in range(MANY):
        ask()
    each = (processor_seconds(pid) - before) / MANY * 1000
    said = f"{name}, {path}: {each:.1f} ms, {len(body or b'')} bytes up, {size} down, MiB {mebibytes(pid)}"
    if store:
        said += f", Redis {(processor_seconds(store) - store_before) / MANY * 1000:.2f} ms"
    print(said)


def main() -> None:
    port = free_port()
    with running(port, sys.executable, "-m", "app", "serve", "--port", port, RATE_LIMITS="off") as server:
        for path, body in (("/predict", PAD), ("/predict?explain=1", PAD), ("/", None), ("/lesson", None)):
            measure("waitress", port, server.pid, path, body)
    redis_port, folder = free_port(), tempfile.gettempdir()
    with running(redis_port, "redis-server", "--port", redis_port, "--save", "", "--dir", folder) as redis:
        for name, store in (("alone", "memory://"), ("with Redis", f"redis://127.0.0.1:{redis_port}")):
            port = free_port()
            settings = {"BIND": f"127.0.0.1:{port}", "WORKERS": "2", "RATE_STORE": store}
            with running(port, *GUNICORN, **settings) as server:
                measure(f"gunicorn {name}", port, server.pid, "/predict", PAD, redis.pid if "Redis" in name else None)


if __name__ == "__main__":
    main()
