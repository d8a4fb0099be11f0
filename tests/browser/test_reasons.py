"""Why it said so: shown to those who ask, in words first, and only they pay for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route

from tests.browser.sheet import TEN, Sheet

SPOKEN = 900  # ms: an answer is spoken 700 ms after it is settled
SHARP = 2  # px between the numbers of two neighbours, that both can be read
# How much room the text of each cell leaves to its neighbours, in px.
ROOM = """(selector) => [...document.querySelectorAll(selector)].map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return cell.clientWidth - range.getBoundingClientRect().width;
})"""


def ask_why(sheet: Sheet, digit: str = "7") -> None:
    sheet.mouse(TEN[digit])
    sheet.answer()
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")


def open_for_experts(sheet: Sheet) -> None:
    sheet.page.locator(".experts summary").click()


def count_listeners(sheet: Sheet) -> str:
    """From now on count who listens to the panel's keys; returns what tells the number."""
    sheet.page.evaluate("""() => {
      const panel = document.querySelector("[data-reasons]");
      const listen = panel.addEventListener;
      panel.heard = 0;
      panel.addEventListener = (name, ...rest) => {
        panel.heard += name === "keydown";
        listen.call(panel, name, ...rest);
      };
    }""")
    return "document.querySelector('[data-reasons]').heard"


REASONS = "**/predict?explain=steps,reasons*"
FULL = 16  # what the key 9 makes of a square
AWAY = ["**/reasons.js*", "**/predict**"]


def cut(route: Route) -> None:
    route.abort()


def fulfill_broken(route: Route, part: str) -> None:
    """Give the true answer, with this part of its reasons broken where the first square is full of ink."""
    said = route.fetch().json()
    if said["pixels"][0][0] == FULL and "reasons" in said:  # a server without time is asked again
        said["reasons"][part] = {"for": 1} if part in ("duel", "squares", "words") else [1]
    route.fulfill(json=said)


def because(sheet: Sheet) -> str:
    return sheet.page.locator("[data-because]").inner_text()


def title(sheet: Sheet) -> str:
    return sheet.page.locator("#reasons-title").inner_text()


def test_there_is_nothing_to_explain_before_a_drawing_and_nobody_pays_who_does_not_ask(sheet: Sheet) -> None:
    assert not sheet.page.locator("[data-why]").is_visible()
    assert not sheet.page.locator("[data-reasons]").is_visible()
    sheet.mouse(TEN["7"])
    sheet.answer()
    assert sheet.loaded and not [address for address in sheet.loaded if "reasons" in address]


def test_one_sentence_and_three_look_alikes_come_first_and_the_rest_is_for_experts(sheet: Sheet) -> None:
    ask_why(sheet)
    assert title(sheet) == "Why a 7?"
    assert because(sheet).startswith("Because it looks like")
    assert sheet.page.locator("[data-alike] .card").filter(visible=True).count() == 3
    assert not sheet.page.locator(".figures").is_visible()
    open_for_experts(sheet)
    assert sheet.page.locator(".more").inner_text().startswith("Second comes ")
    assert sheet.page.locator("[data-relatives] .card").count() == 6
    assert sheet.page.locator("[data-board] td").count() == 1 + 100
    assert sheet.page.locator("[data-hinges] [role=gridcell]").count() == 64


def test_the_squares_that_matter_are_seen_however_sure_the_answer_is(sheet: Sheet) -> None:
    ask_why(sheet)
    assert sheet.page.locator("[data-sure]").inner_text() == "I’m 99% sure."
    marks = sheet.page.locator(".hinge").evaluate_all(
        "(cells) => cells.map((cell) => Number(cell.style.getPropertyValue('--loss')))"
    )
    assert max(marks) == 1 and sum(mark > 0.4 for mark in marks) >= 5


def test_asking_again_does_not_repeat_the_answer(timed: Sheet) -> None:
    timed.mouse(TEN["7"])
    timed.answer()
    timed.pass_time(SPOKEN)
    assert timed.page.locator("[data-voice]").text_content() != ""
    timed.page.evaluate("document.addEventListener('spoken', () => (window.spoken = true))")
    timed.click("why")
    timed.page.wait_for_selector("[data-reasons] .card")
    timed.pass_time(SPOKEN)
    assert timed.page.evaluate("window.spoken") is None


def test_the_reasons_follow_the_drawing_while_they_are_open(sheet: Sheet) -> None:
    ask_why(sheet, "7")
    sheet.click("clear")
    assert not sheet.page.locator("[data-evidence]").is_visible()
    sheet.mouse(TEN["4"])
    sheet.wait("() => document.querySelector('#reasons-title').textContent === 'Why a 4?'")
    assert sheet.page.locator("[data-evidence]").is_visible()
    sheet.answer()  # the settled one, which brings reasons too, has come
    sheet.click("close")
    with sheet.page.expect_response("**/predict?explain=steps*") as heard:
        sheet.mouse([[(0.5, 0.5), (0.55, 0.5)]])
    assert "reasons" not in heard.value.url


