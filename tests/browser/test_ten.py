"""Ten digits, one after another: written with a mouse or with keys alone, read at the end, and saved by the browser."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Route

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import STRIDE, TEN, Sheet
from tests.browser.test_looks import LOCALES
from tests.browser.test_screens import SCREENS, show

WRONG_RED = (179, 49, 27)


@pytest.fixture
def ten(open_sheet: Open) -> Iterator[Sheet]:
    sheet = open_sheet("/ten")
    wrong: list[str] = []
    sheet.page.on("pageerror", lambda error: wrong.append(str(error)))
    yield sheet
    assert wrong == []


def prompt(sheet: Sheet) -> str:
    return sheet.page.locator("[data-prompt]").inner_text()


def states(sheet: Sheet) -> list[str]:
    return [item.get_attribute("data-state") or "" for item in sheet.page.locator("[data-row] li").all()]


def heard(sheet: Sheet) -> list[str]:
    """What a screen reader says of the row."""
    return sheet.page.locator("[data-row] li .unseen").all_inner_texts()


def finish(sheet: Sheet) -> None:
    sheet.page.wait_for_selector('[data-ten][data-state="read"]')


def write(sheet: Sheet, digits: str) -> None:
    """Write these in turn; a dash skips one."""
    for digit in digits:
        if digit != "-":
            sheet.mouse(TEN[digit])
        sheet.click("next")
    finish(sheet)


def test_ten_digits_written_are_ten_digits_read(ten: Sheet) -> None:
    write(ten, "0123456789")
    assert prompt(ten) == "10 of 10 read right"
    assert states(ten) == ["right"] * 10
    assert heard(ten)[7] == "7: read right"


def test_wrong_and_skipped_ones_are_marked_without_colour_too(ten: Sheet) -> None:
    write(ten, "01-39-----")
    marks = ten.page.locator("[data-row] .read").all_inner_texts()
    assert prompt(ten) == "3 of 4 read right"
    assert marks[:5] == ["0 ✓", "1 ✓", "\N{EN DASH}", "3 ✓", "9 ✗"]
    assert heard(ten)[2:5] == ["2: skipped", "3: read right", "4: read as 9"]


def test_nothing_at_all_is_no_failure(ten: Sheet) -> None:
    write(ten, "----------")
    assert prompt(ten) == "Nothing was written"
    assert [request for request in ten.asked if "/predict" in request.url] == []


def test_going_back_finds_the_drawing_as_it_was(ten: Sheet) -> None:
    ten.mouse(TEN["0"])
    ink = ten.ink()
    ten.click("next")
    assert (prompt(ten), ten.ink()) == ("Write a 1", 0)
    ten.click("back")
    assert (prompt(ten), ten.ink()) == ("Write a 0", ink)
    ten.press("Control+z")
    assert ten.ink() == 0


def test_a_stroke_under_way_is_ended_when_the_next_digit_is_asked_for(ten: Sheet) -> None:
    for place, act in [((0.5, 0.2), ten.page.mouse.down), ((0.5, 0.6), ten.page.locator("[data-next]").focus)]:
        ten.page.mouse.move(*ten.at(place)[0])
        act()
    ink = ten.ink()
    ten.press("Enter")
    ten.page.mouse.move(*ten.at((0.9, 0.9))[0])
    ten.page.mouse.up()
    assert (prompt(ten), ten.ink()) == ("Write a 1", 0)
    ten.click("back")
    assert ten.ink() == ink > 0
    ten.mouse([[(0.2, 0.5), (0.8, 0.5)]])
    ten.click("undo")
    assert ten.ink() == ink


def test_a_stroke_takes_over_from_the_squares(ten: Sheet) -> None:
    ten.page.locator("summary").click()
    ten.page.locator("[role=gridcell]").first.focus()
    ten.press("9")
    assert sum(ten.squares()) == 16
    ten.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    assert sum(ten.squares()) == 0
    ten.click("undo")
    assert sum(ten.squares()) == 16


def test_a_change_of_language_keeps_all_drawings_and_the_place(ten: Sheet) -> None:
    ten.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    ink = ten.ink()
    ten.click("next")
    ten.page.locator(".languages button").first.click()
    ten.page.wait_for_selector("html[lang=ja] [data-row] [data-state=drawn]")
    assert "1" in prompt(ten)
    assert states(ten) == ["drawn", *["empty"] * 9]
    ten.click("back")
    assert ten.ink() == ink


def test_the_button_says_what_it_will_do(ten: Sheet) -> None:
    button = ten.page.locator("[data-next]")
    assert button.inner_text() == "Skip"
    ten.mouse(TEN["0"])
    assert button.inner_text() == "Next"
    for _ in range(9):
        ten.click("next")
    assert button.inner_text() == "See the answers"


def test_nothing_is_asked_before_the_end(ten: Sheet) -> None:
    ten.mouse(TEN["0"])
    ten.click("next")
    ten.mouse(TEN["1"])
    assert ten.asked == []


def test_the_keyboard_alone_takes_the_challenge(ten: Sheet) -> None:
    ten.page.locator("summary").focus()
    ten.press("Enter", "Tab")
    for _ in range(8):
        ten.press("ArrowRight", "ArrowRight", "ArrowRight", "Space", "ArrowRight", "Space", "Home", "ArrowDown")
    assert ten.squares()[3:5] == [16, 16]
    ten.page.locator("[data-next]").focus()
    ten.press(*["Enter"] * 10)
    finish(ten)
    assert prompt(ten).endswith("of 1 read right")
    assert states(ten)[1:] == ["skipped"] * 9


def test_a_reader_that_is_away_is_waited_for(ten: Sheet) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    ten.page.route("**/predict", refuse)
    ten.mouse(TEN["0"])
    for _ in range(10):
        ten.click("next")
    ten.notice("The reader is away")
    ten.page.unroute("**/predict", refuse)
    finish(ten)
    ten.quiet()
    assert states(ten)[0] == "right"


def test_the_picture_to_save_shows_the_row_and_its_slips_in_red(ten: Sheet, tmp_path: Path) -> None:
    write(ten, "01239-----")
    with ten.page.expect_download() as download:
        ten.click("save")
    assert download.value.suggested_filename == "ten-digits.png"
    download.value.save_as(tmp_path / "ten.png")
    picture = Image.open(io.BytesIO((tmp_path / "ten.png").read_bytes())).convert("RGB")
    assert picture.width > 5 * picture.height
    columns = [
        x for x in range(picture.width) if WRONG_RED in [picture.getpixel((x, y)) for y in range(picture.height)]
    ]
    assert 0.4 * picture.width < min(columns) < max(columns) < 0.5 * picture.width


def test_again_begins_with_an_empty_row(ten: Sheet) -> None:
    write(ten, "0---------")
    ten.click("again")
    assert (prompt(ten), states(ten), ten.ink()) == ("Write a 0", ["empty"] * 10, 0)


@pytest.mark.parametrize("locale", LOCALES)
def test_sheet_and_buttons_fit_every_screen(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet("/ten", locale=locale)
    for screen in SCREENS:
        width, height = show(sheet, screen)
        for name in ("sheet", "next", "back", "undo"):
            place: Any = sheet.page.locator(f"[data-{name}]").bounding_box()
            assert place["x"] >= 0 and place["x"] + place["width"] <= width, (screen, name, place)
            assert place["y"] + place["height"] <= height, (screen, name, place)
        assert sheet.page.evaluate("document.documentElement.scrollWidth") <= width, screen


@pytest.mark.parametrize("locale", LOCALES)
def test_everybody_can_use_it(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet("/ten", locale=locale, viewport=PHONE)
    sheet.page.locator("summary").click()
    assert_accessible(sheet.page)
    write(sheet, "09--------")
    assert_accessible(sheet.page)
