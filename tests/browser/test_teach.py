"""A visitor teaches a machine: by mouse, by finger and by keys; sees what it learnt; and corrects the pad's reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import Open
from tests.browser.sheet import TEN, Sheet, Stroke

FOLDER = Path(__file__).parents[1] / "drawings" / "hands"


def quick(strokes: list[Stroke]) -> list[Stroke]:
    """As a quick hand's: every third point, and the last."""
    return [[*stroke[:-1:3], stroke[-1]] for stroke in strokes]


HANDS = [
    {one["label"]: quick(one["strokes"]) for one in map(json.loads, (FOLDER / name).read_text().splitlines())}
    for name in ("american.jsonl", "clerk.jsonl", "german.jsonl", "round.jsonl")
]
HEART = [[(0.5, 0.35), (0.35, 0.2), (0.2, 0.35), (0.5, 0.8), (0.8, 0.35), (0.65, 0.2), (0.5, 0.35)]]


@pytest.fixture
def teach(open_sheet: Open) -> Iterator[Sheet]:
    sheet = open_sheet("/teach", has_touch=True)
    yield sheet
    assert sheet.wrong == []


def choose(sheet: Sheet, signs: str) -> None:
    for sign in signs:
        sheet.page.locator(f'[data-suggest="{sign}"]').click()


def on_sheet(strokes: list[Stroke]) -> list[Stroke]:
    """A little smaller than it was written."""
    return [[(0.1 + 0.8 * point[0], 0.1 + 0.8 * point[1]) for point in stroke] for stroke in strokes]


def draw(sheet: Sheet, strokes: list[Stroke], by: str = "mouse") -> None:
    sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
    getattr(sheet, by)(on_sheet(strokes))


def show(sheet: Sheet, sign: str, strokes: list[Stroke], by: str = "mouse") -> None:
    """Draw one and say what it is, until the album has it."""
    before = sheet.page.locator(".example-card").count()
    draw(sheet, strokes, by)
    sheet.page.locator(f'[data-add="{sign}"]').click()
    shown(sheet, before + 1)


def shown(sheet: Sheet, number: int) -> None:
    sheet.wait("number => document.querySelectorAll('.example-card').length === number", number)


def reads(sheet: Sheet, sign: str) -> None:
    sheet.wait("sign => document.querySelector('[data-sign]').textContent === sign", sign)


def says(sheet: Sheet, name: str, text: str) -> None:
    sheet.wait("([name, text]) => document.querySelector(`[data-${name}]`)?.textContent.includes(text)", [name, text])


def test_two_signs_are_taught_by_mouse_and_finger_and_what_was_learnt_is_seen(teach: Sheet) -> None:
    assert teach.words().startswith("I know nothing yet.")
    choose(teach, "01")
    for number, hand in enumerate(HANDS[:3]):
        by = "finger" if number == 2 else "mouse"
        show(teach, "0", hand["0"], by)
        show(teach, "1", hand["1"], by)
    says(teach, "guesses", "6 of 6")
    says(teach, "facts", "6 drawings of 2 signs.")
    for hand in HANDS[3:]:
        for sign in "01":
            draw(teach, hand[sign])
            reads(teach, sign)
            says(teach, "house", f"The one that knows reads {sign}")
            teach.click("clear")
    assert teach.page.locator("[data-map]").is_visible()
    support = teach.page.locator(".example-card[data-support]").count()
    assert 2 <= support <= 6
    assert teach.page.locator(".example-card[data-weightiest]").count() == 1
    assert_accessible(teach.page, "light")
    teach.click("forget")
    shown(teach, 5)
    says(teach, "facts", "5 drawings")
    teach.page.locator(".example-card").first.click()
    shown(teach, 4)
    teach.page.locator(".languages button").first.click()
    teach.page.wait_for_selector("html[lang=ja] .example-card:nth-child(2)")
    says(teach, "guesses", "4 枚のうち")
    assert_accessible(teach.page, "dark")


@pytest.mark.slow
def test_given_the_data_set_it_climbs_and_its_examples_can_be_taken_home(teach: Sheet) -> None:
    choose(teach, "49")
    for hand in HANDS[:2]:
        for sign in "49":
            show(teach, sign, hand[sign])
    teach.click("give")
    teach.wait("() => document.querySelectorAll('[data-curve] li').length === 4")
    shares = [float(text[:-1]) for text in teach.page.locator("[data-curve] b").all_inner_texts()]
    assert shares == sorted(shares) and shares[-1] > 98
    with teach.page.expect_download() as download:
        teach.click("npz")
    assert download.value.suggested_filename == "examples.npz"
    with np.load(download.value.path()) as file:
        assert sorted(file["labels"].tolist()) == ["4", "4", "9", "9"]


@pytest.mark.slow
def test_the_keyboard_alone_teaches_two_signs_of_ones_own(teach: Sheet) -> None:
    for name in ("bar", "dot"):
        teach.page.locator("[data-own] input").fill(f"{name}!")
        teach.press("Backspace", "Enter")
    teach.page.get_by_text("Draw with squares instead").press("Enter")
    squares = teach.page.locator("[data-grid] [role=gridcell]")
    for name, cells in (("bar", range(3, 60, 8)), ("dot", (27, 28, 35, 36))):
        for cell in cells:
            squares.nth(cell).focus()
            teach.press("9")
        teach.page.locator(f'[data-add="{name}"]').press("Enter")
        shown(teach, 1 if name == "bar" else 2)
    for cell in range(4, 61, 8):
        squares.nth(cell).focus()
        teach.press("9")
    reads(teach, "bar")


@pytest.mark.slow
def test_a_failure_that_bystanders_read_hangs_until_it_is_taken_down(teach: Sheet) -> None:
    teach.page.locator("[data-meant]").select_option("4")
    draw(teach, TEN["9"])
    says(teach, "fooled", "I read 9! Who else reads a 4?")
    assert teach.page.locator("[data-hang]").is_disabled()
    teach.page.locator("[data-vote=yes]").click()
    teach.click("hang")
    assert teach.page.locator("[data-hung] li").inner_text() == "4, read as 9: 1 to 0"
    teach.page.reload()
    assert teach.page.locator("[data-hung] li").count() == 1
    teach.click("take-down")
    assert teach.page.locator("[data-hung] li").count() == 0
    draw(teach, TEN["4"])
    says(teach, "fooled", "That did not fool me.")


@pytest.mark.slow
def test_whoever_was_misread_teaches_a_copy_and_the_pad_reads_as_before_for_others(sheet: Sheet) -> None:
    sheet.mouse(HEART)
    sheet.answer()
    assert not any("correct" in address for address in sheet.loaded)
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")
    sheet.click("wrong")
    sheet.page.locator("[data-correction-own] input").fill("hearts")
    sheet.press("Backspace", "Enter")
    for number in range(5):
        says(sheet, "correction-said", f"{number} of 5 so far")
        sheet.mouse([[(x + 0.01 * number, y - 0.01 * number) for x, y in HEART[0]]])
        sheet.answer()
        sheet.page.wait_for_selector("[data-reasons]:not([aria-busy]) .card")
        sheet.click("correction-add")
    says(sheet, "correction-said", "Now I know heart")
    sheet.mouse([[(x - 0.02, y + 0.03) for x, y in HEART[0]]])
    says(sheet, "correction-said", "Now I say: heart!")
    assert_accessible(sheet.page, "dark")
    sheet.click("clear")
    sheet.mouse(TEN["7"])
    says(sheet, "correction-said", "I say 7, as before.")
    sheet.click("correction-forget")
    says(sheet, "correction-said", "Forgotten.")
