"""A presentation: the drawing beside the answer, large, and everything by keys and by buttons."""

from __future__ import annotations

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import LOCALES, Open
from tests.browser.replies import PREDICT, reply, says
from tests.browser.sheet import TEN, Sheet

SCREENS = [(1024, 768), (1180, 820), (1280, 720), (1920, 1080), (3840, 2160)]
SIGN = {"looks_like": "x", "looks_like_title": "question mark", "looks_like_pixels": [[16] * 8] * 8}
ON = "() => document.documentElement.hasAttribute('data-presenting')"
# Of the screen: how large the parts are, in its height, and whether they lie in it.
SEEN = """() => {
  const of = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [sheet, digit, words, sure, bars] = [".sheet", ".digit", ".words", ".sure", ".bars"].map(of);
  const inside = [sheet, digit, words, sure, bars].every(({ left, top, right, bottom }) =>
    left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight);
  return {
    inside,
    halves: sheet.right <= innerWidth / 2 && digit.left >= innerWidth / 2,
    stacked: digit.bottom <= words.top && words.bottom <= sure.top + 1 && sure.bottom <= bars.top,
    digit: Math.min(digit.width / (innerWidth / 2), 1) && digit.height / innerHeight,
    letters: parseFloat(getComputedStyle(document.querySelector(".words")).fontSize) / innerHeight,
  };
}"""


def present(sheet: Sheet) -> None:
    sheet.press("p")
    sheet.wait(ON)


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_read_from_afar_on_every_screen(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet(locale=locale)
    present(sheet)
    sheet.page.route(PREDICT, says(reply(0, is_digit=False, **SIGN)))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.page.wait_for_selector('[data-answer][data-state="doubtful sign settled"]')
    for width, height in SCREENS:
        sheet.page.set_viewport_size({"width": width, "height": height})
        seen = sheet.page.evaluate(SEEN)
        assert seen["inside"] and seen["stacked"], (width, height, seen)
    sheet.page.unroute_all(behavior="ignoreErrors")
    sheet.press("n")
    sheet.mouse(TEN["3"])
    sheet.reads("3")
    for width, height in SCREENS:
        sheet.page.set_viewport_size({"width": width, "height": height})
        seen = sheet.page.evaluate(SEEN)
        assert seen["inside"] and seen["halves"] and seen["stacked"], (width, height, seen)
        if width / height > 1.4:
            assert seen["digit"] == pytest.approx(0.6, abs=0.01) and seen["letters"] >= 0.05, (width, height, seen)
    bars = sheet.page.locator("[data-bars] > li").filter(visible=True)
    assert bars.count() == 3
    assert "3" in bars.locator(".name").all_inner_texts()
    for theme in ("light", "dark"):
        assert_accessible(sheet.page, theme)
    sheet.press("?")
    assert sheet.page.locator("[data-help]").is_visible()
    assert_accessible(sheet.page, "light")
    assert sheet.wrong == []


def test_keys_do_what_the_buttons_of_the_help_do(sheet: Sheet) -> None:
    present(sheet)
    assert not sheet.page.locator(".top").is_visible()
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.press("w")
    sheet.page.wait_for_selector("[data-reasons] .card")
    sheet.press("w")
    assert not sheet.page.locator("[data-reasons]").is_visible()
    sheet.press("n")
    assert sheet.ink() == 0
    sheet.press("b")
    assert sheet.page.locator("[data-blackout]").is_visible()
    sheet.press("b")
    assert not sheet.page.locator("[data-blackout]").is_visible()
    sheet.page.locator("[data-ask]").click()
    sheet.page.locator('[data-do="end"]').click()
    sheet.wait(f"() => !({ON})()")
    assert sheet.page.locator(".top").is_visible()
    assert sheet.page.evaluate("document.activeElement.matches('[data-present]')")


def test_a_frozen_sheet_takes_no_ink(sheet: Sheet) -> None:
    sheet.page.locator("[data-present]").click()
    sheet.wait(ON)
    sheet.press("Space")
    assert sheet.page.locator("[data-frozen][role]").inner_text() == "Frozen"
    sheet.mouse(TEN["7"])
    assert sheet.ink() == 0
    sheet.press("Space")
    sheet.mouse(TEN["7"])
    assert sheet.answer() == "7"


def test_number_keys_lead_through_the_pages_and_the_drawing_is_there_on_the_way_back(sheet: Sheet) -> None:
    present(sheet)
    sheet.mouse(TEN["7"])
    sheet.answer()
    pages = sheet.page.locator(".pages a").evaluate_all("(links) => links.map((one) => one.pathname)")
    for number, path in reversed(list(enumerate(pages, 1))):
        sheet.press(str(number))
        sheet.page.wait_for_url(f"**{path}")
    sheet.wait(ON)
    assert sheet.answer() == "7"


def test_number_keys_lead_on_from_a_page_that_is_not_yet_complete(sheet: Sheet) -> None:
    present(sheet)
    sheet.page.route("**/map-room.js*", lambda route: None)
    sheet.press("2")
    sheet.page.wait_for_url("**/map", wait_until="domcontentloaded")
    sheet.press("1")
    sheet.page.wait_for_url("**/")


def test_number_keys_do_nothing_where_nobody_presents(open_sheet: Open) -> None:
    sheet = open_sheet("/report")
    sheet.press("1")
    sheet.page.wait_for_timeout(0)
    assert sheet.page.url.endswith("/report")
