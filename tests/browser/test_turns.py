"""Questions and answers keep their turns: few at a time, and none is shown that came too late."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route

from tests.browser.replies import PREDICT, release, reply, says
from tests.browser.sheet import FRAMES, STARTS, TEN, Sheet, Stroke

HOLD_FRAMES = "() => { window.jobs = []; window.requestAnimationFrame = (job) => jobs.push(job); }"
KEEP_DIGITS = """() => {
  window.digits = [];
  const place = document.querySelector("[data-digit]");
  const keep = () => place.textContent && digits.push(place.textContent);
  new MutationObserver(keep).observe(place, { childList: true, characterData: true, subtree: true });
}"""
PAINT_FRAMES = "() => { for (let frame = 0; frame < 5; frame++) jobs.splice(0).forEach((job) => job(0)); }"


def press(sheet: Sheet, stroke: Stroke) -> None:
    """Draw a stroke, but keep the pen down; come back when the first question about it is on its way."""
    start, *way = sheet.at(*stroke)
    sheet.page.mouse.move(*start)
    with sheet.page.expect_request(PREDICT):
        sheet.page.mouse.down()
    for place in way:
        sheet.page.mouse.move(*place)


def test_at_most_one_question_is_under_way_and_the_newest_waits(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    for digit in "174":
        sheet.mouse(TEN[digit])
    assert len(held) == 1
    with sheet.page.expect_request("**explain=steps*"):
        held[0].fulfill(body=reply(1))
    sheet.reads("1")
    held[1].fulfill(body=reply(4))
    assert sheet.answer() == "4"
    assert len(held) == len(sheet.asked) == 2, "the answer to the newest leaves nothing to ask"


def test_an_answer_to_what_was_cleared_is_not_shown(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    sheet.mouse(TEN["1"])
    sheet.click("clear")
    sheet.page.evaluate(KEEP_DIGITS)
    held[0].fulfill(body=reply(1))
    assert (sheet.state(), sheet.digit()) == ("empty", "")
    release(sheet, held[1:], reply(4))
    sheet.mouse([[(0.5, 0.5)]])
    assert sheet.answer() == "4"
    assert set(sheet.page.evaluate("digits")) == {"4"}


def test_a_question_that_hangs_does_not_hold_up_the_next_drawing(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    press(sheet, TEN["1"][0])
    sheet.page.mouse.up()
    sheet.click("clear")
    with sheet.page.expect_request(PREDICT, timeout=1500):
        sheet.mouse([[(0.5, 0.5)]])
    release(sheet, held[-1:], reply(2))
    assert sheet.answer() == "2"
    sheet.quiet()


@pytest.mark.slow
def test_no_more_than_ten_questions_in_any_second(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply()))
    sheet.mouse(TEN["8"] + TEN["3"] + [[(0.1 * n, 0.1)] for n in range(1, 9)])
    sheet.answer()
    starts = sheet.page.evaluate(STARTS)
    assert max(sum(start <= other < start + 990 for other in starts) for start in starts) <= 10


def test_an_answer_to_an_older_drawing_is_neither_settled_nor_spoken(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    press(sheet, TEN["1"][0])
    sheet.page.mouse.up()
    with sheet.page.expect_request("**explain=steps*"):
        held[0].fulfill(body=reply(0))
    sheet.mouse(TEN["4"])
    held[1].fulfill(body=reply(1))
    sheet.reads("1")
    assert sheet.state() == "read live"
    release(sheet, held[2:], reply(4))
    assert sheet.answer() == "4"


def test_an_answer_that_waits_for_a_frame_is_forgotten_with_its_drawing(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    press(sheet, TEN["1"][0])
    sheet.page.evaluate(FRAMES)
    sheet.page.evaluate(HOLD_FRAMES)
    held[0].fulfill(body=reply(1))
    sheet.page.wait_for_function("() => jobs.length", polling=20)
    sheet.press("Delete")
    sheet.page.evaluate(PAINT_FRAMES)
    assert (sheet.state(), sheet.digit()) == ("empty", "")


def test_a_stroke_that_is_undone_before_its_frame_leaves_the_answer_settled(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    press(sheet, [(0.2, 0.2)])
    sheet.page.evaluate(FRAMES)
    sheet.page.evaluate(HOLD_FRAMES)
    sheet.page.mouse.move(*sheet.at((0.3, 0.3))[0])
    sheet.press("Control+z")
    assert sheet.answer() == "7"
    sheet.page.evaluate(PAINT_FRAMES)
    assert sheet.state() == "read settled"
