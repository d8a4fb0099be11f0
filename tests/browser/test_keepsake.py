"""A card to take home: seen, saved, printed; made in the browser."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, Open
from tests.browser.replies import PREDICT
from tests.browser.sheet import TEN, Sheet

A6 = (420, 298)  # points of 1/72 inch, lying
OPEN = "[data-keepsake][open]"
SVG = "{http://www.w3.org/2000/svg}"


def saved(sheet: Sheet, button: str) -> Path:
    with sheet.page.expect_download() as download:
        sheet.click(button)
    return Path(download.value.path())


def test_a_settled_answer_becomes_a_card_to_save_and_to_print(sheet: Sheet) -> None:
    keep = sheet.page.locator("[data-keep]")
    assert keep.is_disabled()
    sheet.mouse(TEN["4"])
    assert sheet.answer() == "4"
    keep.click()
    sheet.page.wait_for_selector(OPEN)
    label = sheet.page.locator("[data-card]").get_attribute("aria-label") or ""
    assert re.search(r"Its twin: a 4, no\. \d+ of 1797\.$", label), label
    for theme in ("light", "dark"):
        assert_accessible(sheet.page, theme)
    with Image.open(saved(sheet, "save-card")) as card:
        assert card.size == (1200, 630)
        assert len(card.getcolors(1 << 20) or []) > 20
    moving = ElementTree.parse(saved(sheet, "save-moving"))
    assert len(moving.findall(f".//{SVG}path")) == len(TEN["4"]) == len(moving.findall(f".//{SVG}animate"))
    assert sheet.page.evaluate("() => document.querySelector('[data-moving]').naturalWidth") == 600
    printed = sheet.page.pdf(prefer_css_page_size=True)
    assert [
        tuple(map(round, map(float, box.split()))) for box in re.findall(rb"/MediaBox \[0 0 ([\d. ]+)\]", printed)
    ] == [A6]
    sheet.press("Escape")
    sheet.page.route(PREDICT, lambda route: route.abort())
    sheet.mouse([[(0.1, 0.1)]])
    assert keep.is_disabled()


@pytest.mark.slow
def test_without_the_server_there_is_a_calm_word_and_the_next_press_tries_again(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=PHONE)
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.route("**/keepsake*", lambda route: route.abort())
    sheet.page.route("**/keepsake/twin", lambda route: route.abort())
    sheet.click("keep")
    sheet.page.wait_for_function("() => document.querySelector('[data-notice]').textContent !== ''")
    sheet.page.unroute_all(behavior="ignoreErrors")
    sheet.click("keep")
    sheet.page.wait_for_selector(OPEN)
    assert sheet.wrong == []


@pytest.mark.slow
def test_squares_have_a_card_but_nothing_that_moves(sheet: Sheet) -> None:
    sheet.page.locator("[data-grid] [role=gridcell]").nth(20).click()
    sheet.answer()
    sheet.click("keep")
    sheet.page.wait_for_selector(OPEN)
    assert sheet.page.locator("[data-save-card]").is_visible()
    assert not sheet.page.locator("[data-save-moving]").is_visible()
