"""Whatever becomes of the server, drawing goes on, one calm line says what is up, and it passes by itself."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Open
from tests.browser.replies import PREDICT, release, reply, says
from tests.browser.serving import free_port, serving
from tests.browser.sheet import TEN, Sheet

SLOW = 2500  # ms: longer than a server may take before that is told
PAUSE = 2000  # ms: longer than the first pauses before a new try
TROUBLE = {
    "500": (says('{"error": {"code": "internal", "message": "x"}}', 500), "I can’t hear you"),
    "garbage": (says("<h1>Welcome to the hotel's network</h1>"), "I can’t hear you"),
    "half an answer": (says('{"digit": 7}'), "I can’t hear you"),
    "cut line": (lambda route: route.abort(), "I can’t hear you"),
    "429": (says("{}", 429, **{"Retry-After": "1"}), "So many are drawing"),
    "429 with garbage": (says("Slow down!", 429), "I can’t hear you"),
}


@pytest.mark.slow
def test_trouble_is_told_calmly_and_passes_by_itself(timed: Sheet) -> None:
    for case, (server, line) in TROUBLE.items():
        timed.page.route(PREDICT, server)
        timed.mouse([[(0.5, 0.2), (0.5, 0.8)]])
        timed.notice(line)
        one = timed.ink()
        timed.mouse([[(0.2, 0.5), (0.8, 0.5)]])
        assert timed.ink() > one, f"{case}: drawing goes on"
        timed.page.unroute(PREDICT)
        timed.pass_time(PAUSE)
        timed.answer()
        timed.quiet()
        timed.click("clear")


def test_a_busy_server_is_left_alone_for_as_long_as_it_asked(timed: Sheet) -> None:
    timed.page.route(PREDICT, says("{}", 429, **{"Retry-After": "60"}))
    timed.mouse([[(0.5, 0.2), (0.5, 0.8)]])
    timed.notice("So many are drawing")

    def draw_on() -> None:
        timed.mouse([[(0.2, 0.5), (0.8, 0.5)]])
        for _ in range(4):
            timed.pass_time(10_000)
            timed.ink()  # a question would be painted in the meantime
        assert len(timed.asked) == before, "asked again after 40 s"
        with timed.page.expect_request(PREDICT):
            timed.pass_time(20_000)

    before = len(timed.asked)
    assert len(timed.asked_while(draw_on)) == 1


def test_a_slow_server_is_told_of_until_it_is_quick_again(timed: Sheet) -> None:
    held: list[Route] = []
    timed.page.route(PREDICT, lambda route: held.append(route))
    with timed.page.expect_request(PREDICT):
        timed.mouse([[(0.5, 0.5)]])
    timed.pass_time(SLOW)
    timed.notice("I’m thinking a little longer")
    held[0].fulfill(body=reply(1))
    timed.reads("1")
    timed.notice("I’m thinking a little longer")
    release(timed, held[1:], reply(2))
    timed.mouse([[(0.5, 0.6)]])
    timed.reads("2")
    timed.quiet()


def test_the_server_goes_and_comes_back(open_sheet: Open) -> None:
    port = free_port()
    with ExitStack() as first:
        sheet = open_sheet(base_url=first.enter_context(serving(port)))
    sheet.mouse(TEN["7"])
    sheet.notice("I can’t hear you")
    drawn = sheet.ink()
    with serving(port):
        sheet.answer()
        sheet.quiet()
    assert sheet.ink() == drawn
