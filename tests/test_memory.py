"""A server that has read photos is about as small as one that has not."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.pictures import encoded, seven
from tests.running import Running

pytestmark = pytest.mark.slow

PHOTO = encoded(seven(1200).resize((2400, 2400)).convert("RGB"), "JPEG")
LARGE = encoded(seven(1024).resize((2048, 2048)).convert("RGB"), "WEBP")
MOST, MORE = 150, 150  # MiB: that it may hold after photos, and more while it reads large ones at once


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a process's memory in /proc")
def test_what_photos_took_is_given_back():
    server = Running(RATE_LIMITS="off")
    assert {server.predict(PHOTO) for _ in range(20)} == {7}
    after_photos = server.resident()
    with ThreadPoolExecutor(4) as visitors:
        assert set(visitors.map(server.predict, [LARGE] * 12)) == {7}
    peak = server.resident("VmHWM")
    assert server.end()[0] == 0
    assert after_photos <= MOST
    assert peak <= after_photos + MORE
