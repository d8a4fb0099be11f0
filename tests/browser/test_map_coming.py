"""The map comes whole or says that it cannot: its parts, a frame after another, and its digits, painted by a thread."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import LOCALES, Open
from tests.browser.sheet import Sheet

MAP = re.compile(r"/(script/map\.js|script/map-thread\.js|map\.json|map\.png)")
READY = "() => document.querySelector('[data-map-wait]').hidden"
# A thread paints it: the page may look at it by a copy alone.
PAINTED = """() => {
  const { width, height } = document.querySelector("[data-map-digits]");
  const copy = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  copy.drawImage(document.querySelector("[data-map-digits]"), 0, 0);
  return copy.getImageData(0, 0, width, height).data.some(Boolean);
}"""
WATCH_ALL_SHIFTS = """() => {
  window.shifts = 0;
  const count = (list) => { shifts += list.getEntries().length; };
  new PerformanceObserver(count).observe({ type: "layout-shift", buffered: true });
}"""


def test_a_thread_paints_its_digits(sheet: Sheet) -> None:
    sheet.page.goto("/map")
    sheet.wait(PAINTED)
    assert [MAP.search(thread.url)[1] for thread in sheet.page.workers] == ["script/map-thread.js"]


def test_the_page_paints_them_where_no_thread_may(sheet: Sheet) -> None:
    sheet.page.add_init_script("delete HTMLCanvasElement.prototype.transferControlToOffscreen")
    sheet.page.goto("/map")
    sheet.wait(PAINTED)
    assert sheet.page.workers == []


def test_the_page_paints_them_where_the_threads_script_cannot_be_had(sheet: Sheet) -> None:
    sheet.page.route("**/map-thread.js*", lambda route: route.abort())
    sheet.page.goto("/map")
    sheet.wait(PAINTED)


@pytest.mark.parametrize("part", ["script/map-room.js", "map.json"])
def test_its_page_says_what_it_could_not_fetch_and_fetches_it_again(timed: Sheet, part: str) -> None:
    timed.page.route(f"**/{part}*", lambda route: route.abort())
    timed.page.goto("/map")
    timed.page.clock.run_for(100)
    timed.wait("() => document.querySelector('[data-map-wait]').textContent.startsWith('I can’t fetch the map')")
    timed.page.unroute_all()
    timed.page.clock.run_for(5000)
    timed.wait(READY)


@pytest.mark.parametrize("locale", LOCALES)
def test_parts_of_its_page_come_frames_later_and_move_nothing(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet("/health", locale=locale, reduced_motion="no-preference")
    sheet.page.goto("/map")
    sheet.page.evaluate(WATCH_ALL_SHIFTS)
    sheet.wait(READY)
    sheet.wait(PAINTED)
    for part in (".map-page main", ".map-words", ".languages [lang^=ja]"):
        sheet.wait("(part) => getComputedStyle(document.querySelector(part)).contentVisibility === 'visible'", part)
    assert sheet.page.evaluate("shifts") == 0
