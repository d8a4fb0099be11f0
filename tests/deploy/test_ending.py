"""How gunicorn's processes end when a container is stopped: with all answered, and no work after that."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.serving import PROJECT, ask, free_port, running
from tests.running import PATIENCE

pytestmark = pytest.mark.deploy

GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
ENDING = """
import atexit, runpy
from types import SimpleNamespace
worker_exit = runpy.run_path("deploy/gunicorn.conf.py")["worker_exit"]
atexit.register(print, "taken apart")
worker_exit(None, SimpleNamespace(booted={booted}, alive={alive}))
"""
# A page that waits in its worker until that was asked to end, and then for as long again.
SLOW = """
import os, signal, time
def app(environ, start):
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(1)
    start("200 OK", [("Content-Length", "8")])
    return [b"answered"]
app.config = {"PRESENTER": False}
"""


@pytest.mark.parametrize(("booted", "alive", "said"), [(True, False, ""), (False, True, "taken apart\n")])
def test_only_a_worker_that_was_asked_to_ends_at_once(booted, alive, said):
    """One that failed at its start ends as gunicorn has it, which tells by the exit code."""
    code = ENDING.format(booted=booted, alive=alive)
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, said), done.stderr


def test_what_is_under_way_is_answered_before_the_end(tmp_path):
    (tmp_path / "slow.py").write_text(SLOW)
    port = free_port()
    command = [*GUNICORN, "--pythonpath", tmp_path, "slow:app"]
    with running(port, *command, BIND=f"127.0.0.1:{port}", WORKERS="2") as server, ThreadPoolExecutor(1) as visitor:
        assert visitor.submit(ask, port, "GET", "/").result().text == "answered"
        assert server.wait(PATIENCE) == 0
