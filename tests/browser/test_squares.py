"""The 64 squares are another way in: by keyboard, mouse and finger, and the answer follows."""

from __future__ import annotations

import json
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import TEN, Sheet
from tests.shapes import SHAPES, enlarged, squares_of

BY_KEYBOARD = ["1 with flag and foot", "7 crossed"]


def stand(sheet: Sheet) -> tuple[int, int]:
    """The row and column of the square that has the focus."""
    index = sheet.page.evaluate("[...document.querySelectorAll('[role=gridcell]')].indexOf(document.activeElement)")
    return divmod(index, 8)


@pytest.fixture
def squares(sheet: Sheet) -> Sheet:
    sheet.page.locator("[role=gridcell]").first.focus()
    return sheet


def type_shape(sheet: Sheet, rows: list[list[int]]) -> None:
    """Set these squares by keyboard, from the first square on."""
    for row in rows:
        for square in row:
            sheet.press(*(["Space"] if square else []), "ArrowRight")
        sheet.press("Home", "ArrowDown")


@pytest.mark.parametrize("name", BY_KEYBOARD)
def test_the_keyboard_alone_draws_a_digit_anywhere_and_hears_the_answer(squares: Sheet, name: str) -> None:
    type_shape(squares, squares_of(SHAPES[name], row=1, column=3))
    squares.wait("digit => document.querySelector('[data-voice]').textContent.includes(digit)", name[0])
    assert squares.answer() == name[0]
    assert squares.squares() == [n for row in squares_of(SHAPES[name], row=1, column=3) for n in row]


def test_what_is_drawn_in_squares_is_sent_as_a_picture_and_shown_on_its_way(squares: Sheet) -> None:
    squares.keep_bodies()
    type_shape(squares, squares_of(SHAPES["7"]))
    squares.reads("7")
    squares.answer()
    sent, wanted = (
        np.asarray(Image.open(BytesIO(b)).convert("L"))
        for b in (squares.last_body(), enlarged(squares_of(SHAPES["7"])))
    )
    assert np.array_equal(sent, wanted)
    squares.page.wait_for_selector('[data-steps][data-state="shown"]')


MOVES = [
    (["ArrowRight", "ArrowDown"], (1, 1)),
    (["ArrowLeft", "ArrowUp"], (0, 0)),
    (["End"], (0, 7)),
    (["End", "ArrowRight", "Home", "ArrowDown"], (1, 0)),
]


def test_keys_move(squares: Sheet) -> None:
    for keys, place in MOVES:
        squares.page.locator("[role=gridcell]").first.focus()
        squares.press(*keys)
        assert stand(squares) == place, keys


def test_the_squares_are_one_stop_for_the_tab_key(squares: Sheet) -> None:
    squares.press("ArrowRight", "ArrowDown", "Tab", "Shift+Tab")
    assert stand(squares) == (1, 1)


CHANGES = [
    (["Space"], 16),
    (["Space", "Space"], 0),
    (["5"], 9),
    (["9"], 16),
    (["0"], 0),
    (["1", "+", "+"], 4),
    (["9", "Delete"], 0),
]


def test_keys_change_a_square(squares: Sheet) -> None:
    for keys, value in CHANGES:
        squares.press(*keys)
        assert squares.squares()[0] == value, keys
        label = squares.page.locator("[role=gridcell]").first.get_attribute("aria-label")
        assert label == f"row 1, column 1: {value}", keys
        squares.press("0")


def test_of_a_drawing_whose_squares_were_changed_the_squares_themselves_are_asked(sheet: Sheet) -> None:
    sheet.mouse(TEN["1"])
    sheet.answer()
    sheet.page.locator("[role=gridcell]").first.focus()
    sheet.press("ArrowDown", "9")
    sheet.answer()
    asked = json.loads(sheet.asked[-1].post_data or "")
    assert [n for row in asked["pixels"] for n in row] == sheet.squares()
    assert asked["pixels"][1][0] == 16
    assert sheet.page.locator('[data-steps][data-state="squares"]').count() == 1


def test_the_mouse_paints_from_square_to_square_as_one_step(sheet: Sheet) -> None:
    cells = sheet.page.locator("[role=gridcell]")
    for index in range(3):
        cells.nth(index).hover()
        if index == 0:
            sheet.page.mouse.down()
    sheet.page.mouse.up()
    assert sheet.squares()[:4] == [16, 16, 16, 0]
    sheet.click("undo")
    assert sheet.squares()[:4] == [0, 0, 0, 0]


def test_a_finger_taps(open_sheet: Open) -> None:
    phone = open_sheet(viewport=PHONE, has_touch=True, is_mobile=True)
    phone.page.locator("[role=gridcell]").nth(9).tap()
    assert phone.squares()[9] == 16
    phone.page.locator("[role=gridcell]").nth(9).tap()
    assert phone.squares()[9] == 0


def test_the_squares_show_what_the_machine_saw_of_a_drawing(sheet: Sheet) -> None:
    sheet.mouse(TEN["1"])
    sheet.answer()
    with sheet.page.expect_response("**/predict?explain=steps*") as heard:
        sheet.mouse([[(0.5, 0.5), (0.55, 0.5)]])
    sheet.answer()
    assert sheet.squares() == [n for row in heard.value.json()["pixels"] for n in row]


