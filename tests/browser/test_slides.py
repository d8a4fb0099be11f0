"""In a presentation the lesson becomes slides: a scene fills the screen, keys and buttons lead from one to the next."""

from __future__ import annotations

import pytest

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import LOCALES, Open
from tests.browser.sheet import TEN, Sheet

ON = "() => document.documentElement.hasAttribute('data-presenting')"
SCREENS = [(1180, 820), (820, 1180), (1920, 1080)]
# Goes through all slides from the first: how many scenes stand on each, and how many px more than the screen has.
SEEN = """() => {
  const [back, next] = ["back", "next"].map((way) => document.querySelector(`[data-slide-${way}]`));
  const scenes = [...document.querySelectorAll(".scene")];
  for (const _ of scenes) back.click();
  return scenes.map((scene) => {
    const shown = scenes.filter((one) => one.offsetParent);
    const { top, bottom } = scene.getBoundingClientRect();
    const wide = document.documentElement.scrollWidth - innerWidth;
    const over = Math.max(scene.scrollHeight - scene.clientHeight, wide, -top, bottom - innerHeight);
    const named = scene.closest("section").querySelector("h2").offsetParent !== null;
    const place = document.querySelector("[data-slide-place]").textContent;
    next.click();
    return { place, alone: shown.length === 1 && shown[0] === scene, named, fits: over <= 1 };
  });
}"""


def place(sheet: Sheet) -> str:
    return sheet.page.locator("[data-slide-place]").inner_text()


def present(sheet: Sheet) -> None:
    sheet.press("p")
    sheet.wait(ON)


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_each_scene_is_a_slide_that_fits_the_screen(open_sheet: Open, locale: str) -> None:
    sheet = open_sheet("/lesson", locale=locale)
    present(sheet)
    count = sheet.page.locator(".scene").count()
    wanted = [{"place": f"{n} / {count}", "alone": True, "named": True, "fits": True} for n in range(1, count + 1)]
    for width, height in SCREENS:
        sheet.page.set_viewport_size({"width": width, "height": height})
        assert sheet.page.evaluate(SEEN) == wanted, (width, height)
    assert place(sheet) == f"{count} / {count}", "behind the last there is none"
    assert_accessible(sheet.page, "light" if locale == LOCALES[0] else "dark")
    assert sheet.wrong == []


def test_a_remote_control_and_the_buttons_lead_on_and_back(open_sheet: Open) -> None:
    sheet = open_sheet("/lesson")
    present(sheet)
    for key, number in [("PageDown", 2), ("Space", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1), ("PageDown", 2)]:
        sheet.press(key)
        assert place(sheet).startswith(f"{number} /"), key
    sheet.click("slide-next")
    sheet.click("slide-next")
    sheet.click("slide-back")
    assert place(sheet).startswith("3 /")
    for path in ("/report", "/lesson"):
        pages = sheet.page.locator(".pages a").evaluate_all("(links) => links.map((one) => one.pathname)")
        sheet.press(str(1 + pages.index(path)))
        sheet.page.wait_for_url(f"**{path}")
    sheet.wait(ON)
    assert place(sheet).startswith("3 /"), "where it was left"
    sheet.press("p")
    sheet.wait(f"() => !({ON})()")
    assert sheet.page.locator(".scene").nth(0).is_visible()
    assert sheet.page.evaluate("document.activeElement.matches('[data-present]')")


@pytest.mark.slow
def test_a_slide_with_a_sheet_is_drawn_on(open_sheet: Open) -> None:
    sheet = open_sheet("/lesson")
    present(sheet)
    while not sheet.page.locator("[data-pad]").is_visible():
        sheet.press("ArrowRight")
    sheet.mouse(TEN["7"])
    sheet.wait("() => document.querySelector('[data-road=served] [data-said]').textContent.includes('7')")
