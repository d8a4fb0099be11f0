"""The answer in sight, in words and in sound, while drawing and when the drawing is settled."""

from __future__ import annotations

from tests.browser.conftest import Open
from tests.browser.replies import PREDICT, reply, says
from tests.browser.sheet import FRAMES, TEN, Sheet

# Which of the steps' pictures are painted, one after another.
NOTE_STEPS = """() => {
  window.painted = [];
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...place) {
    if (this.canvas.dataset.step && this.canvas.isConnected) painted.push(this.canvas.dataset.step);
    clearRect.apply(this, place);
  };
}"""
# In how many rows numbers change at a time.
COUNT_ROWS = """() => {
  window.rows = [];
  const rowOf = ({ target }) => (target.parentElement ?? target).closest("[role=row]");
  new MutationObserver((changes) => rows.push(new Set(changes.map(rowOf)).size)).observe(
    document.querySelector("[data-grid]"),
    { characterData: true, childList: true, subtree: true },
  );
}"""


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
    assert ["steps" in address for address in addresses] == [False] * (len(addresses) - 1) + [True]
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')


MINUTE = 60_000  # ms
WORDS = {
    "sure": (reply(7), "That’s a 7!"),
    "near": (reply(7, 0.7, (1, 0.2)), "A 7 … or is it a 1?"),
    "near an 8": (reply(3, 0.6, (8, 0.3)), "A 3 … or is it an 8?"),
    "strange": (reply(4, 0.6, is_digit=False), "Hmm, that’s new to me. Perhaps a 4?"),
    "several": (reply(4, 0.6, is_digit=False, hint="several"), "I see more than one! Just one, please."),
    "two": (
        reply(4, 0.6, is_digit=False, hint="several", pieces=[{"digit": 4}, {"digit": 2}]),
        "I see two: 4 and 2. Just one, please.",
    ),
    "mirrored": (reply(4, 0.6, is_digit=False, hint="mirrored", mirrored=7), "Is that a 7 in a mirror?"),
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
    assert sheet.page.locator("[data-sure]").inner_text() == "I’m 70% sure."


def test_a_settled_answer_is_spoken_once(timed: Sheet) -> None:
    timed.page.route(PREDICT, says(reply(7)))
    timed.page.evaluate("""() => {
      window.spoken = [];
      const voice = document.querySelector("[data-voice]");
      const hear = () => voice.textContent && spoken.push(voice.textContent);
      new MutationObserver(hear).observe(voice, { childList: true });
    }""")
    timed.mouse(TEN["4"])
    timed.answer()
    timed.pass_time(MINUTE)
    assert timed.page.evaluate("spoken") == ["That’s a 7! I’m 99% sure."]


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
    sheet.page.route(PREDICT, says(reply(7)))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.answer()
    sheet.page.route(PREDICT, says('{"error": {"code": "blank", "message": "Nothing is drawn yet."}}', 422))
    sheet.mouse([[(0.5, 0.6)]])
    sheet.page.wait_for_selector('[data-answer][data-state="empty"]')
    assert (sheet.digit(), sheet.words()) == ("", "Write a number from 0 to 9. I guess while you write!")


def test_an_answer_counts_though_its_pictures_are_broken(sheet: Sheet) -> None:
    broken: list[object] = ["x", [None], [{"name": "ink", "width": 4, "height": 4, "grey": "!!!"}]]
    for digit, steps in enumerate(broken):
        sheet.page.route(PREDICT, says(reply(digit, steps=steps)))
        sheet.mouse([[(0.5, 0.5)]])
        sheet.reads(str(digit))
        sheet.answer()


WATCH = """
  window.shown = [];
  window.was = [];
  new MutationObserver((changes) => was.push(...changes.map((change) => change.oldValue)))
    .observe(document, { subtree: true, attributeFilter: ["data-state"], attributeOldValue: true });
  const look = () => {
    shown.push(document.querySelector("[data-answer]")?.dataset.state ?? "empty");
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""


def test_the_first_answer_is_laid_out_unseen_before_anybody_draws(sheet: Sheet) -> None:
    sheet.page.add_init_script(WATCH)
    sheet.page.reload()
    sheet.wait("() => was.includes('doubtful live') && was.includes('read live')")
    sheet.page.evaluate(FRAMES)
    assert set(sheet.page.evaluate("shown")) == {"empty"}
    assert (sheet.digit(), sheet.words()) == ("", "Write a number from 0 to 9. I guess while you write!")
    assert sheet.asked == []


def test_a_step_that_stands_is_not_painted_again_while_the_next_is_drawn(open_sheet: Open) -> None:
    sheet = open_sheet("/", reduced_motion="no-preference")
    sheet.page.evaluate(NOTE_STEPS)
    sheet.mouse(TEN["8"])
    sheet.wait("() => painted.slice(-3).join() === 'bitmap,bitmap,bitmap'")
    assert {"ink", "straight"} <= set(sheet.page.evaluate("painted"))


def test_numbers_come_a_row_in_a_frame(sheet: Sheet) -> None:
    """All at once would take a cheap phone four frames, in the middle of the next stroke."""
    sheet.page.evaluate(COUNT_ROWS)
    sheet.mouse(TEN["8"])
    sheet.answer()
    assert sum(sheet.squares()) > 100
    sheet.click("clear")
    assert sum(sheet.squares()) == 0
    assert max(sheet.page.evaluate("rows")) == 1
