"""Firefox too: every page opens in it, whole and without an error; it draws with mouse and finger, and is read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import serving

pytestmark = pytest.mark.deploy

HERE = Path(__file__).parent / "firefox"
TEN = Path(__file__).parents[1] / "browser" / "ten.jsonl"
PATIENCE = 240  # s for the whole tour, a slow machine's too; it takes twenty
NAMES = (os.environ.get("FIREFOX", ""), "firefox-esr", "firefox")
FIREFOX = next((path for name in NAMES if name and (path := shutil.which(name))), None)

if not FIREFOX or not (HERE / "node_modules").exists():
    reason = "NOTHING IS TESTED IN FIREFOX: it is not here, or not what drives it; see tests/deploy/get-firefox.sh"
    if os.environ.get("CI") == "true":
        raise RuntimeError(reason)
    pytest.skip(reason, allow_module_level=True)


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What a tour through the program saw."""
    with serving() as address:
        command = ["node", HERE / "smoke.mjs", FIREFOX, address, TEN]
        toured = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert toured.returncode == 0, toured.stderr
    tour: dict[str, Any] = json.loads(toured.stdout)
    return tour


def test_it_is_firefox_that_looks(seen: dict[str, Any]) -> None:
    assert seen["version"].startswith("firefox/")


def test_every_page_opens_fits_and_logs_nothing(seen: dict[str, Any]) -> None:
    assert {"/", "/map", "/ten", "/teach", "/lesson", "/report"} <= set(seen["pages"])
    for path, page in seen["pages"].items():
        assert (page["status"], page["logged"]) == (200, []), path
        assert page["heading"] and page["overflow"] <= 0, path


def test_the_digits_of_the_map_are_painted(seen: dict[str, Any]) -> None:
    assert seen["map"]


def test_it_draws_with_mouse_and_finger_and_is_read(seen: dict[str, Any]) -> None:
    assert seen["drawn"] == {"mouse": {"meant": "4", "read": "4"}, "finger": {"meant": "7", "read": "7"}}
    assert seen["logged"] == []


def test_it_says_why(seen: dict[str, Any]) -> None:
    assert seen["reasons"] > 0


def test_ten_digits_and_the_lesson_are_read_too(seen: dict[str, Any]) -> None:
    assert seen["ten"] == ["right", "right", *["skipped"] * 8]
    assert seen["lesson"].endswith("prepared: reads 7")


def test_the_lesson_is_presented(seen: dict[str, Any]) -> None:
    assert seen["slide"].startswith("2 / ")
