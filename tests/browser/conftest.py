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

LOCALES = ["en-GB", "ja-JP"]
ONE_SOON = ["en-GB", pytest.param("ja-JP", marks=pytest.mark.slow)]  # Japanese in `make test-deploy`
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


def new_window(browser: Browser, clock: bool, options: dict[str, Any]) -> BrowserContext:
    """A browser context that keeps an empty page: without any, the browser closes its window, and the next page takes
    twice the processor time to open."""
    window = browser.new_context(**options)
    if clock:
        window.clock.install()
    window.new_page()
    return window


@pytest.fixture
def open_sheet(browser: Browser, server: str, windows: dict[str, BrowserContext]) -> Iterator[Open]:
    """Opens the pad in a new page: `open_sheet(viewport=…, locale=…)`, any option of a browser context.

    With `clock=True` its clock can be moved on: waiting for what should not happen takes no time.
    """
    pages: list[Page] = []

    def open_one(path: str = "/", clock: bool = False, **options: Any) -> Sheet:
        options = {**USUAL, "base_url": server, **options}
        key = repr((clock, sorted(options.items())))
        if key not in windows:
            windows[key] = new_window(browser, clock, options)
        pages.append(windows[key].new_page())
        sheet = Sheet(pages[-1])
        sheet.page.goto(path)
        return sheet

    yield open_one
    contexts = {page.context for page in pages}
    for page in pages:
        page.unroute_all(behavior="ignoreErrors")
        page.evaluate("localStorage.clear()")
        page.close()
    for context in contexts:
        context.clear_cookies()  # last: a reply to a page that is still open may bring one


@pytest.fixture
def sheet(open_sheet: Open) -> Iterator[Sheet]:
    """The pad on a desk, and the promise that nothing went wrong in its scripts."""
    sheet = open_sheet()
    yield sheet
    assert sheet.wrong == []


@pytest.fixture
def timed(open_sheet: Open) -> Iterator[Sheet]:
    """The same with a clock that can be moved on."""
    sheet = open_sheet(clock=True)
    yield sheet
    assert sheet.wrong == []
