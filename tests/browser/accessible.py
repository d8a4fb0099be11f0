"""What axe-core says of a page: whether everybody can use it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The dark page is the same page in other colours: only they are looked at again.
OPTIONS: dict[Any, dict[str, Any]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast"]},
}


def assert_accessible(page: Page) -> None:
    """Fail, with axe-core's report, unless it finds nothing in the page as it stands, in light and in dark."""
    for theme, options in OPTIONS.items():
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        found = Axe().run(page, options=options)
        assert found.violations_count == 0, found.generate_report()
