"""Behind a proxy: real nginx before two real gunicorns that share a real Redis, at the top of a site and below one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urljoin

import pytest

from app.web.rate_limiter import RateLimiter
from app.web.rate_store import Rate
from tests.deploy.nginx import NGINX, PATH, configuration, whole
from tests.deploy.serving import ask, free_port, running
from tests.running import SEVEN

pytestmark = pytest.mark.deploy

REDIS = shutil.which("redis-server", path=PATH)
PREFIXES = ["", "/digits"]
LINK = re.compile(r'(?:href|src|action)="([^"#]+)"')

if not NGINX or not REDIS:
    pytest.skip("NOTHING IS TESTED BEHIND A PROXY: there is no nginx or no redis-server here", allow_module_level=True)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    with running(port, REDIS, "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", folder):
        yield f"redis://127.0.0.1:{port}"


@contextmanager
def replica(store: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    port = free_port()
    settings = {"TRUSTED_PROXIES": "1", "RATE_STORE": store, "BIND": f"127.0.0.1:{port}", "WORKERS": "1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]
    with running(port, *command, **settings, ALLOWED_HOSTS="digits.example") as process:
        yield port, process


@pytest.fixture(scope="module", params=PREFIXES, ids=["at /", "at /digits/"])
def site(request, store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, str, list]]:
    """Where nginx listens, below which prefix, and the processes behind it."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with ExitStack() as stack:
        replicas = [stack.enter_context(replica(store)) for _ in range(2)]
        file = configuration(folder, port, [one for one, _ in replicas], request.param)
        stack.enter_context(running(port, NGINX, "-c", file, "-p", folder))
        yield port, request.param, [process for _, process in replicas]


@pytest.mark.parametrize("page", ["/", "/map", "/ten", "/teach", "/lesson", "/report"])
def test_every_link_of_every_page_leads_somewhere(page, site):
    port, prefix, _ = site
    address = prefix + page
    text = ask(port, "GET", address, Accept="text/html").text
    links = {urljoin(address, one.replace("&amp;", "&")) for one in LINK.findall(text) if ":" not in one}
    assert any("/static/" in one for one in links)
    for link in links:
        assert link.startswith(f"{prefix}/")
        reply = ask(port, "GET", link)
        assert reply.status in (200, 302, 405), link
        assert reply.getheader("Location", link).startswith(f"{prefix}/")


def test_the_service_worker_has_the_whole_site(site):
    port, prefix, _ = site
    reply = ask(port, "GET", f"{prefix}/service-worker.js")
    assert (reply.status, reply.getheader("Content-Type").split(";")[0]) == (200, "text/javascript")


def test_the_page_draws_under_its_own_name(site):
    port, prefix, _ = site
    own = {"Host": "digits.example", "Origin": "http://digits.example", "Content_Type": "image/png"}
    reply = ask(port, "POST", f"{prefix}/predict", SEVEN, **own)
    assert (reply.status, json.loads(reply.text)["digit"]) == (200, 7)


def test_another_websites_page_does_not(site):
    port, prefix, _ = site
    reply = ask(port, "POST", f"{prefix}/predict", SEVEN, Origin="http://evil.example", Content_Type="image/png")
    assert (reply.status, json.loads(reply.text)["error"]["code"]) == (403, "cross_site")


def test_the_language_is_remembered_for_this_site_alone(site):
    port, prefix, _ = site
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    reply = ask(port, "POST", f"{prefix}/language", f"language=ja&back={prefix}/ten".encode(), **form)
    assert (reply.status, reply.getheader("Location")) == (303, f"{prefix}/ten")
    assert f"Path={prefix or '/'};" in reply.getheader("Set-Cookie") + ";"


def test_no_more_drawings_are_lost_than_were_under_way_when_a_replica_is_killed(site):
    port, prefix, processes = site
    statuses = []
    for number in range(200):
        if number == 100:
            processes[0].kill()
        statuses.append(ask(port, "POST", f"{prefix}/predict", SEVEN, Content_Type="image/png").status)
        time.sleep(0.005)  # two hundred at once are too many for one visitor
    assert sum(status != 200 for status in statuses) <= 1


@pytest.mark.parametrize("location", ["/", "/digits/"])
def test_a_plain_proxy_that_says_nothing_is_enough_to_draw(location, tmp_path):
    """What everybody writes first: the page's name is replaced, and nobody said that there is a proxy."""
    behind, front = free_port(), free_port()
    site = f"listen 127.0.0.1:{front}; location {location} {{ proxy_pass http://127.0.0.1:{behind}/; }}"
    file = whole(tmp_path, f"server {{ {site} }}")
    browser = {"Host": "digits.example", "Origin": "https://digits.example", "Sec_Fetch_Site": "same-origin"}
    with (
        running(behind, sys.executable, "-m", "app", "serve", "--port", behind),
        running(front, NGINX, "-c", file, "-p", tmp_path),
    ):
        assert ask(front, "GET", location, Accept="text/html", Host="digits.example").status == 200
        reply = ask(front, "POST", f"{location}predict", SEVEN, **browser)
        assert (reply.status, json.loads(reply.text)["digit"]) == (200, 7)
        evil = browser | {"Sec_Fetch_Site": "cross-site"}
        assert ask(front, "POST", f"{location}predict", SEVEN, **evil).status == 403


def test_two_processes_share_what_an_address_has_used_up(store):
    one, other = RateLimiter([Rate(20, seconds=3600)], store), RateLimiter([Rate(20, seconds=3600)], store)
    one.charge("192.0.2.1", 20)
    with pytest.raises(Exception, match="Too many"):
        other.check("192.0.2.1")
    other.check("192.0.2.2")
