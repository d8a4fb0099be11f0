"""From one release to the next in a real browser: no page mixes the two, and a hung server keeps nobody waiting."""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import launched
from tests.browser.serving import PROJECT, free_port, serving

pytestmark = pytest.mark.deploy

EARLIER = Path(__file__).parent / "earlier" / "service-worker.js"  # it kept addresses without a release in one cache
KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('shell'))"
IS_READY = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
LOADED = """() => performance.getEntriesByType("resource").map(({ name }) => name)
  .filter((name) => /\\/(script|style)\\//.test(name))"""
TELL_OF_ANOTHER = 'navigator.serviceWorker.addEventListener("controllerchange", () => { window.isAnothers = true; })'
QUICK = 8  # s: three for the network, and the rest for this machine


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(params=["before releases had names", "the last one"])
def earlier(request, tmp_path: Path) -> Path:
    """A release whose pages look otherwise, and its worker."""
    for name in ("app", "static", "templates", "models", "docs"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    style = tmp_path / "static" / "css" / "pad.css"
    style.write_text(style.read_text() + "\n/* of an earlier release */\n")
    if request.param.startswith("before"):
        shutil.copy(EARLIER, tmp_path / "static")
    return tmp_path


def release_of(page: Page) -> str:
    """The release of all that a page loaded, of which there is one."""
    releases = {match[1] for name in page.evaluate(LOADED) if (match := re.search(r"\?v=(\w+)$", name))}
    assert len(releases) == 1
    assert all("?v=" in name for name in page.evaluate(LOADED))
    return releases.pop()


def test_an_upgrade_changes_a_page_as_a_whole(browser: Browser, earlier: Path) -> None:
    port = free_port()
    page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
    with serving(port, earlier):
        page.goto("/")
        page.wait_for_function(IS_READY)
        page.reload()
        old = release_of(page)
    page.add_init_script(TELL_OF_ANOTHER)
    with ExitStack() as running:
        running.enter_context(serving(port))
        page.goto("/")
        new = release_of(page)
        assert new != old
        page.wait_for_function("() => window.isAnothers")
        page.reload()
        assert release_of(page) == new
        running.close()
        with socket.create_server(("127.0.0.1", port)):  # it lets everybody in, and answers nobody
            began = monotonic()
            page.goto("/ten")
            assert monotonic() - began < QUICK
            assert page.locator("canvas").count()
            assert release_of(page) == new
    page.reload()  # nobody listens
    assert release_of(page) == new
    assert f"shell-{new}" in page.evaluate(KEPT)
    page.close()
