"""The kiosk: a pen that writes until somebody comes, and a page that nobody can break or leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, Open
from tests.browser.replies import PREDICT, reply, says
from tests.browser.sheet import TEN, Sheet

IDLE, COUNTDOWN = 45_000, 15_000  # ms
STEP = 500  # ms
LOOK = 61_000  # ms: more than between two looks for a newer page
DOT = [[(0.3, 0.3)]]
STATE = "() => document.querySelector('[data-kiosk]').dataset.state"
MEANT = "() => document.querySelector('[data-meant]').textContent"
ASKING = "() => !document.querySelector('[data-still]').hidden"
WRITTEN = "() => document.querySelector('[data-sheet]').hasAttribute('data-drawn')"
# What a browser does with an event unless the page refuses it.
REFUSED = """([type, name, options]) => {
  const target = document.querySelector("[data-kiosk]");
  const touches = (options.touches ?? []).map((at, identifier) => new Touch({ identifier, target, ...at }));
  const more = touches.length ? { touches } : {};
  const event = new window[type](name, { bubbles: true, cancelable: true, ...options, ...more });
  return !target.dispatchEvent(event);
}"""
FINGER, TWO, EDGE = [{"clientX": 300}], [{"clientX": 300}, {"clientX": 400}], [{"clientX": 3}]


@pytest.fixture
def kiosk(open_sheet: Open) -> Iterator[Sheet]:
    sheet = open_sheet("/kiosk", clock=True, has_touch=True)
    yield sheet
    assert sheet.wrong == []


def pass_until(sheet: Sheet, promise: str, most: int = 60) -> None:
    """Let time pass in steps, as long as real replies need, until the promise holds."""
    for _ in range(most):
        if sheet.page.evaluate(promise):
            return
        sheet.pass_time(STEP)
    raise AssertionError(f"{promise} never came true")


def leap(sheet: Sheet, *times: int) -> None:
    """Let so many ms pass at once, as on a computer that slept; whatever is due by then is done once."""
    for milliseconds in times:
        sheet.page.clock.fast_forward(milliseconds)


def test_the_pen_writes_is_read_and_says_what_it_meant(kiosk: Sheet) -> None:
    held: list[Route] = []
    kiosk.page.route(PREDICT, lambda route: held.append(route))
    pass_until(kiosk, WRITTEN)
    assert kiosk.page.evaluate(STATE) == "attract"
    assert kiosk.page.evaluate(MEANT).startswith("The pen is practising. This is meant as a")
    kiosk.page.route(PREDICT, lambda route: route.continue_())
    for route in held:
        route.continue_()
    pass_until(kiosk, "() => /read (right|wrong)/.test(document.querySelector('[data-meant]').textContent)")
    digit, meant = kiosk.answer(), kiosk.page.evaluate(MEANT)
    assert (f"{digit}: read right." in meant) or "read wrong!" in meant
    assert kiosk.page.locator("[data-voice]").get_attribute("aria-live") == "off"
    assert kiosk.page.locator("[data-undo]").is_disabled() or not kiosk.page.locator("[data-undo]").is_visible()
    for theme in ("light", "dark"):
        assert_accessible(kiosk.page, theme)


def test_a_touch_is_the_first_stroke_and_later_the_stand_forgets_it(kiosk: Sheet) -> None:
    pass_until(kiosk, WRITTEN)
    kiosk.pass_time(2 * STEP)
    kiosk.page.route(PREDICT, says(reply(5)))
    kiosk.finger(TEN["5"])
    assert kiosk.page.evaluate(STATE) == "visitor" and kiosk.page.evaluate(MEANT) == ""
    assert kiosk.answer() == "5"
    kiosk.press("Control+z")
    assert kiosk.ink() == 0  # nothing of the pen's is below it
    kiosk.press("Control+y", "Delete")
    assert kiosk.page.locator("[data-earlier] button").count() == 1
    kiosk.finger(DOT)
    leap(kiosk, IDLE)
    assert kiosk.page.evaluate(ASKING)
    kiosk.finger([[(0.7, 0.7)]])  # whoever is still there goes on drawing
    assert not kiosk.page.evaluate(ASKING) and kiosk.ink() > 0
    leap(kiosk, IDLE, COUNTDOWN)
    assert kiosk.page.evaluate(STATE) == "attract" and not kiosk.page.evaluate(ASKING)
    assert kiosk.ink() == 0 and kiosk.page.locator("[data-earlier] button").count() == 0
    kiosk.touch("Start", (0.5, 0.5))
    kiosk.touch("End")
    assert kiosk.page.locator("[data-redo]").is_disabled()


def test_fingers_draw_again_after_a_pen_when_the_stand_has_forgotten(kiosk: Sheet) -> None:
    kiosk.page.route(PREDICT, says(reply(1)))
    kiosk.pen_strokes(DOT)
    kiosk.finger([[(0.7, 0.7)]])
    assert kiosk.page.evaluate("() => document.querySelector('[data-undo]').disabled") is False
    one = kiosk.ink()
    leap(kiosk, IDLE, COUNTDOWN)
    kiosk.finger([[(0.7, 0.7)]])
    kiosk.finger([[(0.2, 0.7)]])
    assert kiosk.ink() == pytest.approx(2 * one, rel=0.1)


def test_a_language_that_a_visitor_chose_goes_with_the_visitor(kiosk: Sheet) -> None:
    lang = "() => document.documentElement.lang"
    kiosk.page.route(PREDICT, says(reply(1)))
    kiosk.mouse(DOT)
    kiosk.page.locator(".languages button[lang=ja]").click()
    kiosk.page.wait_for_selector("html[lang=ja] [data-undo]:enabled")
    assert kiosk.ink() > 0 and kiosk.page.evaluate(STATE) == "visitor"
    leap(kiosk, IDLE, COUNTDOWN)
    kiosk.wait("() => document.documentElement.lang === 'en'")
    assert kiosk.page.evaluate(lang) == "en" and kiosk.page.evaluate(STATE) == "attract"


def test_it_loads_itself_anew_only_from_a_server_that_is_there_and_newer(kiosk: Sheet) -> None:
    page = kiosk.page
    page.evaluate("() => { window.isOld = true; }")
    page.route("**/kiosk/now", lambda route: route.abort())
    for _ in range(2):
        with page.expect_event("requestfailed"):
            leap(kiosk, LOOK)
    assert page.evaluate("() => window.isOld")
    page.route("**/kiosk/now", lambda route: route.fulfill(json={"release": "another"}))
    with page.expect_event("load"):
        leap(kiosk, LOOK)
    assert not page.evaluate("() => window.isOld")


def test_no_gesture_and_no_key_breaks_the_page(kiosk: Sheet) -> None:
    refused = {
        "a menu": ["MouseEvent", "contextmenu", {}],
        "a selection": ["Event", "selectstart", {}],
        "a pinch": ["TouchEvent", "touchmove", {"touches": TWO}],
        "a swipe from the edge": ["TouchEvent", "touchstart", {"touches": EDGE}],
        "zooming by wheel": ["WheelEvent", "wheel", {"ctrlKey": True}],
        "printing": ["KeyboardEvent", "keydown", {"key": "p", "ctrlKey": True}],
        "going back": ["KeyboardEvent", "keydown", {"key": "ArrowLeft", "altKey": True}],
    }
    taken = {
        "a finger": ["TouchEvent", "touchstart", {"touches": FINGER}],
        "loading again": ["KeyboardEvent", "keydown", {"key": "r", "ctrlKey": True}],
    }
    assert {name for name, event in (refused | taken).items() if kiosk.page.evaluate(REFUSED, event)} == set(refused)
    kiosk.page.evaluate("() => history.back()")
    kiosk.page.wait_for_timeout(50)
    assert kiosk.page.url.endswith("/kiosk")


def as_with_a_code(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace(" data-idle", " data-asks-code data-idle"))


def test_the_corner_held_for_three_seconds_and_the_code_lead_out(open_sheet: Open) -> None:
    sheet = open_sheet("/health", clock=True, viewport=PHONE)
    sheet.page.route("**/kiosk", as_with_a_code)
    sheet.page.goto("/kiosk")
    corner, dialog = sheet.page.locator("[data-corner]"), sheet.page.locator("[data-leaving]")
    corner.hover()
    sheet.page.mouse.down()
    sheet.pass_time(2000)
    sheet.page.mouse.up()
    sheet.pass_time(2000)
    assert not dialog.is_visible()
    sheet.page.mouse.down()
    sheet.pass_time(3000)
    sheet.page.mouse.up()
    assert dialog.is_visible()
    assert_accessible(sheet.page, "light")
    sheet.page.route("**/kiosk/leave", says('{"error": {"code": "wrong_code", "message": "Not that."}}', 403))
    for key in "12":
        sheet.page.locator(f"[data-digit-key='{key}']").click()
    assert sheet.page.locator("[data-code]").inner_text() == "12"
    sheet.click("go")
    sheet.wait("() => document.querySelector('[data-trouble]').textContent === 'Not that.'")
    sheet.page.unroute("**/kiosk/leave")
    sheet.click("go")
    sheet.page.wait_for_url(lambda url: url.endswith("/"))
    assert sheet.wrong == []
