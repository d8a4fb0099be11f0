"""What a colour says can be seen: under a pointer, with more contrast, and in the system's own few colours."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import PHONE, Open
from tests.browser.sheet import STRIDE, TEN, Sheet
from tests.browser.test_screens import REFUSED, SEVERAL, answer_as

QUIET_TEXT = 7.0  # WCAG's AAA, for those who ask for more contrast
TEXT = 4.5  # WCAG 1.4.3
LINES = 3.0  # WCAG 1.4.11
THEMES = ["light", "dark"]
STYLE = "([selector, property, part]) => getComputedStyle(document.querySelector(selector), part)[property]"
TOKEN = """(name) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(--${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}"""


def style(sheet: Sheet, selector: str, name: str, part: str = "") -> str:
    return str(sheet.page.evaluate(STYLE, [selector, name, part or None]))


def token(sheet: Sheet, name: str) -> str:
    return str(sheet.page.evaluate(TOKEN, name))


def luminance(colour: str) -> float:
    """WCAG's relative luminance, 0..1."""
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, 1..21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["hand", "sound"])
def test_a_pressed_switch_shows_its_icon_under_the_pointer(sheet: Sheet, name: str) -> None:
    if name == "hand":
        sheet.page.locator("[data-menu] summary").click()
    sheet.click(name)
    sheet.page.locator(f"[data-{name}]").hover()
    switch = f"[data-{name}]:hover[aria-pressed=true]"
    assert contrast(style(sheet, switch, "color"), style(sheet, switch, "backgroundColor")) >= LINES


def test_a_finger_leaves_no_hover_behind(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=PHONE, has_touch=True, is_mobile=True)
    sheet.page.locator("[data-menu] summary").tap()
    before = style(sheet, "[data-hand]", "backgroundColor")
    for _ in ("on", "off"):
        sheet.page.locator("[data-hand]").tap()
    assert style(sheet, "[data-hand]", "backgroundColor") == before


def test_the_loudspeaker_says_whether_it_is_on(sheet: Sheet) -> None:
    waves, cross = sheet.page.locator("[data-sound] .when-on"), sheet.page.locator("[data-sound] .when-off")
    assert (waves.is_visible(), cross.is_visible()) == (False, True)
    sheet.click("sound")
    assert (waves.is_visible(), cross.is_visible()) == (True, False)


def test_only_what_is_certain_is_red(sheet: Sheet) -> None:
    first = ".bar[data-first] .rail"
    sheet.mouse(TEN["7"], STRIDE)
    sheet.answer()
    assert style(sheet, first, "backgroundColor", "::before") == token(sheet, "seal")
    for facts in (REFUSED, SEVERAL):
        answer_as(sheet, facts)
        assert style(sheet, first, "backgroundColor", "::before") == token(sheet, "soft")


@pytest.mark.parametrize("theme", THEMES)
def test_those_who_ask_for_contrast_get_it(open_sheet: Open, theme: str) -> None:
    sheet = open_sheet(color_scheme=theme, contrast="more")
    for paper in ("paper", "sheet"):
        assert contrast(token(sheet, "soft"), token(sheet, paper)) >= QUIET_TEXT
        assert contrast(token(sheet, "line"), token(sheet, paper)) >= LINES
        assert contrast(token(sheet, "seal"), token(sheet, paper)) >= LINES


@pytest.mark.parametrize("theme", THEMES)
def test_the_systems_own_colours_hide_nothing(open_sheet: Open, theme: str) -> None:
    sheet = open_sheet(color_scheme=theme, forced_colors="active")
    sheet.mouse(TEN["7"], STRIDE)
    sheet.answer()
    # A text that keeps its own colours gets no plate behind it, which would cover what stands around a large digit.
    assert style(sheet, ".digit", "forcedColorAdjust") == "none"
    assert style(sheet, ".pages [aria-current]", "borderBottomStyle") == "solid"
    assert style(sheet, ".pages a:not([aria-current])", "borderBottomStyle") == "none"
    sheet.click("sound")
    on, off = style(sheet, "[data-sound]", "backgroundColor"), style(sheet, "[data-hand]", "backgroundColor")
    assert on != off
    assert contrast(style(sheet, "[data-sound]", "color"), on) >= LINES


def test_the_systems_own_colours_leave_the_squares_their_ink(open_sheet: Open) -> None:
    sheet = open_sheet(forced_colors="active")
    sheet.mouse(TEN["7"], STRIDE)
    sheet.answer()
    sheet.click("why")
    sheet.page.locator(".experts summary").click()
    sheet.page.wait_for_selector(".hinge[style]")
    seen = "(squares) => new Set(squares.map((square) => getComputedStyle(square).backgroundColor)).size"
    assert sheet.page.locator(".hinge").evaluate_all(seen) > 1


def test_the_systems_own_colours_leave_the_main_button_its_words(open_sheet: Open) -> None:
    ten = open_sheet("/ten", forced_colors="active")
    ten.mouse(TEN["7"], STRIDE)
    ten.page.wait_for_selector("[data-next].first")
    assert contrast(style(ten, "[data-next]", "color"), style(ten, "[data-next]", "backgroundColor")) >= TEXT
    assert style(ten, "[data-next]", "forcedColorAdjust") == "none"


def test_the_systems_own_colours_show_what_cannot_be_pressed(open_sheet: Open) -> None:
    sheet = open_sheet(forced_colors="active")
    off, on = (style(sheet, f".tools {state}", "color") for state in (":disabled", ":enabled"))
    assert off != on
    assert style(sheet, ".tools :disabled", "opacity") == "1"


def test_the_systems_own_colours_show_what_is_chosen(open_sheet: Open) -> None:
    report = open_sheet("/report", forced_colors="active")
    chosen = style(report, ".choices [aria-current]", "backgroundColor")
    assert chosen != style(report, ".choices :not([aria-current])", "backgroundColor")
