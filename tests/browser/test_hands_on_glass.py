"""Fingers, pens and palms: who draws, who waits, and what the system takes away."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import TEN, Sheet
from tests.browser.test_drawing import LINE, OTHER, SPECK

TOUCHED = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture
def phone(open_sheet: Open) -> Sheet:
    return open_sheet(**TOUCHED)


def test_a_finger_draws_a_1(phone: Sheet) -> None:
    phone.finger(TEN["1"])
    assert phone.answer() == "1"


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


@pytest.mark.parametrize("path", ["/", pytest.param("/ten", marks=pytest.mark.slow)])
def test_an_empty_sheet_lets_fingers_draw_again_after_a_pen(open_sheet: Open, path: str) -> None:
    phone = open_sheet(path, **TOUCHED)
    for way in ("undo", "clear"):
        phone.pen_strokes(LINE)
        phone.click(way)
        assert phone.ink() == 0, way
        phone.finger(LINE)
        assert phone.ink() > SPECK, way
        phone.click("undo")


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


def test_a_pen_that_only_passes_over_an_empty_sheet_keeps_no_finger_off(phone: Sheet) -> None:
    phone.page.evaluate(POINTERS, [["pointermove", "pen", 0.3, 0.3, 100], *tap("touch", 0.5, 101)])
    assert phone.ink() > 0


def test_two_fingers_that_zoomed_in_zoom_out_again_though_the_sheet_is_all_they_find(phone: Sheet) -> None:
    session = phone.page.context.new_cdp_session(phone.page)
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 3})
    phone.page.locator("[data-pad]").evaluate("(pad) => pad.scrollIntoView({ block: 'center', inline: 'center' })")
    phone.wait("() => visualViewport.scale === 3 && visualViewport.pageTop > 0")

    def touch(kind: str, *places: tuple[int, int]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": fingers})

    touch("Start", (60, 60))
    for y in range(66, 160, 6):
        touch("Move", (60, y))
    touch("End")
    assert phone.ink() > 0, "one draws"
    phone.press("Delete")
    touch("Start", (20, 60))
    touch("Start", (20, 60), (100, 200))
    for step in range(1, 11):
        touch("Move", (20 + 3 * step, 60 + 6 * step), (100 - 3 * step, 200 - 6 * step))
    touch("End")
    phone.wait("() => visualViewport.scale === 1")
    assert phone.ink() == 0


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


def test_the_page_stays_put_under_a_finger_that_draws(phone: Sheet) -> None:
    phone.finger([[(0.5, 0.9), (0.5, 0.1)]])
    assert phone.page.evaluate("scrollY") == 0
    assert phone.ink() > SPECK
