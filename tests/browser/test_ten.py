"""Ten digits, one after another: written with a mouse or with keys alone, read at the end, and saved by the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route

from tests.browser.challenge import finish, heard, prompt, states, write
from tests.browser.conftest import Open
from tests.browser.sheet import TEN, Sheet


@pytest.fixture
def ten(open_sheet: Open) -> Iterator[Sheet]:
    sheet = open_sheet("/ten")
    yield sheet
    assert sheet.wrong == []


def test_ten_digits_written_are_ten_digits_read_at_the_end(ten: Sheet) -> None:
    asked: list[int] = []
    write(ten, "0123456789", before_the_end=lambda: asked.append(len(ten.asked)))
    assert asked == [0], "nothing is asked before the end"
    assert len(ten.asked) == 10
    assert prompt(ten) == "10 of 10 read right"
    assert states(ten) == ["right"] * 10
    assert heard(ten)[7] == "7: read right"


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
    ten.page.locator(".by-keys summary").click()
    ten.page.locator("[role=gridcell]").first.focus()
    ten.press("9")
    assert sum(ten.squares()) == 16
    ten.mouse([[(0.5, 0.2), (0.5, 0.8)]])
    assert sum(ten.squares()) == 0
    ten.click("undo")
    assert sum(ten.squares()) == 16


def test_a_change_of_language_keeps_all_drawings_and_the_place(ten: Sheet) -> None:
    ten.mouse([[(0.5, 0.2), (0.5, 0.8)]])
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


def test_skip_is_quiet_and_next_is_not(ten: Sheet) -> None:
    button = ten.page.locator("[data-next]")
    assert "first" not in (button.get_attribute("class") or "").split()
    ten.mouse(TEN["0"])
    assert "first" in (button.get_attribute("class") or "").split()


def test_enter_goes_on_and_presses_what_has_the_focus(ten: Sheet) -> None:
    ten.mouse(TEN["0"])
    ten.press("Enter")
    assert prompt(ten) == "Write a 1"
    ten.page.locator("[data-back]").focus()
    ten.press("Enter")
    assert prompt(ten) == "Write a 0"
    ten.page.locator(".by-keys summary").focus()
    ten.press("Enter")
    assert prompt(ten) == "Write a 0"


def test_who_likes_is_asked_for_the_next_digit_when_the_pen_rests(open_sheet: Open) -> None:
    ten = open_sheet("/ten", clock=True)
    ten.mouse(TEN["0"])
    ten.pass_time(10_000)
    assert prompt(ten) == "Write a 0", "not unless it is wanted"
    ten.page.locator("[data-auto]").check()
    ten.mouse([[(0.2, 0.2), (0.3, 0.3)]])
    ten.pass_time(1200)  # of two seconds: the page's clock also runs by itself while the pen is led
    ten.mouse([[(0.4, 0.4), (0.5, 0.5)]])
    ten.pass_time(1200)
    assert prompt(ten) == "Write a 0", "the second stroke of a digit is waited for"
    ten.pass_time(900)
    assert prompt(ten) == "Write a 1"
    ten.pass_time(10_000)
    assert prompt(ten) == "Write a 1", "nothing is drawn"
    ten.page.reload()
    assert ten.page.locator("[data-auto]").is_checked()


def test_the_keyboard_alone_takes_the_challenge(ten: Sheet) -> None:
    ten.page.locator(".by-keys summary").focus()
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
    ten.notice("I can’t hear you")
    ten.page.unroute("**/predict", refuse)
    finish(ten)
    ten.quiet()
    assert states(ten)[0] == "right"
