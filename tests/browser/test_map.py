"""The map of all digits: below the pad once somebody has drawn, and large on a page of its own."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import LOCALES, Open
from tests.browser.replies import ANSWER, PREDICT, says
from tests.browser.sheet import FRAMES, TEN, Sheet
from tests.browser.test_map_coming import MAP, PAINTED, READY
from tests.browser.test_screens import assert_within, show

FITTED = [
    "phone",
    "usual phone",
    "smallest tablet",
    "portrait tablet",
    "small landscape tablet",
    "wide landscape tablet",
    "laptop",
    "1080p",
]
WEIGHT = 60_000  # bytes, compressed, of all that the map brings to the pad
PARTS = ["map.json", "map.png", "script/map-thread.js", "script/map.js"]
CHANGED = "(said) => document.querySelector('[data-map-chosen]').textContent !== said"
NEAR = "(digit) => document.querySelector('[data-map-nearest] td:nth-child(2)').textContent === digit"
FILLED = "() => document.querySelector('[data-map-nearest] td:nth-child(4)').textContent !== '\u2013'"
PICTURED = """() => {
  const canvas = document.querySelector("[data-map-nearest] canvas");
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
}"""
WATCH_SHIFTS = """() => {
  window.shifted = [];
  const isOurs = ({ node }) => node?.closest?.(".map-section, .footer");
  new PerformanceObserver((list) => {
    const sources = list.getEntries().flatMap(({ sources }) => sources);
    shifted.push(...sources.filter(isOurs).map(({ node }) => node.outerHTML));
  }).observe({ type: "layout-shift", buffered: true });
}"""
# Counts the frames in which something moves on the map.
COUNT_FRAMES = """() => {
  window.painted = 0;
  const context = document.querySelector("[data-map-plane]").getContext("2d");
  const { clearRect } = context;
  context.clearRect = (...place) => {
    window.painted++;
    clearRect.apply(context, place);
  };
}"""
# How red the map is where a place of it lies, 0..1: the visitor's dot is in the seal's colour.
DOT = """([x, y]) => {
  const canvas = document.querySelector("[data-map-plane]");
  const [left, top] = [x, y].map((share) => Math.round((0.025 + 0.95 * share) * canvas.width));
  const { data } = canvas.getContext("2d").getImageData(left - 8, top - 8, 16, 16);
  let seal = 0;
  for (let i = 0; i < data.length; i += 4) seal += data[i] > 150 && data[i + 1] < 100 && data[i + 3] > 200;
  return seal / 256;
}"""


def placed(digit: int, x: float, y: float, **more: object) -> str:
    """The body of an answer with its place on the map."""
    nearest = [{"index": digit + 10 * index, "label": digit, "distance": 9} for index in range(3)]
    shares = [float(one == digit) for one in range(10)]
    facts = {"digit": digit, "confidence": 1, "probabilities": shares, "map": {"x": x, "y": y, "nearest": nearest}}
    return json.dumps(ANSWER | facts | more)


def rows(sheet: Sheet) -> list[list[str]]:
    """The table's rows, without their pictures."""
    found = sheet.page.locator("[data-map-nearest] tr")
    return [row.locator("td").all_inner_texts()[1:] for row in found.all()]


def grown(text: str, *parts: str) -> int:
    """How many bytes, compressed, these parts add to a text that has them."""
    without = text
    for part in parts:
        assert part in without
        without = without.replace(part, "")
    return len(gzip.compress(text.encode())) - len(gzip.compress(without.encode()))


def test_it_comes_below_the_pad_once_somebody_has_drawn_and_moves_nothing(open_sheet: Open) -> None:
    replies: list[Response] = []
    sheet = open_sheet("/health")
    sheet.page.on("response", lambda reply: replies.append(reply) if MAP.search(reply.url) else None)
    sheet.page.goto("/", wait_until="networkidle")
    sheet.page.evaluate(WATCH_SHIFTS)
    assert replies == []
    sheet.mouse(TEN["3"])
    sheet.wait(READY)
    sheet.wait(FILLED)
    sheet.wait(PICTURED)
    assert sorted(MAP.search(reply.url)[1] for reply in replies) == PARTS
    fetched = sum(len(gzip.compress(reply.body())) for reply in replies)
    page, style = (sheet.page.request.get(path).text() for path in ("/", "/style/pad.css"))
    section = re.search(r'(?s)<section class="map-section.*</section>\s*<script.*?data-map-words.*?</script>', page)[0]
    looks = [sheet.page.request.get(f"/static/css/{name}.css").text() for name in ("map", "map-section")]
    assert fetched + grown(page, section) + grown(style, *looks) <= WEIGHT
    assert [written for written, *_ in rows(sheet)].count("3") >= 3
    assert sheet.page.locator("[data-map-place]").inner_text().startswith("Its five neighbours: ")
    assert sheet.page.evaluate("shifted") == []
    assert all("explain" in request.url and "map" in request.url for request in sheet.asked)
    sheet.page.locator('.map-section a[href="/map"]').click()
    sheet.page.wait_for_url("**/map")
    sheet.wait(FILLED)
    assert sheet.ink() > 0.01  # the drawing came along
    sheet.page.locator('.pages a[href="/"]').click()
    assert sheet.answer() == "3"
    assert sheet.wrong == []


