"""What axe-core says of a page: whether everybody can use it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Nothing is loaded again for axe-core: only rules about sound and about turned screens would want it; here is neither.
OPTIONS: dict[Any, Any] = {"resultTypes": ["violations"], "preload": False}


def assert_accessible(page: Page, theme: Any) -> None:
    """Fail, with axe-core's report, unless it finds nothing in the page as it stands, in light or in dark."""
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    found = Axe().run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()