def test_squares_set_by_hand_are_explained_too(sheet: Sheet) -> None:
    ask_why(sheet)
    sheet.page.locator("[data-grid] [role=gridcell]").first.focus()
    with sheet.page.expect_response(REASONS) as heard:
        sheet.press("9")
    assert heard.value.json()["reasons"]["words"]["digit"] == heard.value.json()["digit"]


def test_escape_closes_and_leads_back_to_the_question(sheet: Sheet) -> None:
    ask_why(sheet)
    assert sheet.page.locator("[data-why]").get_attribute("aria-expanded") == "true"
    sheet.press("Escape")
    assert not sheet.page.locator("[data-reasons]").is_visible()
    assert sheet.page.evaluate("document.activeElement.hasAttribute('data-why')")


def test_each_square_says_what_it_is_worth_by_key_and_by_pointer(sheet: Sheet) -> None:
    ask_why(sheet)
    open_for_experts(sheet)
    sheet.page.mouse.move(0, 0)
    cells = sheet.page.locator("[data-hinges] [role=gridcell]")
    cells.first.focus()
    sheet.press("ArrowRight", "ArrowDown")
    told = sheet.page.locator("[data-hinge]")
    assert told.inner_text().startswith("row 2, column 2: without it I’d be ")
    cells.nth(63).hover()
    assert told.inner_text().startswith("row 8, column 8: without it I’d be ")
    sheet.press("Delete")
    assert sheet.ink() > 0, "squares that are only looked at clear nothing"


def test_who_stands_in_what_goes_with_the_drawing_stays_in_the_panel(sheet: Sheet) -> None:
    ask_why(sheet)
    open_for_experts(sheet)
    sheet.page.locator("[data-hinges] [role=gridcell]").first.focus()
    for _ in TEN["7"]:
        sheet.press("Control+z")
    sheet.page.wait_for_selector("[data-evidence]", state="hidden")
    assert sheet.page.evaluate("document.activeElement.hasAttribute('data-reasons')")
    sheet.press("Escape")
    assert not sheet.page.locator("[data-reasons]").is_visible()


def test_without_the_server_the_question_is_answered_calmly(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    for path in AWAY:
        sheet.page.route(path, cut)
    sheet.click("why")
    sheet.notice("I can’t hear you")
    for path in AWAY:
        sheet.page.unroute(path, cut)
    sheet.quiet()
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")


def test_half_a_reason_is_not_shown(sheet: Sheet) -> None:
    ask_why(sheet)
    sheet.page.locator("[data-grid] [role=gridcell]").first.focus()
    part = "duel"  # of the reasons, that is broken now
    sheet.page.route(REASONS, lambda route: fulfill_broken(route, part))
    for part in ("duel", "relatives", "board", "squares", "words"):
        sheet.press("9")
        sheet.page.wait_for_selector("[data-evidence]", state="hidden")
        assert sheet.page.locator("[data-reasons]").get_attribute("aria-busy") is None, part
        assert (title(sheet), because(sheet)) == ("Why?", ""), part
        sheet.press("8")
        sheet.page.wait_for_selector("[data-evidence]")
        assert title(sheet) != "Why?"


BLANK = {"error": {"code": "blank", "message": "Nothing is drawn yet."}}


@pytest.mark.parametrize("way", ["cleared", "found blank"])
def test_without_a_drawing_there_is_nothing_to_explain_any_more(sheet: Sheet, way: str) -> None:
    ask_why(sheet)
    if way == "cleared":
        sheet.click("clear")
    else:
        sheet.page.route("**/predict*", lambda route: route.fulfill(status=422, json=BLANK))
        sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
        sheet.mouse([[(0.5, 0.5)]])
    sheet.page.wait_for_selector("[data-evidence]", state="hidden")
    assert (title(sheet), because(sheet)) == ("Why?", sheet.words())
    assert sheet.page.locator("[data-reasons]").get_attribute("aria-busy") is None
    sheet.click("close")
    assert sheet.page.evaluate("document.activeElement.matches('[data-undo]')")
    assert sum(sheet.squares()) == 0


def test_two_quick_clicks_open_one_panel_that_one_click_closes(sheet: Sheet) -> None:
    loaded = count_listeners(sheet)
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.evaluate("() => [1, 2].forEach(() => document.querySelector('[data-why]').click())")
    sheet.page.wait_for_selector("[data-reasons] .card")
    assert sheet.page.locator("[data-why]").get_attribute("aria-expanded") == "true"
    assert sheet.page.evaluate(loaded) == 1
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons]", state="hidden")


def test_the_duels_numbers_keep_apart(sheet: Sheet) -> None:
    ask_why(sheet)
    open_for_experts(sheet)
    for width in (320, 360, 700, 1024, 1200, 1280, 1500):
        sheet.page.set_viewport_size({"width": width, "height": 800})
        assert min(sheet.page.evaluate(ROOM, "[data-board] td:not(:empty)")) >= SHARP, width
