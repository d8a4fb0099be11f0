"""The tools below the sheet and the calm line beside it, in windows that leave them little room."""

from __future__ import annotations

from tests.browser.conftest import Open
from tests.browser.replies import PREDICT
from tests.browser.sheet import Sheet

WINDOWS = {
    "400 % zoom": (320, 256),
    "phone": (360, 740),
    "laptop at 200 % zoom": (683, 384),
    "smallest tablet": (700, 900),
    "portrait tablet": (820, 1180),
    "low laptop": (1024, 600),
    "laptop below its browser's bars": (1366, 625),
}
# What is wrong with the buttons that are seen, in words.
FAULTS = """() => {
  const buttons = [...document.querySelectorAll(".tools button")].map((one) => [one.textContent.trim(), one]);
  const boxes = buttons.map(([name, one]) => [name, one.getBoundingClientRect()]);
  const faults = boxes.flatMap(([name, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1)
    .filter(([, b]) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${name} lies on ${other}`));
  for (const [name, { left, right, height }] of boxes) {
    if (left < -1 || right > innerWidth + 1) faults.push(`${name} is off the page`);
    if (height > 60) faults.push(`${name} is broken over lines`);
  }
  for (const [name, one] of buttons) if (one.scrollWidth > one.clientWidth + 1) faults.push(`${name} is cut`);
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is too wide");
  return faults;
}"""
# The share of the calm line that can be seen, and how many buttons it covers.
LINE = """() => {
  const line = document.querySelector("[data-notice]");
  line.style.pointerEvents = "auto";
  const { left, top, right, bottom } = line.getBoundingClientRect();
  const places = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y]));
  const seen = places.filter(([x, y]) =>
    document.elementFromPoint(left + x * (right - left), top + y * (bottom - top)) === line);
  const covered = [...document.querySelectorAll(".tools button")].map((one) => one.getBoundingClientRect())
    .filter((one) => left < one.right && right > one.left)
    .filter((one) => Math.min(bottom, one.bottom) - Math.max(top, one.top) > 10);
  return [seen.length / places.length, covered.length];
}"""


def fit(sheet: Sheet, window: str) -> int:
    """Give the page this window; return how wide that is."""
    width, height = WINDOWS[window]
    sheet.page.set_viewport_size({"width": width, "height": height})
    return width


def test_the_buttons_of_ten_stand_whole_beside_each_other_and_its_squares_on_the_page(open_sheet: Open) -> None:
    sheet = open_sheet("/ten")  # English: the longer words of the two languages
    for window in WINDOWS:
        fit(sheet, window)
        assert sheet.page.evaluate(FAULTS) == [], window
    sheet.page.evaluate("() => { for (let i = 0; i < 9; i++) document.querySelector('[data-next]').click(); }")
    sheet.page.locator(".by-keys summary").click()
    for window in WINDOWS:
        width = fit(sheet, window)
        assert sheet.page.evaluate(FAULTS) == [], (window, "with the longest words, and the squares")
        box = sheet.page.locator("[data-grid]").bounding_box()
        assert box is not None
        assert -1 <= box["x"] and box["x"] + box["width"] <= width + 1, window


def test_trouble_is_seen_and_covers_no_button_for_either_hand(open_sheet: Open) -> None:
    sheet = open_sheet(locale="ja-JP")  # the wider words on the pad
    sheet.page.route(PREDICT, lambda route: route.abort())
    sheet.mouse([[(0.4, 0.3), (0.6, 0.3)]])
    sheet.wait("() => document.querySelector('[data-notice]').textContent !== ''")
    for hand in ("right", "left"):
        for window in WINDOWS:
            fit(sheet, window)
            sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
            assert sheet.page.evaluate(FAULTS) == [], (window, hand)
            assert sheet.page.evaluate(LINE) == [1, 0], (window, hand)
        sheet.switch("hand")
