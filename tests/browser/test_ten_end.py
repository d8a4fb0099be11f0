"""The end of the challenge: ten answers on the screen and on a card, and why each was given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.challenge import heard, prompt, states, write
from tests.browser.conftest import Open
from tests.browser.sheet import Sheet

WRONG_RED = (179, 49, 27)


@pytest.fixture
def ten(open_sheet: Open) -> Iterator[Sheet]:
    sheet = open_sheet("/ten")
    yield sheet
    assert sheet.wrong == []


@pytest.mark.slow
def test_nothing_at_all_is_no_failure(ten: Sheet) -> None:
    write(ten, "----------")
    assert prompt(ten) == "Nothing was written"
    assert ten.asked == []


def test_wrong_and_skipped_ones_are_marked_without_colour_and_in_red_on_the_card_to_keep(
    ten: Sheet, tmp_path: Path
) -> None:
    write(ten, "01-39-----")
    marks = ten.page.locator("[data-row] .read").all_inner_texts()
    assert prompt(ten) == "3 of 4 read right"
    assert marks[:5] == ["0 ✓", "1 ✓", "\N{EN DASH}", "3 ✓", "9 → 4"]
    assert heard(ten)[2:5] == ["2: skipped", "3: read right", "4: read as 9"]
    with ten.page.expect_download() as download:
        ten.click("save")
    assert download.value.suggested_filename == "ten-digits.png"
    download.value.save_as(tmp_path / "ten.png")
    picture = Image.open(tmp_path / "ten.png").convert("RGB")
    assert picture.size == (1200, 630)
    red = [(x, y) for x in range(1200) for y in range(630) if picture.getpixel((x, y)) == WRONG_RED]
    assert all(x > 960 and y < 413 for x, y in red), "the fifth of the first row alone"
    assert any(y > 350 for _, y in red), "what is below it too"
    ten.click("again")
    assert (prompt(ten), states(ten), ten.ink()) == ("Write a 0", ["empty"] * 10, 0)


# The last tile and the buttons below it, and the largest share of either side that the ten tiles take together.
FILLED = """() => {
  const tiles = [...document.querySelectorAll(".tile canvas")].map((one) => one.getBoundingClientRect());
  const wide = Math.max(...tiles.map((one) => one.right)) - Math.min(...tiles.map((one) => one.left));
  const high = Math.max(...tiles.map((one) => one.bottom)) - Math.min(...tiles.map((one) => one.top));
  const below = document.querySelector("[data-again]").getBoundingClientRect().bottom;
  return { share: Math.max(wide / innerWidth, high / innerHeight), below: below / innerHeight };
}"""


# Whether the tile that is explained lies above the panel that explains it.
UNCOVERED = """() => {
  const [tile, panel] = ["[aria-expanded=true]", "[data-reasons]"].map((one) => document.querySelector(one));
  return tile.getBoundingClientRect().bottom <= panel.getBoundingClientRect().top;
}"""


@pytest.mark.slow
def test_the_tiles_fill_the_screen_and_one_that_is_tapped_says_why(ten: Sheet) -> None:
    write(ten, "0-2------9")
    for width, height in [(390, 844), (820, 1180), (1180, 820), (1920, 1080)]:
        ten.page.set_viewport_size({"width": width, "height": height})
        seen = ten.page.evaluate(FILLED)
        assert seen["share"] > 0.55 and seen["below"] <= 1, (width, height, seen)
    tiles = ten.page.locator("[data-row] .tile")
    assert [tile.is_enabled() for tile in tiles.all()[:3]] == [True, False, True]
    panel = ten.page.locator("[data-reasons]")
    for digit in (0, 2):
        tiles.nth(digit).click()
        ten.page.wait_for_selector(f"[data-row] li:nth-child({digit + 1}) [aria-expanded=true]")
        assert str(digit) in panel.locator("h2").inner_text()
        assert panel.is_visible()
    assert tiles.nth(0).get_attribute("aria-expanded") == "false"
    for width, height in [(844, 390), (1180, 820), (390, 844)]:
        ten.page.set_viewport_size({"width": width, "height": height})
        assert ten.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    tiles.nth(9).click()
    ten.page.wait_for_selector("[data-row] li:nth-child(10) [aria-expanded=true]")
    ten.wait(UNCOVERED)
    tiles.nth(9).click()
    assert not panel.is_visible()
