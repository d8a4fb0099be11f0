"""The report in a browser: from a number to its drawings; for everybody, on any screen."""

from __future__ import annotations

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import SMALLEST, Open

PADDING = "parseFloat(getComputedStyle(document.querySelector('.choices a')).paddingTop)"  # px
LOCALES = ["en-GB", "ja-JP"]
PAGES = ["/report", "/report?model=notebook&of=own", "/report?model=forest&true=3&read=8"]
WIDTHS = [320, 360, 820, 1920]


def test_a_number_of_the_matrix_leads_to_its_drawings(open_sheet: Open) -> None:
    page = open_sheet("/report?model=notebook").page
    page.locator(".matrix tbody tr").nth(3).locator("td").nth(8).locator("a").click()
    page.wait_for_url("**/report?model=notebook&true=3&read=8#behind")
    assert page.locator(".cards li").count() == 6
    assert "written 3, read 8" in page.locator(".cards li").first.inner_text()
    page.get_by_role("link", name="Show all slips").click()
    page.wait_for_url("**/report?model=notebook#behind")
    assert page.locator(".cards li").count() == 23


@pytest.mark.parametrize("kind", ["PNG", "CSV", "JSON"])
def test_the_report_can_be_taken_along(open_sheet: Open, kind: str) -> None:
    page = open_sheet("/report").page
    with page.expect_download() as waiting:
        page.get_by_role("link", name=kind, exact=True).click()
    assert waiting.value.suggested_filename == f"report.{kind.lower()}"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("path", PAGES[1:])  # the first is looked at with the other pages
def test_axe_finds_nothing_in_either_theme(open_sheet: Open, path: str, locale: str) -> None:
    assert_accessible(open_sheet(path, locale=locale).page)


@pytest.mark.parametrize("locale", LOCALES)
def test_it_fits_every_screen(open_sheet: Open, locale: str) -> None:
    page = open_sheet(PAGES[1], locale=locale).page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_choice_in_two_lines_has_room_above_and_below(open_sheet: Open) -> None:
    report = open_sheet("/report", viewport=SMALLEST)
    assert report.page.evaluate(PADDING) > 0
