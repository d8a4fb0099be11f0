"""Whatever becomes of the server, drawing goes on, one calm line says what is up, and it passes by itself."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Open
from tests.browser.replies import PREDICT, release, reply, says
from tests.browser.serving import free_port, serving
from tests.browser.sheet import STRIDE, TEN, Sheet

TROUBLE = {
    "500": (says('{"error": {"code": "internal", "message": "x"}}', 500), "The reader is away"),
    "garbage": (says("<h1>Welcome to the hotel's network</h1>"), "The reader is away"),
    "json of another kind": (says("[]"), "The reader is away"),
    "half an answer": (says('{"digit": 7}'), "The reader is away"),
    "a digit that is none": (says(reply(digit=7).replace('"digit": 7', '"digit": 99')), "The reader is away"),
    "cut line": (lambda route: route.abort(), "The reader is away"),
    "429": (says("{}", 429, **{"Retry-After": "1"}), "Many are drawing just now"),
    "429 with garbage": (says("Slow down!", 429), "The reader is away"),
}


@pytest.mark.parametrize("case", TROUBLE)
def test_trouble_is_told_calmly_and_passes_by_itself(sheet: Sheet, case: str) -> None:
    server, line = TROUBLE[case]
    sheet.page.route(PREDICT, server)
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    sheet.notice(line)
    one = sheet.ink()
    sheet.mouse([[(0.2, 0.5), (0.8, 0.5)]], STRIDE)
    assert sheet.ink() > one, "drawing goes on"
    sheet.page.unroute(PREDICT)
    sheet.answer()
    sheet.quiet()


def test_a_busy_server_is_left_alone_for_as_long_as_it_asked(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says("{}", 429, **{"Retry-After": "60"}))
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    sheet.notice("Many are drawing")
    asked = sheet.asked_while(lambda: sheet.mouse([[(0.2, 0.5), (0.8, 0.5)]], STRIDE))
    assert asked == []


def test_a_slow_server_is_told_of_until_it_is_quick_again(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.notice("The reader is taking its time")
    held[0].fulfill(body=reply(1))
    sheet.reads("1")
    sheet.notice("The reader is taking its time")
    release(sheet, held[1:], reply(2))
    sheet.mouse([[(0.5, 0.6)]])
    sheet.reads("2")
    sheet.quiet()


def test_the_server_goes_and_comes_back(open_sheet: Open) -> None:
    port = free_port()
    with ExitStack() as first:
        sheet = open_sheet(base_url=first.enter_context(serving(port)))
    sheet.mouse(TEN["7"])
    sheet.notice("The reader is away")
    drawn = sheet.ink()
    with serving(port):
        sheet.answer()
        sheet.quiet()
    assert sheet.ink() == drawn
