"""The pad fits every screen, and nothing on it covers or pushes anything else, whatever is said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import ONE_SOON, Open
from tests.browser.sheet import FRAMES, TEN, Sheet

SCREENS = {
    "smallest phone": (320, 568),
    "phone": (360, 740),
    "usual phone": (390, 844),
    "smallest phone on its side": (568, 320),
    "small phone on its side": (667, 375),
    "phone on its side": (740, 360),
    "laptop at 200 % zoom": (640, 360),
    "laptop at 150 % zoom": (911, 512),
    "smallest tablet": (700, 900),
    "portrait tablet": (820, 1180),
    "large portrait tablet": (1024, 1366),
    "low window": (1000, 700),
    "small landscape tablet": (1024, 768),
    "landscape tablet": (1080, 810),
    "middle landscape tablet": (1112, 834),
    "wide landscape tablet": (1180, 820),
    "narrowest screen for everything": (1240, 700),
    "laptop": (1280, 720),
    "large landscape tablet": (1366, 1024),
    "1080p": (1920, 1080),
    "4-K wall": (3840, 2160),
}
NARROW = [screen for screen, (width, _) in SCREENS.items() if width < 1920]  # beyond, no sentence is too long
REFUSED: dict[str, Any] = {"is_digit": False}
NEAR: dict[str, Any] = {"digit": 7, "confidence": 0.61, "probabilities": [0, 0.39, 0, 0, 0, 0, 0, 0.61, 0, 0]}
SIGN: dict[str, Any] = {
    "is_digit": False,
    "looks_like": "question mark",
    "looks_like_title": "question mark",
    "looks_like_pixels": [[16] * 8] * 8,
}
TITLES = {"en-GB": "question mark", "ja-JP": "はてなマーク"}  # what the server calls it in each language
SEVERAL: dict[str, Any] = {"hint": "several", "is_digit": False, "pieces": [{"digit": 4}, {"digit": 2}]}
UPRIGHT = 700  # px: upright screens below this have the answer above the sheet
SHARP = 2  # px between the words of two neighbours, that both can be read
PLACES = """(selectors) => selectors.map((selector) => {
  const { left, top, right, bottom } = document.querySelector(selector).getBoundingClientRect();
  return { left, top, right, bottom };
})"""
CAPTIONS = """() => [...document.querySelectorAll(".step:not(.squares) b")].map((caption) => {
  const range = document.createRange();
  range.selectNodeContents(caption);
  const { left, top, right } = range.getBoundingClientRect();
  return { left, top, right };
})"""


def show(sheet: Sheet, screen: str) -> tuple[int, int]:
    width, height = SCREENS[screen]
    sheet.page.set_viewport_size({"width": width, "height": height})
    return width, height


def places(sheet: Sheet, *selectors: str) -> list[dict[str, float]]:
    """Where these are on the page, in px."""
    return list(sheet.page.evaluate(PLACES, selectors))


def assert_within(sheet: Sheet, screen: str, *selectors: str) -> None:
    """Fail unless these are on the screen, without scrolling, and nothing is wider than it."""
    width, height = SCREENS[screen]
    for found in places(sheet, *selectors):
        within = found["left"] >= 0 and found["top"] >= 0 and found["right"] <= width and found["bottom"] <= height
        assert within, (screen, found)
    assert sheet.page.evaluate("document.documentElement.scrollWidth") <= width, screen


def answer_as(sheet: Sheet, facts: dict[str, Any]) -> None:
    """Draw something, and let the answer be another one."""

    def change(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=json.dumps(response.json() | facts))

    sheet.page.route("**/predict*", change)
    sheet.press("Delete")
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.unroute("**/predict*", change)


EVERY_OTHER, THE_REST = list(SCREENS)[::2], list(SCREENS)[1::2]
# Every screen is looked at soon, in one language or the other; the rest comes with `make test-deploy`.
LOOKS = [
    pytest.param("en-GB", EVERY_OTHER, id="English"),
    pytest.param("ja-JP", THE_REST, id="Japanese"),
    pytest.param("en-GB", THE_REST, id="English, the rest", marks=pytest.mark.slow),
    pytest.param("ja-JP", EVERY_OTHER, id="Japanese, the rest", marks=pytest.mark.slow),
]
TELL = "(text) => (document.querySelector('[data-notice]').textContent = text)"


@pytest.mark.parametrize(("locale", "screens"), LOOKS)
def test_pad_and_answer_fit_every_screen_and_nothing_covers_or_moves_them(
    open_sheet: Open, locale: str, screens: list[str]
) -> None:
    sheet = open_sheet(locale=locale)
    for screen in screens:
        width, height = show(sheet, screen)
        assert_within(sheet, screen, ".sheet", ".answer", "[data-undo]", "[data-clear]")
        answer, pad, _ = silent = places(sheet, ".answer", ".sheet", ".tools")
        is_above = width < UPRIGHT and width < height
        assert answer["bottom"] <= pad["top"] if is_above else answer["right"] <= pad["left"], (
            screen,
            "under the hand",
        )
        ink, straight, bitmap = sheet.page.evaluate(CAPTIONS)
        beside = [(a, b) for a, b in ((ink, straight), (straight, bitmap)) if a["top"] == b["top"]]
        assert all(b["left"] - a["right"] >= SHARP for a, b in beside), (screen, "captions")
        sheet.page.evaluate(TELL, "I can’t hear you just now. Keep drawing, I’ll be back.")
        assert places(sheet, ".answer", ".sheet", ".tools") == silent, (screen, "moved by the calm line")
        sheet.page.evaluate(TELL, "")


@pytest.mark.parametrize(("locale", "screens"), LOOKS)
def test_every_sentence_has_room_and_moves_nothing(open_sheet: Open, locale: str, screens: list[str]) -> None:
    sheet = open_sheet(locale=locale)
    still: dict[str, Any] = {}
    sign = {**SIGN, "looks_like_title": TITLES[locale]}
    for facts in (None, REFUSED, NEAR, SEVERAL, sign):
        if facts:
            answer_as(sheet, facts)
        for screen in [one for one in screens if one in NARROW]:
            show(sheet, screen)
            words, bars, answer, digit, pad = places(sheet, ".words", ".bars", ".answer", ".digit", ".sheet")
            room = digit["bottom"] if words["left"] < digit["right"] else answer["top"]
            assert room <= words["top"] and words["bottom"] <= bars["top"], (screen, facts, words)
            assert answer["left"] <= words["left"] and words["right"] <= answer["right"], (screen, facts, words)
            assert still.setdefault(screen, (bars, pad)) == (bars, pad), (screen, facts)


IS_INKED = """([x, y]) => {
  const canvas = document.querySelector("[data-pad]");
  return canvas.getContext("2d").getImageData(x * canvas.width, y * canvas.height, 1, 1).data[3] > 127;
}"""


def test_ink_stays_under_the_pen_though_the_sheet_moves(sheet: Sheet) -> None:
    sheet.page.mouse.move(*sheet.at((0.5, 0.3))[0])
    sheet.page.mouse.down()
    sheet.page.evaluate(FRAMES)
    sheet.page.evaluate("document.querySelector('[data-sheet]').style.translate = '60px'")
    sheet.page.mouse.move(*sheet.at((0.5, 0.7))[0])
    sheet.page.mouse.up()
    sheet.page.evaluate(FRAMES)
    assert sheet.page.evaluate(IS_INKED, (0.5, 0.7))


@pytest.mark.parametrize("locale", ONE_SOON)
def test_the_sheet_of_ten_fits_every_screen_and_stays_whatever_its_buttons_say(open_sheet: Open, locale: str) -> None:
    ten = open_sheet("/ten", locale=locale)
    seen = {}
    for digit in range(10):
        for screen in SCREENS if digit in (0, 9) else []:
            show(ten, screen)
            assert_within(ten, screen, ".sheet", "[data-next]", "[data-back]", "[data-undo]")
            [sheet, asked] = places(ten, ".sheet", "[data-prompt]")
            assert seen.setdefault(screen, sheet) == sheet, (screen, digit)
            assert asked["right"] <= sheet["left"] or asked["bottom"] <= sheet["top"], (screen, digit)
        if digit < 9:
            ten.click("next")


def is_left_of(sheet: Sheet, first: str, second: str) -> bool:
    left, right = places(sheet, first, second)
    return left["right"] <= right["left"]


def test_left_handed_visitors_have_the_answer_on_the_right_and_are_remembered(sheet: Sheet) -> None:
    sheet.switch("hand")
    assert is_left_of(sheet, ".sheet", ".answer")
    sheet.page.reload()
    assert is_left_of(sheet, ".sheet", ".answer")


def test_left_handed_visitors_have_the_tools_mirrored_and_ten_digits_on_the_side_of_their_hand(sheet: Sheet) -> None:
    for screen in ("phone", "landscape tablet"):
        show(sheet, screen)
        assert is_left_of(sheet, "[data-undo]", "[data-menu]"), screen
    sheet.page.goto("/ten")
    show(sheet, "laptop at 200 % zoom")
    assert is_left_of(sheet, ".ten-row", ".sheet")
    sheet.page.goto("/")
    sheet.switch("hand")
    for screen in ("phone", "landscape tablet"):
        show(sheet, screen)
        assert is_left_of(sheet, "[data-sound]", "[data-undo]"), screen
    sheet.page.goto("/ten")
    for screen in ("phone", "landscape tablet"):
        show(sheet, screen)
        assert is_left_of(sheet, "[data-next]", "[data-undo]"), screen
    show(sheet, "laptop at 200 % zoom")
    assert is_left_of(sheet, ".tools", ".sheet")
    assert is_left_of(sheet, ".sheet", ".ten-row")
