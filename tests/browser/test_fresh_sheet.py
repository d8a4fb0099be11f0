"""Whoever comes back to an answer begins a fresh sheet; the last few stay within reach."""

from __future__ import annotations

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.replies import PREDICT, reply, says
from tests.browser.sheet import Sheet

DOT = [[(0.3, 0.3)]]
OTHER = [[(0.7, 0.7)]]
SETTING = 4000  # ms
NAMES = "() => [...document.querySelectorAll('[data-earlier] button')].map((one) => one.title)"


def read(sheet: Sheet, digit: int, strokes: list[list[tuple[float, float]]] = DOT, **more: object) -> None:
    """Draw something that is read as this digit."""
    sheet.page.unroute_all(behavior="ignoreErrors")
    sheet.page.route(PREDICT, says(reply(digit, **more)))
    sheet.mouse(strokes)
    sheet.reads(str(digit))
    sheet.answer()


def test_a_stroke_long_after_the_answer_begins_a_fresh_sheet_and_undo_brings_the_old_one_back(timed: Sheet) -> None:
    read(timed, 3)
    one = timed.ink()
    timed.pass_time(SETTING)
    read(timed, 5, OTHER)
    assert timed.ink() == pytest.approx(one, rel=0.1)
    assert timed.page.evaluate(NAMES) == ["Open again: a 3"]
    timed.press("Control+z", "Control+z")
    assert timed.ink() == pytest.approx(one, rel=0.1)
    assert timed.page.evaluate(NAMES) == []


def test_a_stroke_soon_after_the_answer_continues_the_drawing(timed: Sheet) -> None:
    read(timed, 3)
    one = timed.ink()
    timed.pass_time(SETTING - 1000)
    read(timed, 5, OTHER)
    assert timed.ink() > 1.5 * one
    assert timed.page.evaluate(NAMES) == []


def test_what_is_no_digit_yet_is_waited_for_longer(timed: Sheet) -> None:
    read(timed, 3, is_digit=False)
    timed.pass_time(2 * SETTING)
    read(timed, 5, OTHER)
    assert timed.page.evaluate(NAMES) == []


def test_the_last_five_sheets_are_kept_and_each_opens_again(sheet: Sheet) -> None:
    for digit in range(7):
        read(sheet, digit)
        sheet.press("Delete")
    read(sheet, 9, OTHER)
    assert sheet.page.evaluate(NAMES) == [f"Open again: a{'n' * (digit == 8)} {digit}" for digit in (6, 5, 4, 3, 2)]
    sheet.page.locator("[data-earlier] button").nth(1).focus()
    sheet.press("Enter")
    names = sheet.page.evaluate(NAMES)
    assert names == ["Open again: a 9", *[f"Open again: a {digit}" for digit in (6, 4, 3, 2)]]
    assert sheet.page.evaluate("document.activeElement.matches('[data-undo]')")
    sheet.press("Control+z")
    assert "Open again: a 9" not in sheet.page.evaluate(NAMES)


def test_on_a_phone_the_button_is_called_new_and_earlier_sheets_move_nothing(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=PHONE, has_touch=True)
    clear = sheet.page.locator("[data-clear]")
    assert clear.inner_text().strip() == "New"
    height = sheet.page.evaluate("document.documentElement.scrollHeight")
    read(sheet, 3)
    clear.click()
    assert sheet.page.evaluate(NAMES) == ["Open again: a 3"]
    assert sheet.page.evaluate("document.documentElement.scrollHeight") == height
    for screen, word in ((PHONE, "New"), (DESK, "Clear")):
        sheet.page.set_viewport_size(screen)
        assert clear.inner_text().strip() == word
        for theme in ("light", "dark"):
            assert_accessible(sheet.page, theme)
    sheet.page.emulate_media(forced_colors="active")
    assert sheet.page.locator("[data-earlier] canvas").is_visible()
