"""One server and one browser for all tests here; a fresh page for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chromium import NoBrowser, launched
from tests.browser.serving import serving
from tests.browser.sheet import Sheet

SMALLEST = {"width": 320, "height": 568}
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1024, "height": 768}
# Service workers answer from behind the page, where a test cannot look; what moves takes the time of all other tests.
USUAL = {"viewport": DESK, "locale": "en-GB", "service_workers": "block", "reduced_motion": "reduce"}

Open = Callable[..., Sheet]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with launched() as browser:
            yield browser
    except NoBrowser as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"NOTHING IN THE BROWSER IS TESTED: {missing}")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="session")
def windows(browser: Browser, server: str) -> dict[str, BrowserContext]:
    """Browser contexts by their options: a new one costs more than most tests."""
    return {}


@pytest.fixture
def open_sheet(browser: Browser, server: str, windows: dict[str, BrowserContext]) -> Iterator[Open]:
    """Opens the pad in a new page: `open_sheet(viewport=…, locale=…)`, any option of a browser context."""
    pages: list[Page] = []

    def open_one(path: str = "/", **options: Any) -> Sheet:
        options = {**USUAL, "base_url": server, **options}
        key = repr(sorted(options.items()))
        if key not in windows:
            windows[key] = browser.new_context(**options)
        pages.append(windows[key].new_page())
        pages[-1].goto(path)
        return Sheet(pages[-1])

    yield open_one
    for page in pages:
        page.unroute_all(behavior="ignoreErrors")
        page.context.clear_cookies()
        page.evaluate("localStorage.clear()")
        page.close()


@pytest.fixture
def sheet(open_sheet: Open) -> Iterator[Sheet]:
    """The pad on a desk, and the promise that nothing went wrong in its scripts."""
    sheet = open_sheet()
    wrong: list[str] = []
    sheet.page.on("pageerror", lambda error: wrong.append(str(error)))
    yield sheet
    assert wrong == []
