"""Ink follows the hand, and the way back from it: buttons, keys, other screens, another language."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import FRAMES, TEN, Sheet

LINE = [[(0.2, 0.5), (0.8, 0.5)]]
OTHER = [[(0.5, 0.2), (0.5, 0.8)]]
SHARP = """([pictures, sharpness]) => [...document.querySelectorAll(pictures)].every(
  ({ width, clientWidth }) => Math.abs(width - sharpness * clientWidth) <= 3)"""
SPECK = 0.0005  # of the sheet: less ink than a dot leaves


def test_ten_digits_drawn_with_the_mouse_are_read_right(sheet: Sheet) -> None:
    read = ""
    for strokes in TEN.values():
        sheet.mouse(strokes)
        read += sheet.answer()
        sheet.press("Delete")
    assert read == "".join(TEN)


def test_a_pen_draws_a_4(sheet: Sheet) -> None:
    sheet.pen_strokes(TEN["4"])
    assert sheet.answer() == "4"


def test_a_stroke_ends_though_the_button_was_released_outside(sheet: Sheet) -> None:
    sheet.page.mouse.move(*sheet.at((0.5, 0.5))[0])
    sheet.page.mouse.down()
    sheet.page.mouse.move(5, 5)
    sheet.page.mouse.up()
    ended = sheet.ink()
    sheet.page.mouse.move(*sheet.at((0.5, 0.9))[0])
    assert sheet.ink() == ended


def test_the_right_button_draws_nothing(sheet: Sheet) -> None:
    sheet.page.mouse.move(*sheet.at((0.5, 0.5))[0])
    sheet.page.mouse.down(button="right")
    sheet.page.mouse.up(button="right")
    assert sheet.ink() == 0


def test_a_resize_keeps_the_drawing_and_the_stroke_under_way(sheet: Sheet) -> None:
    sheet.mouse(LINE)
    sheet.page.mouse.move(*sheet.at((0.5, 0.2))[0])
    sheet.page.mouse.down()
    before = sheet.ink()
    sheet.page.set_viewport_size(PHONE)
    assert sheet.ink() == pytest.approx(before, rel=0.05)
    sheet.page.mouse.move(*sheet.at((0.5, 0.8))[0])
    sheet.page.mouse.up()
    assert sheet.ink() > 1.5 * before


def test_a_move_to_a_sharper_screen_sharpens_every_picture(open_sheet: Open) -> None:
    sheet = open_sheet()
    sheet.mouse(LINE)
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')
    sheet.sharpen(3)
    for pictures, sharpness in {"[data-step]": 3, "[data-pad]": 1.5}.items():  # a large picture costs frames
        sheet.wait(SHARP, [pictures, sharpness])
    assert sheet.ink() > SPECK


def test_undo_redo_clear_and_undo_of_clear(sheet: Sheet) -> None:
    sheet.mouse(LINE)
    one = sheet.ink()
    sheet.mouse(OTHER)
    two = sheet.ink()
    for name, ink in [("undo", one), ("redo", two), ("clear", 0), ("undo", two), ("undo", one), ("undo", 0)]:
        sheet.click(name)
        assert sheet.ink() == ink, name


def test_the_same_by_keyboard(sheet: Sheet) -> None:
    sheet.mouse(LINE)
    one = sheet.ink()
    table = [("Control+z", 0), ("Control+y", one), ("Delete", 0), ("Control+z", one), ("Meta+z", 0)]
    for keys, ink in [*table, ("Control+Shift+Z", one)]:
        sheet.press(keys)
        assert sheet.ink() == ink, keys


def test_a_button_that_can_do_no_more_hands_the_focus_on(sheet: Sheet) -> None:
    for button, heir in [("undo", "redo"), ("clear", "undo")]:
        sheet.mouse([[(0.5, 0.5)]])
        sheet.page.locator(f"[data-{button}]").focus()
        sheet.press("Enter")
        assert sheet.page.evaluate("document.activeElement.dataset") == {heir: ""}


def test_buttons_that_would_do_nothing_are_off(sheet: Sheet) -> None:
    def enabled() -> list[bool]:
        return [sheet.page.locator(f"[data-{name}]").is_enabled() for name in ("undo", "redo", "clear")]

    assert enabled() == [False, False, False]
    sheet.mouse(LINE)
    assert enabled() == [True, False, True]
    sheet.click("undo")
    assert enabled() == [False, True, False]


COALESCED = """(given) => {
  const pad = document.querySelector("[data-pad]");
  const { left, top, width } = pad.getBoundingClientRect();
  const event = (type, x, y) => new PointerEvent(type, {
    pointerId: 7, pointerType: "pen", buttons: 1, bubbles: true, clientX: left + x * width, clientY: top + y * width });
  const end = event("pointermove", 0.8, 0.8);
  end.getCoalescedEvents = given ? () => [event("pointermove", 0.8, 0.2), end] : undefined;
  pad.dispatchEvent(event("pointerdown", 0.2, 0.2));
  pad.dispatchEvent(end);
  pad.dispatchEvent(event("pointerup", 0.8, 0.8));
}"""


def test_the_points_between_two_frames_are_drawn_where_the_browser_gives_them(sheet: Sheet) -> None:
    for given, length in [(True, 1.0), (False, 0.85)]:  # they are missing on plain http
        sheet.page.evaluate(COALESCED, given)
        assert sheet.ink() == pytest.approx(0.05 * length + 0.05**2 * 3.1416 / 4, rel=0.1), given
        sheet.click("clear")


def test_a_change_of_language_keeps_the_drawing(sheet: Sheet) -> None:
    sheet.mouse(TEN["4"])
    drawn = sheet.ink()
    sheet.page.get_by_role("button", name="日本語", exact=True).click()
    sheet.wait("() => document.documentElement.lang === 'ja'")
    assert sheet.answer() == "4"
    assert sheet.ink() == pytest.approx(drawn, rel=0.01)


SPIRAL = """async () => {
  const pad = document.querySelector("[data-pad]");
  const { left, top, width } = pad.getBoundingClientRect();
  const send = (type, n) => pad.dispatchEvent(new PointerEvent(type, {
    pointerId: 1, pointerType: "mouse", buttons: 1, bubbles: true,
    clientX: left + width * (0.5 + n / 3000 * Math.sin(n / 60)),
    clientY: top + width * (0.5 + n / 3000 * Math.cos(n / 60)),
  }));
  send("pointerdown", 0);
  for (let n = 1; n < 1200; n++) {
    send("pointermove", n);
    if (n % 40 === 0) await new Promise(requestAnimationFrame);
  }
  send("pointerup", 1200);
}"""
KEEP_PICTURE = """() => {
  const pad = document.querySelector("[data-pad]");
  window.kept = pad.getContext("2d").getImageData(0, 0, pad.width, pad.height).data;
}"""
# How opaque the kept picture is in all and the one of now, and by how much a pixel of theirs differs at most.
COMPARE = """() => {
  const pad = document.querySelector("[data-pad]");
  const { data } = pad.getContext("2d").getImageData(0, 0, pad.width, pad.height);
  let [before, after, most] = [0, 0, 0];
  for (let i = 3; i < data.length; i += 4) {
    before += kept[i];
    after += data[i];
    most = Math.max(most, Math.abs(kept[i] - data[i]));
  }
  return [before, after, most];
}"""


def test_a_long_stroke_looks_as_if_it_had_been_drawn_at_once(sheet: Sheet) -> None:
    sheet.page.evaluate(SPIRAL)
    assert sheet.ink() > 0.1
    sheet.page.evaluate(KEEP_PICTURE)
    sheet.press("Control+z", "Control+y")
    sheet.page.evaluate(FRAMES)
    grown, at_once, most = sheet.page.evaluate(COMPARE)
    assert most < 64, "where edges are smoothed twice"
    assert grown == pytest.approx(at_once, rel=0.001)
