"""Two games on the pad: a digit made another with few squares, and a digit written fast."""

from __future__ import annotations

import re

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE
from tests.browser.sheet import TEN, Sheet

MOST = 12  # hints until a 7 is another digit
SMALL = """() => [...document.querySelectorAll(".play button")].filter((one) => one.offsetHeight &&
  (one.offsetHeight < 48 || one.scrollWidth > one.clientWidth)).map((one) => one.textContent)"""


def play(sheet: Sheet, game: str) -> None:
    sheet.page.locator("[data-menu] summary").click()
    sheet.click(game)
    sheet.page.wait_for_selector("[data-play]:not([hidden])")
    assert not sheet.page.locator(".menu-list").is_visible()


def said(sheet: Sheet, part: str = "task") -> str:
    return sheet.page.locator(f"[data-{part}]").inner_text()


def tallied(sheet: Sheet, number: int) -> None:
    sheet.wait("(text) => document.querySelector('[data-tally]').textContent === text", f"Changed: {number}")


@pytest.mark.slow
def test_hint_by_hint_a_digit_becomes_another(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    play(sheet, "few")
    aim = re.search(r"[0-9]", said(sheet))
    assert aim and aim[0] != "7" and said(sheet, "tally") == "Changed: 0"
    for number in range(1, MOST):
        sheet.click("hint")
        marked = sheet.page.locator("[data-marked]")
        marked.wait_for()
        assert re.match(r"For an? [0-9], try row [1-8], column [1-8]: (fill|empty) it\.", said(sheet))
        marked.click()
        tallied(sheet, number)
        if said(sheet).startswith("Now"):
            break
    assert said(sheet) == f"Now it’s {'an' if aim[0] == '8' else 'a'} {aim[0]}! Squares changed: {number}."
    sheet.press("Control+z")
    tallied(sheet, number - 1)
    sheet.page.set_viewport_size(PHONE)
    assert sheet.page.evaluate(SMALL) == []
    for theme in ("light", "dark"):
        assert_accessible(sheet.page, theme)


def test_the_clock_stops_at_the_digit_and_the_next_stroke_is_for_the_next(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    play(sheet, "fast")
    assert sheet.ink() == 0
    digit = re.findall(r"[0-9]", said(sheet))[0]
    sheet.mouse(TEN[digit])
    sheet.wait("() => / in .* s! Now /.test(document.querySelector('[data-task]').textContent)")
    assert re.search(rf"\b{digit} in [0-9.]+ s! Now an? [0-9]\.", said(sheet))
    assert re.fullmatch(r"[0-9.]+ s", said(sheet, "tally"))
    ink = sheet.ink()
    sheet.mouse([[(0.5, 0.5)]])
    assert sheet.ink() < ink, "the next stroke lies on a fresh sheet"
    sheet.click("stop")
    assert not sheet.page.locator("[data-play]").is_visible()
