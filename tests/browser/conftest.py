"""One server and one browser for all tests here; a fresh page for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import NoBrowser, launched
from tests.browser.serving import serving
from tests.browser.sheet import Sheet

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
SERVICE_WORKERS = "block"  # they answer from behind the page, where a test cannot look

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


@pytest.fixture
def open_sheet(browser: Browser, server: str) -> Iterator[Open]:
    """Opens the pad in a new window: `open_sheet(viewport=…, locale=…)`, any option of a browser context."""
    contexts = []

    def open_one(path: str = "/", **options: Any) -> Sheet:
        options = {"viewport": DESK, "locale": "en-GB", "service_workers": SERVICE_WORKERS} | options
        contexts.append(browser.new_context(base_url=options.pop("server", server), **options))
        page = contexts[-1].new_page()
        page.goto(path)
        return Sheet(page)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def sheet(open_sheet: Open) -> Iterator[Sheet]:
    """The pad on a desk, and the promise that nothing went wrong in its scripts."""
    sheet = open_sheet()
    wrong: list[str] = []
    sheet.page.on("pageerror", lambda error: wrong.append(str(error)))
    yield sheet
    assert wrong == []


@pytest.fixture
def page(sheet: Sheet) -> Page:
    return sheet.page