def test_the_dot_travels_while_the_digit_is_drawn(open_sheet: Open) -> None:
    sheet = open_sheet("/map", reduced_motion="no-preference")
    sheet.wait(READY)
    sheet.page.evaluate(COUNT_FRAMES)
    sheet.page.route(PREDICT, says(placed(3, 0.2, 0.2)))
    sheet.mouse([[(0.3, 0.3), (0.6, 0.3)]])
    sheet.wait(f"() => ({DOT})([0.2, 0.2]) > 0.3")
    sheet.wait(NEAR, "3")
    sheet.page.route(PREDICT, says(placed(5, 0.8, 0.6)))
    before = sheet.page.evaluate("painted")
    sheet.page.mouse.move(*sheet.at((0.3, 0.6))[0])
    sheet.page.mouse.down()
    sheet.page.mouse.move(*sheet.at((0.6, 0.6))[0])
    sheet.wait(f"() => ({DOT})([0.8, 0.6]) > 0.3")  # the pen is still down
    assert sheet.page.evaluate("painted") - before > 3
    assert rows(sheet)[0][0] == "3"  # words wait for the finished stroke
    sheet.page.mouse.up()
    sheet.wait(NEAR, "5")
    sheet.click("clear")
    sheet.page.evaluate(FRAMES)
    assert sheet.page.evaluate(DOT, [0.8, 0.6]) == 0
    assert rows(sheet) == [["\N{EN DASH}"] * 3] * 5
    assert sheet.wrong == []


def test_those_who_want_no_motion_see_it_jump_and_what_is_no_digit_is_hollow(open_sheet: Open) -> None:
    sheet = open_sheet("/map")
    sheet.wait(READY)
    sheet.page.route(PREDICT, says(placed(3, 0.2, 0.2)))
    sheet.mouse([[(0.3, 0.3)]])
    sheet.wait(f"() => ({DOT})([0.2, 0.2]) > 0.3")
    sheet.wait(NEAR, "3")
    sheet.page.evaluate(COUNT_FRAMES)
    sheet.page.route(PREDICT, says(placed(5, 0.8, 0.6, is_digit=False)))
    sheet.mouse([[(0.6, 0.3)]])
    sheet.wait("() => document.querySelector('[data-map-place]').textContent.startsWith('Nothing here')")
    sheet.page.evaluate(FRAMES)
    assert 0 < sheet.page.evaluate(DOT, [0.8, 0.6]) < 0.3
    assert sheet.page.evaluate("painted") <= 2


def test_each_digit_says_what_it_is_by_finger_and_by_key(open_sheet: Open) -> None:
    sheet = open_sheet("/map", has_touch=True)
    sheet.wait(READY)
    place = sheet.page.locator("[data-map-plane]").bounding_box()
    chosen = sheet.page.locator("[data-map-chosen]")
    assert place
    session = sheet.page.context.new_cdp_session(sheet.page)
    said = chosen.inner_text()
    for step in range(7):
        point = {"x": place["x"] + place["width"] * (0.15 + 0.1 * step), "y": place["y"] + place["height"] * 0.62}
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        if step % 3 == 0:
            sheet.wait(CHANGED, said)
            said = chosen.inner_text()
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    sheet.page.locator("[data-map-plane]").focus()
    sheet.press("ArrowUp")
    sheet.wait(CHANGED, said)
    assert re.fullmatch(r"Number \d+: an? \d.*I read an? \d\.", chosen.inner_text())


@pytest.mark.parametrize("locale", LOCALES)
def test_map_and_sheet_fit_the_screen(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet("/map", locale=locale)
    for screen in FITTED:
        show(sheet, screen)
        assert_within(sheet, screen, ".map", ".sheet")


def test_without_the_map_the_pad_says_so_and_reads_on(sheet: Sheet) -> None:
    sheet.page.route("**/map.json*", lambda route: route.abort())
    sheet.mouse(TEN["7"])
    assert sheet.answer() == "7"
    sheet.wait("() => document.querySelector('[data-map-wait]').textContent.startsWith('I can’t fetch')")
    sheet.page.unroute_all()
    sheet.page.route("**/map.png*", lambda route: route.abort())  # then each digit is its name
    sheet.mouse([[(0.2, 0.9)]])
    sheet.wait(READY)
    sheet.wait(PAINTED)
