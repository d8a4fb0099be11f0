"""The lesson in a browser: a drawing on both roads, many pictures at once, code to copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import TEN

DRAWINGS = Path(__file__).parents[1] / "drawings"
INKED = """(road) => {
  const canvas = document.querySelector(`[data-road="${road}"] canvas`);
  return canvas.getContext("2d").getImageData(0, 0, 8, 8).data.some(Boolean);
}"""


# The brightest colour part of the first squares' ink, thrice: 0..765.
TONE = """[...document.querySelector("[data-rows] canvas").getContext("2d").getImageData(0, 0, 8, 8).data]
  .reduce((most, part, place) => (place % 4 < 3 ? Math.max(most, part) : most), 0) * 3"""


def said(page: Page, road: str) -> str:
    page.wait_for_function(INKED, arg=road)
    return page.locator(f'[data-road="{road}"] [data-said]').inner_text()


def read_as(page: Page, row: int) -> list[str]:
    """What the two roads made of one of many pictures."""
    return [text.strip() for text in page.locator("[data-rows] tr").nth(row).locator("td").all_inner_texts()]


def test_a_drawing_is_read_on_both_roads_and_goes_with_the_sheet(open_sheet: Open) -> None:
    sheet = open_sheet("/lesson")
    sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
    sheet.mouse(TEN["7"])
    sheet.wait("() => document.querySelector('[data-road=served] [data-said]').textContent.includes('7')")
    assert said(sheet.page, "notebook").startswith("reads ")
    sheet.click("clear")
    assert not sheet.page.evaluate(INKED, "served")
    assert not sheet.page.evaluate(INKED, "notebook")


def test_the_sheet_can_be_used_by_keys_and_heard(open_sheet: Open) -> None:
    sheet = open_sheet("/lesson")
    sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
    sheet.mouse(TEN["3"])
    sheet.wait("() => /^shrunk: .*; prepared: reads 3$/.test(document.querySelector('[data-voice]').textContent)")
    for _ in TEN["3"]:
        sheet.press("Control+z")
    assert sheet.ink() == 0
    sheet.press("Control+y")
    assert sheet.ink() > 0
    sheet.page.locator("[data-clear]").focus()
    sheet.press("Enter")
    assert sheet.ink() == 0
    assert sheet.page.evaluate("document.activeElement.matches('[type=file]')"), "not lost with the button"


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(".languages button", id="language", marks=pytest.mark.slow),  # as the pad's, in test_drawing.py
        pytest.param("#errors .choices a", id="model"),
    ],
)
def test_the_drawing_stays_when_the_page_is_loaded_for_another(open_sheet: Open, link: str) -> None:
    sheet = open_sheet("/lesson")
    sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
    sheet.mouse(TEN["3"])
    drawn = sheet.ink()
    with sheet.page.expect_navigation():
        sheet.page.locator(link).first.click()
    assert "3" in said(sheet.page, "served")
    assert sheet.ink() == pytest.approx(drawn, rel=0.01)
    sheet.page.reload()
    assert sheet.ink() == 0


def test_pictures_get_a_row_each_and_a_score(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    names = ["0.png", "7-crossed.png", "not_an_image-text.png"]
    page.set_input_files("[type=file]", [DRAWINGS / name for name in names])
    page.locator("[data-upload] button").click()
    page.wait_for_function("() => document.querySelector('[data-score]').textContent.startsWith('2 of 3 read.')")
    rows = page.locator("[data-rows] tr")
    assert [row.locator("th").inner_text() for row in rows.all()] == names
    assert read_as(page, 0) == ["4", "0"]
    assert rows.nth(0).locator("td.wrong").count() == 1
    assert "not a picture I can open" in rows.nth(2).inner_text()
    assert "Of 2 with a digit in their name, the short recipe read" in page.locator("[data-score]").inner_text()


def test_a_reply_that_is_no_answer_is_told_in_its_row(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.route("**/lesson/roads", lambda route: route.fulfill(json={}))
    page.set_input_files("[type=file]", [DRAWINGS / "0.png"])
    page.locator("[data-upload] button").click()
    page.wait_for_function("() => document.querySelector('[data-score]').textContent.startsWith('0 of 1 read.')")
    assert page.locator("[data-rows] .refused").inner_text() != ""


def test_the_squares_of_a_row_are_painted_anew_for_another_theme(open_sheet: Open) -> None:
    page = open_sheet("/lesson", color_scheme="light").page
    page.set_input_files("[type=file]", [DRAWINGS / "0.png"])
    page.locator("[data-upload] button").click()
    page.wait_for_selector("[data-rows] td:nth-child(3) canvas")
    light = page.evaluate(TONE)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => ({TONE}) > light + 150", arg=light)
    page.emulate_media(color_scheme="light")


def test_more_than_fifty_pictures_are_not_even_sent(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.set_input_files("[type=file]", [DRAWINGS / "7.png"] * 51)
    page.locator("[data-upload] button").click()
    page.wait_for_function("() => document.querySelector('[data-score]').textContent.includes('at most 50')")
    assert sent == []


def test_without_scripts_the_form_brings_a_page_with_the_same_answers(open_sheet: Open) -> None:
    page = open_sheet("/report", java_script_enabled=False).page
    page.goto("/lesson")
    assert not page.locator("[data-copy]").first.is_visible()
    page.set_input_files("[type=file]", [DRAWINGS / "0.png", DRAWINGS / "9.png"])
    page.locator("[data-upload] button").click()
    expect(page.locator("[data-rows] tr")).to_have_count(2)
    assert read_as(page, 0) == ["4", "0"]


def test_code_can_be_copied(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("#rows [data-copy]")
    button.click()
    page.wait_for_function("() => document.querySelector('#rows [data-copy]').textContent === 'Copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#rows code").text_content()
    page.context.clear_permissions()


def test_where_nothing_may_be_copied_the_code_is_marked(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator("#rows [data-copy]").click()
    page.wait_for_function("() => getSelection().toString().includes('load_digits')")


def test_chapter_four_changes_its_model_and_stays_in_place(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.locator("#errors .choices a", has_text="Random forest").click()
    page.wait_for_url("**/lesson?model=forest#errors")
    assert page.locator("#errors").bounding_box()["y"] < 100


# Where the text of a scene, its figure and the bar of chapters stand, and how many digits a row of each gallery has.
LAID_OUT = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const columns = (one) => getComputedStyle(one).gridTemplateColumns.split(" ").length;
  const [text, figure] = [box("#data .text"), box("#data figure")];
  return {
    beside: text.right <= figure.left && Math.abs(text.top - figure.top) < 1,
    below: figure.top >= text.bottom,
    rows: [...document.querySelectorAll(".gallery:not(.own)")].map(columns),
    listed: document.querySelector("[data-choose]").offsetParent !== null,
    linked: document.querySelector("#errors .choices").offsetParent !== null,
  };
}"""


