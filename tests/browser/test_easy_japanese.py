"""Easy Japanese has longer sentences and two storeys of letters: it fits, and moves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import SMALLEST, Open
from tests.browser.sheet import Sheet
from tests.browser.test_screens import NEAR, SEVERAL, SIGN, answer_as, assert_within, places, show

CODE = "ja-Hira"
TITLE = "ことばを かこむ しるし"  # the longest name of a sign
LONG = (("/lesson", None), ("/report", "light"))  # pages
SEEN = ("smallest phone", "phone", "phone on its side", "landscape tablet", "1080p")
READINGS = """() => [...document.querySelectorAll("ruby")].map((word) => [word, word.querySelector("rt")])
  .filter(([word]) => word.checkVisibility() && word.getClientRects().length)
  .filter(([word, reading]) => reading.getBoundingClientRect().height < 5).length"""
TORN = """() => [...document.querySelectorAll("ruby")].map((word) => word.parentElement)
  .filter((one) => /flex|grid/.test(getComputedStyle(one).display)).map((one) => one.outerHTML)"""
MARKS = """() => [...document.querySelectorAll("body *:not(script)")].flatMap((one) => [
  ...[...one.childNodes].filter((node) => node instanceof Text).map((node) => node.data),
  ...[...one.attributes].map((attribute) => attribute.value),
]).filter((text) => text.includes("《"))"""
HIGHER = """() => [...document.querySelectorAll(".tools button, .pages a")]
  .some((one) => one.scrollHeight > one.clientHeight)"""


@pytest.fixture
def easy(open_sheet: Open) -> Iterator[Sheet]:
    """The pad as a child has it."""
    sheet = open_sheet(locale="ja-Hira")
    assert sheet.page.evaluate("document.documentElement.lang") == CODE
    yield sheet
    assert sheet.wrong == []


@pytest.mark.slow
def test_every_easy_sentence_has_room_and_moves_nothing(easy: Sheet) -> None:
    still: dict[str, Any] = {}
    for facts in (None, NEAR, SEVERAL, {**SIGN, "looks_like_title": TITLE}):
        if facts:
            answer_as(easy, facts)
        for screen in SEEN:
            show(easy, screen)
            assert_within(easy, screen, ".sheet", ".answer", "[data-undo]")
            words, bars, answer, digit, pad = places(easy, ".words", ".bars", ".answer", ".digit", ".sheet")
            room = digit["bottom"] if words["left"] < digit["right"] else answer["top"]
            assert room <= words["top"] and words["bottom"] <= bars["top"], (screen, facts, words)
            assert answer["left"] <= words["left"] and words["right"] <= answer["right"], (screen, facts, words)
            assert still.setdefault(screen, (bars, pad)) == (bars, pad), (screen, facts)


def test_what_scripts_say_has_readings_above_and_a_plain_name(easy: Sheet) -> None:
    answer_as(easy, {**SIGN, "looks_like_title": "<b>ほし</b>"})
    words = easy.page.locator(".words")
    assert words.locator("rt").all_text_contents() == ["すうじ"]
    assert words.locator("b").count() == 0
    assert words.aria_snapshot().replace("数字 ", "数字").startswith("- paragraph: 数字じゃなくて「<b>ほし</b>」かな")
    easy.click("why")
    easy.page.locator("[data-because]:not(:empty)").wait_for()
    assert easy.page.evaluate(MARKS) == []


@pytest.mark.slow
def test_readings_fit_the_smallest_phone_and_everybody_can_use_the_page(easy: Sheet) -> None:
    easy.page.set_viewport_size({"width": SMALLEST["width"], "height": SMALLEST["height"]})
    for path, theme in (("/", "light"), ("/map", None), ("/ten", None), ("/teach", "dark"), ("/privacy", None), *LONG):
        easy.page.goto(path)
        assert easy.page.locator("ruby rt").count() > 0, path
        assert easy.page.evaluate(READINGS) == 0, path
        assert easy.page.evaluate(TORN) == [], path
        assert not easy.page.evaluate(HIGHER), path
        assert easy.page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"], path
        if theme:
            assert_accessible(easy.page, theme)


@pytest.mark.slow
def test_on_a_phone_a_button_opens_the_languages(easy: Sheet) -> None:
    easy.page.set_viewport_size({"width": SMALLEST["width"], "height": SMALLEST["height"]})
    easy.page.locator("[popovertarget=languages]").click()
    assert_within(easy, "smallest phone", ".languages [lang=en]", ".languages [lang=ja]")
    easy.page.locator(".languages [lang=ja]").click()
    easy.wait("() => document.documentElement?.lang === 'ja'")
    easy.page.locator("[popovertarget=languages]").click()
    easy.page.get_by_role("button", name="やさしい日本語").click()
    easy.wait(f"() => document.documentElement?.lang === '{CODE}'")
