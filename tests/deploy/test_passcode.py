"""Under gunicorn a random passcode is said once, and opens the presenter's page at every worker."""

from __future__ import annotations

import re
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.deploy.serving import free_port, running
from tests.web.event import TOKEN

pytestmark = pytest.mark.deploy

SAID = re.compile(r"its passcode (\w{8})")
FORM = "application/x-www-form-urlencoded"


def test_the_passcode_is_said_once_and_opens_the_page_at_every_worker(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--log-file", log, "app:create_app()"]
    settings = {"BIND": f"127.0.0.1:{port}", "WORKERS": "2", "PRESENTER": "on", "PRESENTER_PASSCODE": ""}
    with running(port, *command, **settings, DATA_DIR=str(tmp_path)):
        assert all(_opens(port, SAID.findall(log.read_text())[0]) for _ in range(8))
        assert len(SAID.findall(log.read_text())) == 1


def _opens(port: int, passcode: str) -> bool:
    """Whether a browser that is new here comes in."""
    page, cookie = _ask(port, "GET", "", {})
    form = urlencode({"csrf_token": TOKEN.search(page)[1], "passcode": passcode})
    _, cookie = _ask(port, "POST", form, {"Cookie": cookie, "Content-Type": FORM})
    page, _ = _ask(port, "GET", "", {"Cookie": cookie})
    return 'name="passcode"' not in page


def _ask(port: int, method: str, body: str, headers: dict[str, str]) -> tuple[str, str]:
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    line.request(method, "/presenter", body, headers)
    reply = line.getresponse()
    text = reply.read().decode()
    line.close()
    return text, (reply.headers["Set-Cookie"] or "").partition(";")[0]