def test_a_changed_square_takes_over_from_the_drawing_and_a_stroke_takes_over_again(sheet: Sheet) -> None:
    sheet.mouse(TEN["1"])
    sheet.answer()
    drawn, ink = sheet.squares(), sheet.ink()
    sheet.page.locator("[role=gridcell]").first.focus()
    sheet.press("9")
    sheet.page.wait_for_selector("[data-sheet][data-aside]")
    assert sheet.squares() == [16, *drawn[1:]]
    sheet.mouse([[(0.3, 0.15), (0.7, 0.15)]])
    sheet.page.wait_for_selector("[data-sheet]:not([data-aside])")
    sheet.answer()
    assert sheet.squares()[0] < 16 and sheet.ink() > ink
    sheet.click("undo")
    sheet.click("undo")
    sheet.answer()
    assert (sheet.squares(), sheet.ink()) == (drawn, ink)


def test_squares_changed_before_the_drawing_settled_all_show_their_numbers(sheet: Sheet) -> None:
    """While the pen is down they are only tinted, and the answer to the whole drawing never comes."""
    sheet.page.route("**/predict?explain=steps*", lambda _: None)
    [[first, *rest]] = TEN["1"]
    start, *way = sheet.at(first, *rest)
    sheet.page.mouse.move(*start)
    sheet.page.mouse.down()
    for place in way:
        sheet.page.mouse.move(*place)
    sheet.page.wait_for_selector("[data-grid] [data-live]")
    sheet.page.mouse.up()
    cells = sheet.page.locator("[role=gridcell]")
    cells.first.focus()
    sheet.press("9")
    assert sheet.page.locator("[data-live]").count() == 0
    labels = cells.evaluate_all("all => all.map((cell) => cell.ariaLabel)")
    assert [int(label.split(": ")[1]) for label in labels] == sheet.squares()
    assert sum(sheet.squares()) > 100


def test_emptied_squares_are_no_drawing(squares: Sheet) -> None:
    squares.press("9")
    squares.answer()
    asked = squares.asked_while(lambda: squares.press("0"))
    assert (squares.state(), squares.digit()) == ("empty", "")
    asked += squares.asked_while(lambda: (squares.press("9"), squares.answer()))
    assert len(asked) == 1


LINES = """() => [...document.querySelectorAll("[data-grid] [data-line]")].map((cell) => ({
  label: cell.ariaLabel, drawn: getComputedStyle(cell, "::before").rotate, ink: Number(cell.textContent),
}))"""


def test_each_inked_square_shows_and_says_which_way_the_ink_runs(sheet: Sheet) -> None:
    sheet.mouse([[(0.5, 0.1), (0.5, 0.9)]])
    sheet.answer()
    sheet.page.wait_for_selector("[data-grid] [data-line]")
    lines = sheet.page.evaluate(LINES)
    assert all(line["ink"] for line in lines)
    upright = [line for line in lines if line["label"].endswith(", the ink runs up and down")]
    assert len(upright) >= 6
    assert all(60 < abs(float(line["drawn"].removesuffix("deg"))) <= 90 for line in upright)


def test_the_lines_go_with_the_drawing_that_they_were_measured_in(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    lines = sheet.page.locator("[data-grid] [data-line]")
    lines.first.wait_for()
    sheet.page.locator("[role=gridcell]").first.focus()
    sheet.press("9")
    assert lines.count() == 0
    assert "ink runs" not in "".join(
        sheet.page.locator("[role=gridcell]").evaluate_all("all => all.map((c) => c.ariaLabel)")
    )
    sheet.click("undo")
    lines.first.wait_for()
    sheet.click("clear")
    assert (sum(sheet.squares()), lines.count()) == (0, 0)


GLIMPSE = """() => {
  const canvas = document.querySelector("[data-glimpse]");
  const { data } = canvas.getContext("2d").getImageData(0, 0, 8, 8);
  return Array.from({ length: 64 }, (_, i) => data[4 * i + 3] > 0);
}"""


@pytest.mark.parametrize("screen", [(390, 844), (1180, 820)])
def test_the_squares_are_seen_beside_the_digit_and_a_press_leads_to_the_large_ones(
    open_sheet: Open, screen: tuple[int, int]
) -> None:
    sheet = open_sheet(viewport={"width": screen[0], "height": screen[1]})
    sheet.mouse(TEN["7"])
    sheet.answer()
    assert [number > 0 for number in sheet.squares()] == sheet.page.evaluate(GLIMPSE)
    glimpse = sheet.page.get_by_role("link", name="open them large")
    box = glimpse.bounding_box()
    assert box and box["width"] == pytest.approx(box["height"]) and box["width"] >= 76
    assert box["y"] + box["height"] < screen[1]
    glimpse.focus()
    sheet.press("Enter")
    sheet.wait("() => document.querySelector('[data-grid]').getBoundingClientRect().top < innerHeight / 2")
    assert sheet.wrong == []
