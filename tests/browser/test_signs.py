"""What is no digit is called by its name, shown as it was learnt, and collected on the page."""

from __future__ import annotations

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, Open
from tests.browser.replies import PREDICT, reply, says
from tests.browser.sheet import Sheet

HEART = [
    [
        (0.5, 0.85),
        (0.3, 0.68),
        (0.15, 0.5),
        (0.12, 0.35),
        (0.2, 0.2),
        (0.35, 0.18),
        (0.46, 0.26),
        (0.5, 0.36),
        (0.54, 0.26),
        (0.65, 0.18),
        (0.8, 0.2),
        (0.88, 0.35),
        (0.85, 0.5),
        (0.7, 0.68),
        (0.5, 0.85),
    ]
]
SQUARES = [[0] * 8] * 4 + [[16] * 8] * 4
STAR = {"looks_like": "star", "looks_like_title": "star", "looks_like_pixels": SQUARES}
FOUR_TWO = [
    [(0.12, 0.2), (0.12, 0.55), (0.42, 0.55)],
    [(0.33, 0.2), (0.33, 0.85)],
    [(0.62, 0.3), (0.72, 0.2), (0.84, 0.3), (0.62, 0.85), (0.9, 0.85)],
]
MIRRORED_SEVEN = [[(0.7, 0.25), (0.3, 0.25), (0.55, 0.8)]]
INK = """() => {
  const canvas = document.querySelector("[data-sign]");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return [getComputedStyle(canvas).visibility, data.some((byte) => byte > 0)];
}"""
FOUND = "(names) => names === [...document.querySelectorAll('[data-found] canvas')].map((one) => one.title).join()"


@pytest.mark.parametrize(
    ("strokes", "words"),
    [(FOUR_TWO, "I see two: 4 and 2. Just one, please."), (MIRRORED_SEVEN, "Is that a 7 in a mirror?")],
    ids=["two digits", "a mirrored one"],
)
def test_two_digits_and_one_in_a_mirror_are_told_apart_from_signs(sheet: Sheet, strokes, words: str) -> None:
    sheet.finger(strokes)
    sheet.page.wait_for_selector('[data-answer][data-state="doubtful settled"]')
    assert sheet.words() == words
    assert sheet.wrong == []


@pytest.mark.parametrize(
    ("locale", "words", "forced", "name"),
    [
        ("en-GB", "That’s no digit. I’d say: heart!", "If it had to be a digit: 0", "heart"),
        pytest.param(
            "ja-JP",
            "数字じゃなく「ハート」かな！",  # noqa: RUF001
            "数字にたとえると：0",  # noqa: RUF001
            "ハート",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_a_sign_is_named_shown_and_found(open_sheet: Open, locale: str, words: str, forced: str, name: str) -> None:
    sheet = open_sheet(locale=locale)
    sheet.finger(HEART)
    sheet.page.wait_for_selector('[data-answer][data-state="doubtful sign settled"]')
    assert (sheet.words(), sheet.page.locator("[data-sure]").inner_text(), sheet.digit()) == (words, forced, "")
    assert sheet.page.evaluate(INK) == ["visible", True]
    assert set(sheet.page.locator("[data-bars] .share").all_inner_texts()) == {"–"}  # noqa: RUF001
    sheet.wait(FOUND, name)
    for theme in ("light", "dark"):
        assert_accessible(sheet.page, theme)
    assert sheet.wrong == []


def test_what_was_found_is_kept_in_the_browser_until_it_is_forgotten(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply(0, is_digit=False, **STAR)))
    for _ in range(2):
        sheet.mouse([[(0.5, 0.5)]])
        sheet.wait(FOUND, "star")
    sheet.click("clear")  # what lies on the sheet is read anew, and found
    sheet.page.reload()
    sheet.wait(FOUND, "star")
    assert sheet.page.locator("[data-found-lead]").inner_text() == "Signs found: 1"
    sheet.page.locator("[data-forget]").focus()
    sheet.press("Enter")
    sheet.wait(FOUND, "")
    sheet.page.reload()
    sheet.wait(FOUND, "")


def test_what_is_drawn_on_the_way_to_a_digit_is_no_find(timed: Sheet) -> None:
    timed.page.route(PREDICT, says(reply(0, is_digit=False, **STAR)))
    timed.mouse([[(0.5, 0.5)]])
    timed.answer()
    timed.page.route(PREDICT, says(reply(4)))
    timed.mouse([[(0.6, 0.5)]])
    timed.reads("4")
    timed.pass_time(5000)
    timed.wait(FOUND, "")


def test_a_sign_without_a_picture_is_named_beside_the_digit(sheet: Sheet) -> None:
    sheet.page.route(PREDICT, says(reply(4, is_digit=False, looks_like="star", looks_like_pixels="x")))
    sheet.mouse([[(0.5, 0.5)]])
    assert sheet.answer() == "4"
    assert sheet.words() == "That’s no digit. I’d say: star!"


def test_finding_signs_moves_nothing(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=PHONE)
    height = sheet.page.evaluate("document.documentElement.scrollHeight")
    sheet.page.route(PREDICT, says(reply(0, is_digit=False, **STAR)))
    sheet.mouse([[(0.5, 0.5)]])
    sheet.wait(FOUND, "star")
    assert sheet.page.evaluate("document.documentElement.scrollHeight") == height
