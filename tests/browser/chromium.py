"""A browser for the tests: the one that CHROMIUM names, else one on the PATH, else Playwright's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# The shell first: the same engine without the frame of a window, which nobody sees; it takes a quarter less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: containers and build machines run as root. No calls home: the tests use no network but this machine.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "no Chromium or Chrome was found: set CHROMIUM to one, or run 'make browser'"


class NoBrowser(Exception):
    """There is no browser on this machine."""


def executable(playwright: Playwright) -> str:
    """The browser's file. Raises NoBrowser."""
    named = os.environ.get("CHROMIUM", "")
    for name in (named, *NAMES):
        if name and (path := shutil.which(name)):
            return path
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    raise NoBrowser(MISSING)


@contextmanager
def launched() -> Iterator[Browser]:
    """A running browser without a window. Raises NoBrowser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(playwright), args=list(ARGUMENTS))
        yield browser
        browser.close()
