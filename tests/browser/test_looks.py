"""Every page fits, weighs little, asks nobody else, and can be used by everybody."""

from __future__ import annotations

import gzip
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Response

from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.sheet import TEN, Sheet

WEIGHT = 60_000  # bytes, compressed, of everything a first visit loads
REQUESTS = 12
SCREENS = {
    "smallest phone": (320, 568),
    "phone": (360, 740),
    "phone on its side": (740, 360),
    "portrait tablet": (820, 1180),
    "laptop": (1280, 720),
    "1080p": (1920, 1080),
    "4-K wall": (3840, 2160),
}
PAGES = ["/", "/report", "/nowhere"]
THEMES = ["light", "dark"]
LOCALES = ["en-GB", "ja-JP"]


def size(screen: str) -> dict[str, int]:
    return dict(zip(("width", "height"), SCREENS[screen], strict=True))


def box(sheet: Sheet, name: str) -> dict[str, float]:
    found = sheet.page.locator(f"[data-{name}]").bounding_box()
    assert found is not None
    return dict(found) | {"right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("screen", SCREENS)
def test_pad_and_answer_fit_without_scrolling(open_sheet: Open, screen: str, locale: str) -> None:
    sheet = open_sheet(viewport=size(screen), locale=locale)
    width, height = SCREENS[screen]
    for name in ("sheet", "answer", "undo", "clear"):
        place = box(sheet, name)
        assert place["x"] >= 0 and place["y"] >= 0 and place["right"] <= width and place["bottom"] <= height, name
    assert sheet.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("screen", SCREENS)
def test_the_hand_does_not_cover_the_answer(open_sheet: Open, screen: str) -> None:
    sheet = open_sheet(viewport=size(screen))
    answer, pad = box(sheet, "answer"), box(sheet, "sheet")
    above = answer["bottom"] <= pad["y"]
    beside = answer["right"] <= pad["x"]
    assert above if SCREENS[screen][0] < 700 else beside


def test_left_handed_visitors_have_the_answer_on_the_right_and_are_remembered(sheet: Sheet) -> None:
    sheet.click("hand")
    assert box(sheet, "sheet")["right"] <= box(sheet, "answer")["x"]
    sheet.page.reload()
    assert box(sheet, "sheet")["right"] <= box(sheet, "answer")["x"]


def test_the_answer_never_moves_the_sheet(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=size("smallest phone"), locale="ja-JP")
    before = box(sheet, "sheet")
    sheet.mouse([[(0.1, 0.9), (0.9, 0.1)], [(0.1, 0.1), (0.9, 0.9)]])
    sheet.answer()
    assert box(sheet, "sheet") == before


@pytest.mark.parametrize("screen", ["smallest phone", "portrait tablet"])
def test_everything_a_finger_presses_is_48_pixels_wide_and_high(open_sheet: Open, screen: str) -> None:
    sheet = open_sheet(viewport=size(screen), has_touch=True)
    for target in sheet.page.locator("header a, header button, .tools button").all():
        place = target.bounding_box()
        assert place and place["width"] >= 40 and place["height"] >= 48, target.inner_text()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_sheet: Open, path: str, locale: str, theme: str) -> None:
    sheet = open_sheet(path, locale=locale, color_scheme=theme)
    if path == "/":
        sheet.mouse(TEN["4"])
        sheet.answer()
        sheet.page.wait_for_timeout(1000)  # what fades in is in full ink then
    found = Axe().run(sheet.page)
    assert found.violations_count == 0, found.generate_report()


def test_a_first_visit_is_light_and_asks_this_server_alone(open_sheet: Open) -> None:
    replies: list[Response] = []
    sheet = open_sheet("/health")
    sheet.page.on("response", replies.append)
    sheet.page.goto("/", wait_until="networkidle")
    extra = ["/static/logo.svg", "/static/manifest.webmanifest"]  # a browser with a window fetches these too
    bodies = {reply.url: reply.body() for reply in replies}
    bodies |= {path: sheet.page.request.get(path).body() for path in extra if not any(path in url for url in bodies)}
    assert {urlsplit(url).netloc for url in bodies} - {""} == {urlsplit(sheet.page.url).netloc}
    assert len(bodies) <= REQUESTS
    assert sum(len(gzip.compress(body)) for body in bodies.values()) <= WEIGHT


def test_a_visit_logs_no_error_and_breaks_no_policy(open_sheet: Open) -> None:
    sheet = open_sheet("/health")
    logged: list[str] = []
    sheet.page.on("console", lambda message: logged.append(message.text))
    sheet.page.on("pageerror", lambda error: logged.append(str(error)))
    sheet.page.goto("/")
    for name in ("sound", "hand"):
        sheet.click(name)
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')
    assert logged == []


def test_dark_paper_has_light_ink(open_sheet: Open) -> None:
    brightness = "(e) => getComputedStyle(document.querySelector(e[0]))[e[1]].match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    for theme, darker in [("light", False), ("dark", True)]:
        sheet = open_sheet(color_scheme=theme)
        ink = sheet.page.evaluate(brightness, ["[data-pad]", "color"])
        paper = sheet.page.evaluate(brightness, ["body", "backgroundColor"])
        assert (paper < ink) is darker


def test_nothing_moves_for_those_who_want_it_still(open_sheet: Open) -> None:
    sheet = open_sheet(reduced_motion="reduce")
    sheet.mouse(TEN["7"])
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')
    assert sheet.page.evaluate("document.getAnimations().length") == 0


def test_the_steps_follow_the_drawing(sheet: Sheet) -> None:
    inked = "n => [...document.querySelectorAll('[data-step]')].filter((c) => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(Boolean)).length === n"
    sheet.wait(inked, 0)
    sheet.mouse(TEN["7"])
    sheet.wait(inked, 3)
    sheet.click("clear")
    sheet.wait(inked, 0)


def test_an_installed_pad_opens_without_a_network(open_sheet: Open) -> None:
    sheet = open_sheet(service_workers="allow", viewport=DESK)
    sheet.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    sheet.page.context.set_offline(True)
    sheet.page.reload()
    sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]])
    assert sheet.ink() > 0
    sheet.notice("The reader is away")


def test_everything_the_page_loads_is_kept_for_that(open_sheet: Open) -> None:
    loaded: list[str] = []
    sheet = open_sheet("/health")
    sheet.page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    sheet.page.goto("/", wait_until="networkidle")
    sheet.click("sound")
    kept: Any = sheet.page.request.get("/service-worker.js").text()
    assert [path for path in loaded if path != "/" and f'"{path[1:]}"' not in kept] == []


def test_without_a_phone_s_width_to_spare_nothing_overflows(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=PHONE, locale="ja-JP")
    assert sheet.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
