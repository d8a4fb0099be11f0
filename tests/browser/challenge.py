"""The challenge of ten digits, as a hand and an eye know it."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.sheet import TEN, Sheet


def prompt(sheet: Sheet) -> str:
    return sheet.page.locator("[data-prompt]").inner_text()


def states(sheet: Sheet) -> list[str]:
    return [item.get_attribute("data-state") or "" for item in sheet.page.locator("[data-row] li").all()]


def heard(sheet: Sheet) -> list[str]:
    """What a screen reader says of the row."""
    return sheet.page.locator("[data-row] li .unseen").all_inner_texts()


def finish(sheet: Sheet) -> None:
    sheet.page.wait_for_selector('[data-ten][data-state="read"]')


def write(sheet: Sheet, digits: str, before_the_end: Callable[[], object] = lambda: None) -> None:
    """Write these in turn; a dash skips one."""
    for place, digit in enumerate(digits, start=1):
        if digit != "-":
            sheet.mouse(TEN[digit])
        if place == len(digits):
            before_the_end()
        sheet.click("next")
    finish(sheet)
