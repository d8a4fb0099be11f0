"""Ink follows the hand: mouse, finger and pen, with everything that happens to hands."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import STRIDE, TEN, Sheet

LINE = [[(0.2, 0.5), (0.8, 0.5)]]
OTHER = [[(0.5, 0.2), (0.5, 0.8)]]
SPECK = 0.0005  # of the sheet: less ink than a dot leaves
TOUCHED = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture
def phone(open_sheet: Open) -> Sheet:
    return open_sheet(**TOUCHED)


def test_ten_digits_drawn_with_the_mouse_are_read_right(sheet: Sheet) -> None:
    read = ""
    for strokes in TEN.values():
        sheet.mouse(strokes)
        read += sheet.answer()
        sheet.click("clear")
    assert read == "".join(TEN)


def test_a_finger_draws_a_1(phone: Sheet) -> None:
    phone.finger(TEN["1"])
    assert phone.answer() == "1"


def test_a_pen_draws_a_4(sheet: Sheet) -> None:
    sheet.pen_strokes(TEN["4"])
    assert sheet.answer() == "4"


def test_a_palm_leaves_no_ink_once_a_pen_was_seen(phone: Sheet) -> None:
    phone.pen_strokes(LINE)
    before = phone.ink()
    phone.finger(OTHER)
    assert phone.ink() == before


def test_a_pen_takes_over_from_the_palm_that_landed_first(phone: Sheet) -> None:
    phone.touch("Start", (0.9, 0.9))
    phone.pen_strokes(LINE)
    phone.touch("End")
    pen_alone = phone.ink()
    phone.click("clear")
    phone.pen_strokes(LINE)
    assert phone.ink() == pen_alone


@pytest.mark.parametrize("path", ["/", "/ten"])
@pytest.mark.parametrize("way", ["clear", "undo"])
def test_an_empty_sheet_lets_fingers_draw_again_after_a_pen(open_sheet: Open, path: str, way: str) -> None:
    phone = open_sheet(path, **TOUCHED)
    phone.pen_strokes(LINE)
    phone.click(way)
    phone.finger(LINE)
    assert phone.ink() > SPECK


POINTERS = """(events) => {
  const pad = document.querySelector("[data-pad]");
  const { left, top, width } = pad.getBoundingClientRect();
  for (const [type, pointerType, x, y, seconds] of events) {
    const place = { clientX: left + x * width, clientY: top + y * width };
    const more = { pointerId: pointerType === "pen" ? 7 : 8, pointerType, buttons: type === "pointerup" ? 0 : 1 };
    const event = new PointerEvent(type, { bubbles: true, ...place, ...more });
    Object.defineProperty(event, "timeStamp", { value: 1000 * seconds });
    pad.dispatchEvent(event);
  }
}"""


def tap(kind: str, place: float, seconds: float) -> list[list[object]]:
    return [[f"pointer{end}", kind, place, place, seconds] for end in ("down", "up")]


def test_a_pen_that_was_put_away_lets_the_next_visitor_draw_with_a_finger(phone: Sheet) -> None:
    phone.page.evaluate(POINTERS, tap("pen", 0.2, 100) + tap("touch", 0.5, 109))
    one = phone.ink()
    phone.page.evaluate(POINTERS, [["pointermove", "pen", 0.3, 0.3, 112], *tap("touch", 0.5, 119)])
    assert phone.ink() == one, "the pen still hovers: that was its hand's palm"
    phone.page.evaluate(POINTERS, tap("touch", 0.5, 123))
    assert phone.ink() > 1.5 * one


def test_a_second_finger_neither_draws_nor_bends_the_line(phone: Sheet) -> None:
    phone.finger(LINE)
    one_finger = phone.ink()
    phone.click("clear")
    phone.touch("Start", (0.2, 0.5))
    phone.touch("Start", (0.2, 0.5), (0.5, 0.9))
    phone.touch("Move", (0.5, 0.5), (0.9, 0.9))
    phone.touch("Move", (0.8, 0.5), (0.5, 0.1))
    phone.touch("End")
    assert phone.ink() == pytest.approx(one_finger, rel=0.02)


def test_a_tap_is_a_dot_at_once(phone: Sheet) -> None:
    phone.touch("Start", (0.5, 0.5))
    assert phone.ink() == pytest.approx(0.05**2 * 3.1416 / 4, rel=0.1)


def test_a_short_stroke_that_the_system_cancels_is_dropped(phone: Sheet) -> None:
    phone.touch("Start", (0.5, 0.5))
    phone.touch("Move", (0.51, 0.5))
    phone.touch("Cancel")
    assert phone.ink() == 0


def test_a_long_stroke_that_the_system_cancels_is_kept_and_ended(phone: Sheet) -> None:
    phone.touch("Start", (0.2, 0.5))
    phone.touch("Move", (0.5, 0.5))
    phone.touch("Move", (0.8, 0.5))
    phone.touch("Cancel")
    kept = phone.ink()
    phone.touch("Start", (0.5, 0.1))
    phone.touch("Cancel")
    assert phone.ink() == kept > SPECK


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
    sheet.mouse(LINE, STRIDE)
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
    sheet.mouse(LINE, STRIDE)
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')
    sheet.sharpen(3)
    sheet.wait("""() => [...document.querySelectorAll("canvas")].every(
      ({ width, clientWidth }) => Math.abs(width - 3 * clientWidth) <= 3)""")
    assert sheet.ink() > SPECK


def test_undo_redo_clear_and_undo_of_clear(sheet: Sheet) -> None:
    sheet.mouse(LINE, STRIDE)
    one = sheet.ink()
    sheet.mouse(OTHER, STRIDE)
    two = sheet.ink()
    for name, ink in [("undo", one), ("redo", two), ("clear", 0), ("undo", two), ("undo", one), ("undo", 0)]:
        sheet.click(name)
        assert sheet.ink() == ink, name


def test_the_same_by_keyboard(sheet: Sheet) -> None:
    sheet.mouse(LINE, STRIDE)
    one = sheet.ink()
    table = [("Control+z", 0), ("Control+y", one), ("Delete", 0), ("Control+z", one), ("Meta+z", 0)]
    for keys, ink in [*table, ("Control+Shift+Z", one)]:
        sheet.press(keys)
        assert sheet.ink() == ink, keys


@pytest.mark.parametrize(("button", "heir"), [("undo", "redo"), ("clear", "undo")])
def test_a_button_that_can_do_no_more_hands_the_focus_on(sheet: Sheet, button: str, heir: str) -> None:
    sheet.mouse([[(0.5, 0.5)]])
    sheet.page.locator(f"[data-{button}]").focus()
    sheet.press("Enter")
    assert sheet.page.evaluate("document.activeElement.dataset") == {heir: ""}


def test_buttons_that_would_do_nothing_are_off(sheet: Sheet) -> None:
    def enabled() -> list[bool]:
        return [sheet.page.locator(f"[data-{name}]").is_enabled() for name in ("undo", "redo", "clear")]

    assert enabled() == [False, False, False]
    sheet.mouse(LINE, STRIDE)
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


@pytest.mark.parametrize(("given", "length"), [(True, 1.0), (False, 0.85)], ids=["given", "missing on plain http"])
def test_the_points_between_two_frames_are_drawn_where_the_browser_gives_them(
    sheet: Sheet, given: bool, length: float
) -> None:
    sheet.page.evaluate(COALESCED, given)
    assert sheet.ink() == pytest.approx(0.05 * length + 0.05**2 * 3.1416 / 4, rel=0.1)


def test_the_page_stays_put_under_a_finger_that_draws(phone: Sheet) -> None:
    phone.finger([[(0.5, 0.9), (0.5, 0.1)]])
    assert phone.page.evaluate("scrollY") == 0
    assert phone.ink() > SPECK


def test_a_change_of_language_keeps_the_drawing(sheet: Sheet) -> None:
    sheet.mouse(TEN["4"])
    drawn = sheet.ink()
    sheet.page.get_by_role("button", name="日本語").click()
    sheet.wait("() => document.documentElement.lang === 'ja'")
    assert sheet.answer() == "4"
    assert sheet.ink() == pytest.approx(drawn, rel=0.01)