def test_text_stands_left_of_its_figure_where_there_is_room_and_a_hundred_digits_fill_their_rows(
    open_sheet: Open,
) -> None:
    page = open_sheet("/lesson").page
    for width, columns in [(390, 10), (699, 10), (900, 20), (1099, 25), (1100, 10), (1920, 20)]:
        page.set_viewport_size({"width": width, "height": round(width * 0.5625)})
        seen = page.evaluate(LAID_OUT)
        assert (seen["beside"], seen["below"]) == (width >= 1100, width < 1100), width
        assert set(seen["rows"]) == {columns}, width
        assert (seen["listed"], seen["linked"]) == (width < 700, width >= 700), width


def test_the_chapters_stay_at_the_top_and_mark_the_one_that_is_read(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.locator("[data-chapters] a").nth(3).click()
    page.wait_for_function("() => document.querySelector('[data-chapters] [aria-current]')?.hash === '#errors'")
    bar, title = (page.locator(one).bounding_box() for one in ("[data-chapters]", "#errors-title"))
    assert bar and title and bar["y"] == 0 and title["y"] >= bar["height"]


def test_a_model_that_is_chosen_from_the_list_is_shown_and_the_drawing_stays(open_sheet: Open) -> None:
    sheet = open_sheet("/lesson", viewport=PHONE)
    sheet.page.locator("[data-pad]").scroll_into_view_if_needed()
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]])
    drawn = sheet.ink()
    assert not sheet.page.locator("[data-choose] button").is_visible()
    sheet.page.locator("[data-choose] select").select_option("forest")
    sheet.page.wait_for_url("**/lesson?model=forest#errors")
    assert sheet.ink() == pytest.approx(drawn, rel=0.01)


# Of what is printed: where a page may not end, and what is there at all.
PRINTED = """() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    heads: ["#data h2", "#hand h3", "#data .text", ".matrix caption"].map((one) => style(one).breakAfter),
    scenes: style(".scene").breakInside,
    pressed: [".chapters", "[data-copy]", "[data-upload]", "[data-present]", "#data details"]
      .filter((one) => document.querySelector(one).offsetParent),
    pictures: document.querySelectorAll("canvas, img").length - document.querySelectorAll(".drawn").length,
  };
}"""


def test_on_paper_no_heading_stays_behind_and_squares_are_drawn_not_painted(open_sheet: Open) -> None:
    page = open_sheet("/lesson").page
    page.emulate_media(media="print")
    seen = page.evaluate(PRINTED)
    page.emulate_media(media="screen")
    assert seen == {"heads": ["avoid"] * 4, "scenes": "avoid", "pressed": [], "pictures": 4}, (
        "a sheet, its two roads and the plane of the border, none of which are printed"
    )
    assert page.locator("svg.digit-picture").count() > 200
