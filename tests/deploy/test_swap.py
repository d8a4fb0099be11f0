"""Another version takes the place of the one at work while drawings come without a pause: none is lost."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event as Flag
from time import monotonic

import pytest

from app.config import Settings
from app.reading.model import NUMBERS
from app.versions import SHIPPED, Versions
from app.web.served import LOOK
from tests.deploy.serving import ask, free_port, running
from tests.running import PATIENCE, SEVEN, Running
from tests.versions import sibling

pytestmark = pytest.mark.deploy

VISITORS = 4
IN_A_ROW = 30  # replies of the same model: every worker of a few has answered one


@contextmanager
def waitress(data: Path) -> Iterator[int]:
    server = Running(DATA_DIR=str(data), RATE_LIMITS="off")
    yield server.port
    code, said = server.end()
    assert code == 0, said


@contextmanager
def gunicorn(data: Path) -> Iterator[int]:
    port = free_port()
    settings = {"DATA_DIR": str(data), "RATE_LIMITS": "off", "BIND": f"127.0.0.1:{port}", "WORKERS": "3"}
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]
    with running(port, *command, **settings):
        yield port


def models_at(port: int, n: int = IN_A_ROW) -> list[str]:
    """The models that answer one after the other, each on a line of its own."""
    return [json.loads(ask(port, "GET", "/health").text)["fingerprint"] for _ in range(n)]


def wait_for(port: int, model: str, n: int = IN_A_ROW) -> None:
    """Return when every worker has a model."""
    deadline = monotonic() + PATIENCE
    while set(models_at(port, n)) != {model}:
        assert monotonic() < deadline, f"not all have {model}"


def drawn_during(port: int, work: Callable[[], None]) -> list[int]:
    """The statuses of all drawings that visitors had read while work was done."""
    statuses: list[int] = []
    done = Flag()

    def visit(_: int) -> None:
        while not done.is_set():
            with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
                line.request("POST", "/predict?explain=1", SEVEN, {"Content-Type": "image/png"})
                reply = line.getresponse()
                assert reply.status != 200 or json.loads(reply.read())["digit"] == 7
                statuses.append(reply.status)

    with ThreadPoolExecutor(VISITORS) as pool:
        visits = [pool.submit(visit, number) for number in range(VISITORS)]
        try:
            work()
        finally:
            done.set()
        for one in visits:
            one.result()
    return statuses


@pytest.mark.parametrize("serving", [waitress, gunicorn])
def test_models_are_swapped_again_and_again_and_no_drawing_is_lost(serving, tmp_path: Path) -> None:
    shipped = Settings().models_dir
    versions = Versions(shipped, tmp_path)
    versions.folder.mkdir()
    names = {"other": sibling(shipped, versions)}
    with serving(tmp_path) as port:
        (names["own"],) = set(models_at(port))

        def swap() -> None:
            for _ in range(3):
                versions.activate(names["other"])
                wait_for(port, names["other"])
                versions.activate(SHIPPED)
                wait_for(port, names["own"])

        statuses = drawn_during(port, swap)
    assert set(statuses) == {200}
    assert len(statuses) > 100


def test_garbage_in_the_active_versions_place_loses_no_drawing(tmp_path: Path) -> None:
    shipped = Settings().models_dir
    versions = Versions(shipped, tmp_path)
    versions.folder.mkdir()
    name = sibling(shipped, versions)
    versions.activate(name)
    path = versions.folder / name / NUMBERS
    whole = path.read_bytes()
    with waitress(tmp_path) as port:
        wait_for(port, name, 1)

        def spoil() -> None:
            path.write_bytes(b"garbage")
            until = monotonic() + 3 * LOOK
            while monotonic() < until:
                assert models_at(port, 1) == [name]
            path.write_bytes(whole)
            wait_for(port, name, 3)

        assert set(drawn_during(port, spoil)) == {200}
