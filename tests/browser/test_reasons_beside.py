"""The reasons stand beside the sheet and follow it: nobody loses the drawing by asking why."""

from __future__ import annotations

from tests.browser.sheet import TEN, Sheet
from tests.browser.test_reasons import ask_why, title

SCREENS = [(390, 844), (320, 568), (820, 1180), (1024, 768), (1180, 820), (1240, 700), (1920, 1080), (740, 360)]
HIDDEN = """() => {
  const [sheet, panel, tools] = [".sheet", "[data-reasons]", "[data-undo]"].map((one) =>
    document.querySelector(one).getBoundingClientRect());
  const isInside = ({ left, top, right, bottom }) =>
    left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const last = document.querySelector("[data-alike] .paper").getBoundingClientRect();
  return {
    sheet: !isInside(sheet) || !isInside(tools), panel: !isInside(panel),
    covered: meet(panel, sheet) || meet(panel, tools), alike: last.bottom > panel.bottom,
  };
}"""


def test_the_sheet_and_its_reasons_are_in_sight_together_on_every_screen(sheet: Sheet) -> None:
    ask_why(sheet)
    nothing = dict.fromkeys(["sheet", "panel", "covered", "alike"], False)
    for width, height in SCREENS:
        sheet.page.set_viewport_size({"width": width, "height": height})
        sheet.page.evaluate("scrollTo(0, 0)")
        assert sheet.page.evaluate(HIDDEN) == nothing, (width, height)


def test_the_first_reasons_follow_the_pen(sheet: Sheet) -> None:
    ask_why(sheet)
    sheet.click("clear")
    first, *rest = TEN["3"][0]
    sheet.page.mouse.move(*sheet.at(first)[0])
    sheet.page.mouse.down()
    with sheet.page.expect_response("**/predict?explain=reasons*"):
        for place in sheet.at(*rest):
            sheet.page.mouse.move(*place)
    sheet.page.wait_for_selector("[data-alike] .card")
    assert "live" in sheet.state() and title(sheet).startswith("Why")
    sheet.page.mouse.up()
