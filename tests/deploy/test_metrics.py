"""What Prometheus is told by several processes together."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.deploy.serving import ask, free_port, running

pytestmark = pytest.mark.deploy

ASKED = 'http_requests_total{method="GET",route="/health/live",status="200"}'


def test_two_workers_add_up(tmp_path: Path) -> None:
    port = free_port()
    settings = {"BIND": f"127.0.0.1:{port}", "WORKERS": "2", "METRICS": "on", "METRICS_DIR": str(tmp_path)}
    (tmp_path / "counter_1.db").write_bytes(b"of processes before the last start")
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]
    with running(port, *command, **settings, RATE_LIMITS="off"):
        for _ in range(20):
            assert ask(port, "GET", "/health/live").status == 200
        with urlopen(f"http://127.0.0.1:{port}/metrics") as reply:
            lines = reply.read().decode().splitlines()
    assert f"{ASKED} 20.0" in lines
    assert any(line.startswith("http_request_seconds_bucket") for line in lines)
    assert not (tmp_path / "counter_1.db").exists()
