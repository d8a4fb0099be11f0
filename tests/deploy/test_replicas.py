"""Two servers of one PostgreSQL behind a real nginx, one of which is killed while visitors tell of their drawings."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event as Flag

import pytest
from sqlalchemy import select

from app.store import Store, events, open_store, tallies
from app.store.tables import Drawing
from tests.deploy.nginx import NGINX, configuration
from tests.deploy.postgresql import BIN, postgresql
from tests.deploy.serving import ask, free_port, running
from tests.running import SEVEN

pytestmark = pytest.mark.deploy

DRAWINGS = 200
VISITORS = 4
SERVER = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]

if not NGINX or not BIN:
    pytest.skip("REPLICAS THAT KEEP DRAWINGS ARE NOT TESTED: no nginx or no PostgreSQL here", allow_module_level=True)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[int, Store, list[subprocess.Popen[bytes]]]]:
    """Where nginx listens, the store behind its two servers, and these."""
    with ExitStack() as stack:
        address = stack.enter_context(postgresql()).address
        store = open_store(address, tmp_path)
        stack.callback(store.close)
        events.begin(store, "Open day")
        events.change(store, keeps_drawings=True, shows_wall=True)
        settings = {"PRESENTER": "on", "DATABASE_URL": address, "TRUSTED_PROXIES": "1", "RATE_LIMITS": "off"}
        ports = [free_port() for _ in range(2)]
        servers = [
            stack.enter_context(running(port, *SERVER, BIND=f"127.0.0.1:{port}", WORKERS="1", **settings))
            for port in ports
        ]
        port = free_port()
        stack.enter_context(running(port, NGINX, "-c", configuration(tmp_path, port, ports), "-p", tmp_path))
        yield port, store, servers


def test_of_two_replicas_one_is_killed_and_no_drawing_that_was_acknowledged_is_lost(site):
    port, store, servers = site
    acknowledged: dict[int, int] = {}  # ids by the number of the drawing
    killed = Flag()

    def tell(number: int) -> None:
        """As the page does: of each drawing once more, with the same key, where there was no good reply."""
        for _ in range(3):
            reply = ask(port, "POST", f"/drawings?label=7&keep=1&key={number:032x}", SEVEN, Content_Type="image/png")
            if reply.status == 201:
                acknowledged[number] = json.loads(reply.text)["id"]
                break
        if len(acknowledged) >= DRAWINGS // 2 and not killed.is_set():
            killed.set()
            for worker in Path(f"/proc/{servers[0].pid}/task/{servers[0].pid}/children").read_text().split():
                subprocess.run(["kill", "-9", worker], check=False)
            servers[0].kill()

    with ThreadPoolExecutor(VISITORS) as pool:
        list(pool.map(tell, range(DRAWINGS)))
    assert killed.is_set()
    assert len(acknowledged) == DRAWINGS
    with store.reading() as session:
        kept = dict(session.execute(select(Drawing.id, Drawing.counts)).all())
    assert set(kept) == set(acknowledged.values())
    assert all(len(counts) == 64 for counts in kept.values())
    assert tallies.score_of(tallies.matrix(store, events.current(store).id)).n == DRAWINGS
