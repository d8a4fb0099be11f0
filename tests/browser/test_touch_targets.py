"""Whatever can be tapped on a phone is as large as a finger needs: 48 px, in each direction."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PAGES = ["/", "/map", "/ten", "/lesson", "/report", "/report?model=logistic"]
# What a label names is tapped with it. A link among a sentence's words is as high as its line.
SMALLER = """(least) => [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.closest(".unseen"))
  .filter((one) => !one.matches("p > a") || one.closest(".footer") || one.parentElement.textContent === one.textContent)
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < least)
  .map(([one, { width, height }]) => [width, height, one.outerHTML])"""
LEAST = 47.9  # px: 48, rounded in a column


@pytest.mark.parametrize("locale", ["en-GB", "ja-Hira"])
def test_a_finger_hits_whatever_can_be_tapped(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet(locale=locale, **PHONE)
    for path in PAGES:
        sheet.page.goto(path)
        assert sheet.page.evaluate(SMALLER, LEAST) == [], path
        assert sheet.page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"], path
