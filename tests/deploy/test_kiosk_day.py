"""A part of a kiosk's day; `python -m tests.browser.kiosk_day` is the whole of it."""

from __future__ import annotations

import pytest

from tests.browser.chromium import launched
from tests.browser.kiosk_day import GROWTH, live_through
from tests.running import Running

pytestmark = pytest.mark.deploy

DRAWINGS = 1000  # the day has twenty times as many, and a closer bound
WARMING = 1.25  # times what the page held when it was warm: it still fills its caches


def test_a_kiosk_goes_through_many_visitors_without_an_error_and_does_not_grow() -> None:
    server = Running(RATE_LIMITS="off")
    try:
        with launched() as browser:
            *_, day = live_through(browser, server, DRAWINGS)
    finally:
        server.end()
    assert day.wrong == []
    assert day.drawings == DRAWINGS and day.visitors > 10
    assert day.growth(day.heap) < WARMING and day.growth(day.nodes) < GROWTH and day.growth(day.server) < GROWTH
