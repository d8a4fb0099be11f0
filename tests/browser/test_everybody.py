"""Every page can be used by everybody, fits every screen and is silent in the console, whatever stands on it.

Each view of a page is looked at in two of the four ways that two languages and two themes make: English in one theme,
Japanese in the other, and the other way round for every other view. So each pair is there: every view in each language
and in each theme, each language in each theme. All three at once would show nothing more: a language changes words and
their lengths, a theme changes colours, and no colour depends on the language. One visit serves all of a page's views,
and all checks of a view. A page's second language, and the report of other models, come with what `make test-deploy`
runs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESK, LOCALES, PHONE, Open
from tests.browser.sheet import TEN, Sheet

DRAWINGS = Path(__file__).parents[1] / "drawings"
THEMES = ["light", "dark"]
HEIGHT = 800  # px
WIDTHS = [320, 820, 1920]  # px: from the smallest phone to a wall


def nothing(sheet: Sheet) -> None:
    """Look at the page as it comes."""


def draw(sheet: Sheet) -> None:
    sheet.mouse(TEN["4"])
    sheet.answer()


def draw_on_map(sheet: Sheet) -> None:
    sheet.mouse(TEN["4"])
    sheet.page.wait_for_function("() => /4/.test(document.querySelector('[data-map-nearest]').textContent)")


def ask_why(sheet: Sheet) -> None:
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")
    sheet.page.locator(".experts summary").click()


def upload(sheet: Sheet) -> None:
    sheet.page.set_input_files("[type=file]", [DRAWINGS / "0.png", DRAWINGS / "7-crossed.png"])
    sheet.page.locator("[data-upload] button").click()
    sheet.page.wait_for_selector("[data-rows] tr:nth-child(2)")


def open_squares(sheet: Sheet) -> None:
    sheet.page.locator(".by-keys summary").click()


def send(sheet: Sheet) -> None:
    """As a program would: the page shows what comes back."""
    sheet.mouse(TEN["3"])
    sheet.page.locator("[data-submit]").click()
    sheet.page.wait_for_function("""() => document.querySelector("[data-reply]").textContent.includes('"digit": 3')""")


def write_two(sheet: Sheet) -> None:
    for digit in range(10):
        if digit in (0, 9):
            sheet.mouse(TEN[str(digit)])
        sheet.click("next")
    sheet.page.wait_for_selector('[data-ten][data-state="read"]')


def ask_why_of_one(sheet: Sheet) -> None:
    sheet.page.locator("[data-row] .tile").first.click()
    sheet.page.wait_for_selector("[data-reasons] .card")


# The views of each page, one after another in one visit: the screen, and what the visitor does before.
VISITS: dict[str, list[tuple[dict[str, int], Callable[[Sheet], None]]]] = {
    "/": [(DESK, draw), (PHONE, ask_why), (DESK, nothing)],
    "/report": [(DESK, nothing)],
    "/report?model=notebook&of=own": [(DESK, nothing)],
    "/report?model=forest&true=3&read=8": [(DESK, nothing)],
    "/lesson": [(DESK, upload)],
    "/map": [(DESK, draw_on_map)],
    "/ten": [(PHONE, open_squares), (PHONE, write_two), (DESK, ask_why_of_one)],
    "/teach": [(DESK, nothing)],
    "/developers": [(PHONE, send)],
    "/nowhere": [(DESK, nothing)],
}
VIEWS = [(path, number) for path, views in VISITS.items() for number in range(len(views))]
# What a browser logs of itself.
ALLOWED = {
    "/": ["Service Worker registration blocked by Playwright"],
    "/nowhere": ["Failed to load resource: the server responded with a status of 404 (NOT FOUND)"],
}


MODELS = {path for path in VISITS if "model=" in path}  # the same report, of other models
LOOKS = [
    pytest.param(path, locale, marks=pytest.mark.slow if path in MODELS or (page + language) % len(LOCALES) else ())
    for page, path in enumerate(VISITS)
    for language, locale in enumerate(LOCALES)
]


def theme_of(path: str, number: int, locale: str) -> str:
    return THEMES[(VIEWS.index((path, number)) + LOCALES.index(locale)) % 2]


def test_every_pair_of_view_language_and_theme_is_looked_at() -> None:
    looks = [(view, locale, theme_of(*view, locale)) for view in VIEWS for locale in LOCALES]
    assert {(view, theme) for view, _, theme in looks} == {(view, theme) for view in VIEWS for theme in THEMES}
    assert {(locale, theme) for _, locale, theme in looks} == {(one, theme) for one in LOCALES for theme in THEMES}


@pytest.mark.parametrize(("path", "locale"), LOOKS)
def test_everybody_can_use_it_on_any_screen_and_nothing_is_logged(open_sheet: Open, path: str, locale: str) -> None:
    sheet = open_sheet(path, locale=locale)
    for number, (screen, act) in enumerate(VISITS[path]):
        sheet.page.set_viewport_size(screen)
        act(sheet)
        assert_accessible(sheet.page, theme_of(path, number, locale))
        for width in WIDTHS:
            sheet.page.set_viewport_size({"width": width, "height": HEIGHT})
            assert sheet.page.evaluate("document.documentElement.scrollWidth") <= width, (number, width)
    assert sheet.logged == ALLOWED.get(path, [])
