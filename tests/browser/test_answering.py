"""The answer comes while drawing, never out of turn, and trouble passes by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Open
from tests.browser.serving import free_port, serving
from tests.browser.sheet import FRAMES, STARTS, STRIDE, TEN, Sheet, Stroke

PREDICT = "**/predict**"
HOLD_FRAMES = "() => { window.jobs = []; window.requestAnimationFrame = (job) => jobs.push(job); }"
PAINT_FRAMES = "() => { for (let frame = 0; frame < 5; frame++) jobs.splice(0).forEach((job) => job(0)); }"
READ = "digit => document.querySelector('[data-digit]').textContent === digit"
FLAT = [0.1] * 10
ANSWER = {"digit": 0, "confidence": 0.1, "is_digit": True, "familiarity": 1.0, "probabilities": FLAT}
ANSWER |= {"pixels": [[0] * 8] * 8}


def reply(digit: int = 0, first: float = 0.99, second: tuple[int, float] | None = None, **more: object) -> str:
    """The body of a 200, with the first and second share as given."""
    shares = [0.0] * 10
    shares[digit] = first
    if second:
        shares[second[0]] = second[1]
    return json.dumps(ANSWER | {"digit": digit, "confidence": first, "probabilities": shares, **more})


def says(body: str, status: int = 200, **headers: str) -> Callable[[Route], None]:
    """A server that always replies so."""
    return lambda route: route.fulfill(
        status=status, body=body, headers={"Content-Type": "application/json", **headers}
    )


def release(sheet: Sheet, held: list[Route], body: str) -> None:
    """Let a server go that held its replies back: it answers those, and from now on, with this body."""
    sheet.page.route(PREDICT, says(body))
    for route in held:
        route.fulfill(body=body)


def press(sheet: Sheet, stroke: Stroke) -> None:
    """Draw a stroke, but keep the pen down; come back when the first question about it is on its way."""
    start, *way = sheet.at(*stroke)
    sheet.page.mouse.move(*start)
    with sheet.page.expect_request(PREDICT):
        sheet.page.mouse.down()
    for place in way:
        sheet.page.mouse.move(*place)


def test_the_answer_comes_before_the_pen_is_lifted(sheet: Sheet) -> None:
    first, *rest = TEN["7"][0]
    sheet.page.mouse.move(*sheet.at(first)[0])
    sheet.page.mouse.down()
    for point in rest:
        sheet.page.mouse.move(*sheet.at(point)[0], steps=4)
    sheet.page.wait_for_selector('[data-answer][data-state$="live"]')
    sheet.page.mouse.up()
    sheet.page.wait_for_selector('[data-answer][data-state$="settled"]')


def test_steps_are_asked_for_only_when_the_drawing_settles(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    addresses = [request.url.rpartition("/")[2] for request in sheet.asked]
    assert addresses == ["predict"] * (len(addresses) - 1) + ["predict?explain=steps"]
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')


def test_at_most_one_question_is_under_way_and_the_newest_waits(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    for digit in "174":
        sheet.mouse(TEN[digit])
    assert len(held) == 1
    held[0].fulfill(body=reply(1))
    sheet.wait(READ, "1")
    sheet.page.wait_for_timeout(200)
    assert len(held) == 2
    assert held[1].request.url.endswith("explain=steps")


def test_an_answer_to_what_was_cleared_is_not_shown(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    sheet.mouse(TEN["1"])
    sheet.click("clear")
    held[0].fulfill(body=reply(1))
    sheet.page.wait_for_timeout(200)
    assert (sheet.state(), sheet.digit()) == ("empty", "")


def test_no_more_than_ten_questions_in_any_second(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply()))
    sheet.mouse(TEN["8"] + TEN["3"] + [[(0.1 * n, 0.1)] for n in range(1, 9)])
    sheet.answer()
    starts = sheet.page.evaluate(STARTS)
    assert max(sum(start <= other < start + 990 for other in starts) for start in starts) <= 10


WORDS = {
    "sure": (reply(7), "I read a 7."),
    "near": (reply(7, 0.7, (1, 0.2)), "7 — could be a 1"),
    "near an 8": (reply(3, 0.6, (8, 0.3)), "3 — could be an 8"),
    "strange": (reply(4, 0.6, is_digit=False), "I don’t think that is a digit. My best guess is 4."),  # noqa: RUF001
    "several": (reply(4, 0.6, is_digit=False, hint="several"), "One digit at a time, please."),
}


def test_the_answer_in_words(sheet: Sheet) -> None:
    for case, (body, sentence) in WORDS.items():
        sheet.page.route(PREDICT, says(body))
        sheet.mouse([[(0.5, 0.5)]])
        sheet.answer()
        assert sheet.words() == sentence, case


def test_the_bars_agree_with_the_answer(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply(7, 0.7, (1, 0.2))))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.answer()
    first = sheet.page.locator("[data-bars] > [data-first]")
    assert first.locator(".name").all_inner_texts() == ["7"]
    assert sheet.page.locator("[data-bars] .share").all_inner_texts()[:8] == ["0%", "20%", *["0%"] * 5, "70%"]
    assert sheet.page.locator("[data-sure]").inner_text() == "70% sure"


def test_a_settled_answer_is_spoken_once(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply(7)))
    sheet.page.evaluate("""() => {
      window.spoken = [];
      const voice = document.querySelector("[data-voice]");
      const hear = () => voice.textContent && spoken.push(voice.textContent);
      new MutationObserver(hear).observe(voice, { childList: true });
    }""")
    sheet.mouse(TEN["4"])
    sheet.wait("() => spoken.length")
    sheet.page.wait_for_timeout(300)
    assert sheet.page.evaluate("spoken") == ["I read a 7. 99% sure"]


VOICES = """() => {
  window.voices = 0;
  window.ticks = 0;
  window.AudioContext = class extends AudioContext { constructor() { super(); voices += 1; } };
  window.OscillatorNode = class extends OscillatorNode { constructor(...all) { super(...all); ticks += 1; } };
}"""
SPOKEN = "() => document.querySelector('[data-voice]').textContent !== ''"


def test_the_sound_has_one_voice_and_is_silent_when_it_was_switched_off_at_once(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply(7)))
    sheet.page.evaluate(VOICES)
    sheet.page.evaluate("() => [1, 2, 3, 4].forEach(() => document.querySelector('[data-sound]').click())")
    sheet.mouse([[(0.5, 0.5)]])
    sheet.wait(SPOKEN)
    assert sheet.page.evaluate("ticks") == 0
    sheet.click("sound")
    sheet.mouse([[(0.3, 0.5)]])
    sheet.wait("() => ticks === 1 && voices === 1")


def test_a_blank_answer_leaves_a_kind_empty_state(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says('{"error": {"code": "blank", "message": "Nothing is drawn yet."}}', 422))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.page.wait_for_timeout(200)
    assert (sheet.state(), sheet.words()) == ("empty", "Draw a digit from 0 to 9. I read along.")


TROUBLE = {
    "500": (says('{"error": {"code": "internal", "message": "x"}}', 500), "The reader is away"),
    "garbage": (says("<h1>Welcome to the hotel's network</h1>"), "The reader is away"),
    "json of another kind": (says("[]"), "The reader is away"),
    "half an answer": (says('{"digit": 7}'), "The reader is away"),
    "a digit that is none": (says(reply(digit=7).replace('"digit": 7', '"digit": 99')), "The reader is away"),
    "cut line": (lambda route: route.abort(), "The reader is away"),
    "429": (says("{}", 429, **{"Retry-After": "1"}), "Many are drawing just now"),
    "429 with garbage": (says("Slow down!", 429), "The reader is away"),
}


@pytest.mark.parametrize("case", TROUBLE)
def test_trouble_is_told_calmly_and_passes_by_itself(sheet: Sheet, case: str) -> None:
    server, line = TROUBLE[case]
    sheet.page.route(PREDICT, server)
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    sheet.notice(line)
    one = sheet.ink()
    sheet.mouse([[(0.2, 0.5), (0.8, 0.5)]], STRIDE)
    assert sheet.ink() > one, "drawing goes on"
    sheet.page.unroute(PREDICT)
    sheet.answer()
    sheet.quiet()


@pytest.mark.parametrize("steps", ["x", [None], [{"name": "ink", "width": 4, "height": 4, "grey": "!!!"}]])
def test_an_answer_counts_though_its_pictures_are_broken(sheet: Sheet, steps: object) -> None:
    sheet.page.route(PREDICT, says(reply(7, steps=steps)))
    sheet.mouse([[(0.5, 0.5)]])
    assert sheet.answer() == "7"


def test_an_answer_to_an_older_drawing_is_neither_settled_nor_spoken(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    press(sheet, TEN["1"][0])
    sheet.page.mouse.up()
    with sheet.page.expect_request("**explain=steps"):
        held[0].fulfill(body=reply(0))
    sheet.mouse(TEN["4"], STRIDE)
    held[1].fulfill(body=reply(1))
    sheet.wait(READ, "1")
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
    sheet.mouse(TEN["7"], STRIDE)
    sheet.answer()
    press(sheet, [(0.2, 0.2)])
    sheet.page.evaluate(FRAMES)
    sheet.page.evaluate(HOLD_FRAMES)
    sheet.page.mouse.move(*sheet.at((0.3, 0.3))[0])
    sheet.press("Control+z")
    assert sheet.answer() == "7"
    sheet.page.evaluate(PAINT_FRAMES)
    assert sheet.state() == "read settled"


def test_a_busy_server_is_left_alone_for_as_long_as_it_asked(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says("{}", 429, **{"Retry-After": "60"}))
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]], STRIDE)
    sheet.notice("Many are drawing")
    asked = sheet.asked_while(lambda: sheet.mouse([[(0.2, 0.5), (0.8, 0.5)]], STRIDE))
    assert asked == []


def test_a_slow_server_is_told_of_until_it_is_quick_again(sheet: Sheet) -> None:
    held: list[Route] = []
    sheet.page.route(PREDICT, lambda route: held.append(route))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.notice("The reader is taking its time")
    held[0].fulfill(body=reply(1))
    sheet.wait(READ, "1")
    sheet.notice("The reader is taking its time")
    release(sheet, held[1:], reply(2))
    sheet.mouse([[(0.5, 0.6)]])
    sheet.wait(READ, "2")
    sheet.quiet()


def test_the_server_goes_and_comes_back(open_sheet: Open) -> None:
    port = free_port()
    with ExitStack() as first:
        sheet = open_sheet(base_url=first.enter_context(serving(port)))
    sheet.mouse(TEN["7"])
    sheet.notice("The reader is away")
    drawn = sheet.ink()
    with serving(port):
        sheet.answer()
        sheet.quiet()
    assert sheet.ink() == drawn
