"""The border between two digits, in the lesson: fitted while one looks, moved by what is ringed, by hand and by key."""

from __future__ import annotations

from tests.browser.conftest import Open
from tests.browser.sheet import TEN, Sheet

SAID = "(words) => document.querySelector('[data-border-said]').textContent.includes(words)"
YOURS = """() => /^Yours lies .*margin.* on the side of an? [0-9][.]$/.test(
  document.querySelector("[data-border-yours]").textContent)"""
LAST = """() => {
  const ask = window.fetch;
  window.fetch = async (address, options) => {
    const reply = await ask(address, options);
    if (String(address).includes("map.json")) window.points = await reply.clone().json();
    if (String(address).includes("/map/border") && reply.ok) window.border = await reply.clone().json();
    return reply;
  };
}"""
# Where on the canvas a digit lies that is ringed, or one of the two classes that is not.
PLACE = """(ringed) => {
  const { box, support } = border;
  const classes = [...document.querySelectorAll("[data-border-digit]")].map(({ value }) => value);
  const places = points.x.map((x, i) => [x, points.y[i]].map((side, axis) => (side / 500 - box[axis]) / box[2]));
  const others = [...places.keys()].filter((i) => classes.includes(points.labels[i]) && !support.includes(i));
  return places[(ringed ? support : others)[0]];
}"""


def tap(sheet: Sheet, ringed: bool) -> None:
    plane = sheet.page.locator("[data-border-plane]")
    size = plane.bounding_box()
    assert size
    x, y = sheet.page.evaluate(PLACE, ringed)
    plane.click(position={"x": x * size["width"], "y": y * size["height"]})


def test_what_is_ringed_holds_the_border_and_the_visitors_digit_lies_beside_it(open_sheet: Open) -> None:
    sheet = open_sheet()
    sheet.mouse(TEN["7"])
    assert sheet.answer() == "7"
    sheet.page.goto("/lesson")
    assert not any("border" in address for address in sheet.loaded)  # who only opens the lesson loads no scikit-learn
    sheet.page.evaluate(LAST)
    plane = sheet.page.locator("[data-border-plane]")
    plane.scroll_into_view_if_needed()
    sheet.wait(SAID, "hold the border")
    sheet.wait(YOURS)
    assert sheet.page.locator("[data-border-digit]").first.input_value() == "7"
    for ringed, outcome in [(True, "Ringed: the border moved."), (False, "Not ringed: the border stayed.")]:
        tap(sheet, ringed)
        sheet.wait(SAID, f"is away. {outcome}")
        sheet.click("border-back")
        sheet.wait(SAID, "is back.")
    plane.focus()
    sheet.press("ArrowRight", "Enter")
    sheet.wait(SAID, "is away.")
    before = sheet.page.evaluate("border.support.length")
    sheet.page.locator("[data-border-size=gamma]").press("End")
    sheet.page.wait_for_function("(before) => window.border.support.length > before", arg=before)
    sheet.page.locator("[data-border-digit]").last.select_option("0")
    sheet.wait(SAID, "hold the border")
    assert sheet.wrong == []
