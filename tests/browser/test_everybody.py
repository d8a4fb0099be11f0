"""Every page can be used by everybody, fits every screen and is silent in the console, whatever stands on it.

What is looked at is page by page, in two of the four ways that two languages and two themes make: English in one theme,
Japanese in the other, and the other way round on every other page. So each pair is there: every page in each language
and in each theme, each language in each theme. What a third factor would add does not exist: a language changes words
and their lengths, a theme changes colours, and no colour depends on the language. One visit serves all checks.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESK, LOCALES, PHONE, Open
from tests.browser.sheet import STRIDE, TEN, Sheet

DRAWINGS = Path(__file__).parents[1] / "drawings"
THEMES = ["light", "dark"]
HEIGHT = 800  # px
WIDTHS = [320, 360, 820, 1024, 1920]  # px: from the smallest phone to a wall


def nothing(sheet: Sheet) -> None:
    """Look at the page as it comes."""


def draw(sheet: Sheet) -> None:
    sheet.mouse(TEN["4"], STRIDE)
    sheet.answer()


def ask_why(sheet: Sheet) -> None:
    draw(sheet)
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")


def upload(sheet: Sheet) -> None:
    sheet.page.set_input_files("[type=file]", [DRAWINGS / "0.png", DRAWINGS / "7-crossed.png"])
    sheet.page.locator("[data-upload] button").click()
    sheet.page.wait_for_selector("[data-rows] tr:nth-child(2)")


def open_squares(sheet: Sheet) -> None:
    sheet.page.locator("summary").click()


def write_two(sheet: Sheet) -> None:
    for digit in range(10):
        if digit in (0, 9):
            sheet.mouse(TEN[str(digit)], STRIDE)
        sheet.click("next")
    sheet.page.wait_for_selector('[data-ten][data-state="read"]')


# What can stand on a page: its address, the screen, and what the visitor does first.
VIEWS: dict[str, tuple[str, dict[str, int], Callable[[Sheet], None]]] = {
    "the pad, read": ("/", DESK, draw),
    "the reasons on a phone": ("/", PHONE, ask_why),
    "the reasons on a desk": ("/", DESK, ask_why),
    "the report": ("/report", DESK, nothing),
    "the report on own drawings": ("/report?model=notebook&of=own", DESK, nothing),
    "the report, slips of one kind": ("/report?model=forest&true=3&read=8", DESK, nothing),
    "the lesson with pictures": ("/lesson", DESK, upload),
    "ten digits, with the squares": ("/ten", PHONE, open_squares),
    "ten digits, read": ("/ten", PHONE, write_two),
    "no page": ("/nowhere", DESK, nothing),
}
# What a browser logs of itself.
ALLOWED = {
    "/": ["Service Worker registration blocked by Playwright"],
    "/nowhere": ["Failed to load resource: the server responded with a status of 404 (NOT FOUND)"],
}
LOOKS = [
    pytest.param(view, locale, THEMES[(place + other) % 2], id=f"{view}-{locale}")
    for place, view in enumerate(VIEWS)
    for other, locale in enumerate(LOCALES)
]


def test_every_pair_of_view_language_and_theme_is_looked_at() -> None:
    looks: list[tuple[Any, ...]] = [look.values for look in LOOKS]
    assert {look[:2] for look in looks} == {(view, locale) for view in VIEWS for locale in LOCALES}
    assert {look[::2] for look in looks} == {(view, theme) for view in VIEWS for theme in THEMES}
    assert {look[1:] for look in looks} == {(locale, theme) for locale in LOCALES for theme in THEMES}


@pytest.mark.parametrize(("view", "locale", "theme"), LOOKS)
def test_everybody_can_use_it_on_any_screen_and_nothing_is_logged(
    open_sheet: Open, view: str, locale: str, theme: str
) -> None:
    path, screen, act = VIEWS[view]
    sheet = open_sheet(path, locale=locale)
    sheet.page.set_viewport_size(screen)
    act(sheet)
    assert_accessible(sheet.page, theme)
    for width in WIDTHS:
        sheet.page.set_viewport_size({"width": width, "height": HEIGHT})
        assert sheet.page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert sheet.logged == ALLOWED.get(path, [])
