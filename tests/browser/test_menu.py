"""What is switched seldom, and what the browser remembers of a sheet."""

from __future__ import annotations

from tests.browser.conftest import PHONE
from tests.browser.sheet import TEN, Sheet

SMALL_IN_THE_CORNER = [[(0.05 + 0.28 * x, 0.66 + 0.28 * y) for x, y in stroke] for stroke in TEN["5"]]
ROADS = """() => Object.fromEntries([...document.querySelectorAll("[data-road]")].map((road) =>
  [road.dataset.road, road.querySelector("[data-said]").textContent]))"""
PLACES = "() => [...document.querySelectorAll('.answer, .sheet')].map((one) => one.getBoundingClientRect().toJSON())"
PRESENTING = "document.documentElement.hasAttribute('data-presenting')"
LARGE = 32  # px: twice the usual text
TOP = """() => [...document.querySelectorAll(".pages a, .languages button")].every((one) => {
  const { left, right } = one.getBoundingClientRect();
  return left >= 0 && right <= innerWidth;
}) && document.documentElement.scrollWidth <= innerWidth"""


def test_a_drawing_is_read_on_both_roads_while_nothing_moves(sheet: Sheet) -> None:
    before = sheet.page.evaluate(PLACES)
    sheet.switch("roads")
    sheet.mouse(SMALL_IN_THE_CORNER)
    assert sheet.answer() == "5"
    sheet.wait(f"() => ({ROADS})().served === '5'")
    roads = sheet.page.evaluate(ROADS)
    assert roads["notebook"] in set("012346789")
    assert not sheet.page.locator("[data-bars]").is_visible()
    assert sheet.page.evaluate(PLACES) == before
    sheet.page.reload()
    sheet.wait(f"() => ({ROADS})().notebook === '{roads['notebook']}'")
    sheet.click("clear")
    assert set(sheet.page.evaluate(ROADS).values()) == {"–"}  # noqa: RUF001
    sheet.switch("roads")
    assert sheet.page.locator("[data-bars]").is_visible()


def test_single_keys_can_be_switched_off(sheet: Sheet) -> None:
    sheet.switch("keys")
    assert sheet.page.evaluate("document.activeElement.matches('[data-menu] summary')"), "Escape leads back"
    sheet.press("p")
    sheet.page.locator("[data-present]").click()
    sheet.wait(f"() => {PRESENTING}")
    sheet.press("p")
    assert sheet.page.evaluate(PRESENTING), "the button began it, no key has ended it"
    sheet.page.locator("[data-ask]").click()
    sheet.page.locator('[data-do="end"]').click()
    sheet.switch("keys")
    sheet.press("p")
    sheet.wait(f"() => {PRESENTING}")


def test_a_drawing_survives_other_pages_and_a_reload(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.goto("/lesson")
    sheet.page.goto("/")
    assert sheet.answer() == "7"
    sheet.page.reload()
    assert sheet.answer() == "7"
    sheet.click("clear")
    sheet.page.reload()
    assert (sheet.ink(), sheet.digit()) == (0, "")


def test_with_text_twice_as_large_every_page_can_be_reached(sheet: Sheet) -> None:
    session = sheet.page.context.new_cdp_session(sheet.page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE}})
    for width in (320, PHONE["width"], 768, 1024, 1280):
        sheet.page.set_viewport_size({"width": width, "height": 800})
        assert sheet.page.evaluate(TOP), width
