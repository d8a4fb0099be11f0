"""A visitor teaches all ten digits in a browser, five of each: what was taught reads most of what other hands write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import launched
from tests.browser.serving import serving
from tests.browser.sheet import Sheet
from tests.browser.test_teach import choose, draw, quick, says, show

pytestmark = pytest.mark.deploy

FOLDER = Path(__file__).parents[1] / "drawings" / "hands"
HANDS = sorted(FOLDER.glob("*.jsonl"))
TAUGHT = 5  # hands that teach; as many others are read
DIGITS = "0123456789"
FEWEST = 0.75  # of the others' digits are read right


def written(path: Path) -> dict[str, list[list[tuple[float, float]]]]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {one["label"]: quick(one["strokes"]) for one in lines}


@pytest.fixture
def teach() -> Iterator[Sheet]:
    with serving() as address, launched() as browser:
        sheet = Sheet(browser.new_page(base_url=address, locale="en-GB", reduced_motion="reduce"))
        sheet.page.goto("/teach")
        yield sheet


def read(sheet: Sheet, strokes: list[list[tuple[float, float]]]) -> str:
    """What is read in a drawing once it is finished: only then it is said which example spoke for it."""
    draw(sheet, strokes)
    says(sheet, "words", "Because of your drawing")
    sign = sheet.page.locator("[data-sign]").inner_text()
    sheet.click("clear")
    return sign


def test_five_of_each_digit_teach_most_of_what_others_write(teach: Sheet) -> None:
    choose(teach, DIGITS)
    for hand in map(written, HANDS[::2][:TAUGHT]):
        for digit in DIGITS:
            show(teach, digit, hand[digit])
    others = [(digit, hand[digit]) for hand in map(written, HANDS[1::2][:TAUGHT]) for digit in DIGITS]
    right = [read(teach, strokes) == digit for digit, strokes in others]
    assert sum(right) / len(right) >= FEWEST
    assert teach.wrong == []
