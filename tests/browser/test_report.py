"""The report in a browser: from a number to its drawings."""

from __future__ import annotations

from tests.browser.conftest import SMALLEST, Open

PADDING = "parseFloat(getComputedStyle(document.querySelector('.choices a')).paddingTop)"  # px


def test_a_number_of_the_matrix_leads_to_its_drawings(open_sheet: Open) -> None:
    page = open_sheet("/report?model=notebook").page
    page.locator(".matrix tbody tr").nth(3).locator("td").nth(8).locator("a").click()
    page.wait_for_url("**/report?model=notebook&true=3&read=8#behind")
    assert page.locator(".cards li").count() == 6
    assert "written 3, read 8" in page.locator(".cards li").first.inner_text()
    page.get_by_role("link", name="Show all slips").click()
    page.wait_for_url("**/report?model=notebook#behind")
    assert page.locator(".cards li").count() == 23


def test_the_report_can_be_taken_along(open_sheet: Open) -> None:
    page = open_sheet("/report").page
    for kind in ("PNG", "CSV", "JSON"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=kind, exact=True).click()
        assert waiting.value.suggested_filename == f"report.{kind.lower()}"


def test_a_choice_in_two_lines_has_room_above_and_below(open_sheet: Open) -> None:
    report = open_sheet("/report")
    report.page.set_viewport_size(SMALLEST)
    assert report.page.evaluate(PADDING) > 0
