"""Every page weighs little, asks nobody else, and can be used by everybody."""

from __future__ import annotations

import gzip
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import SMALLEST, Open
from tests.browser.sheet import TEN, Sheet

WEIGHT = 60_000  # bytes, compressed, of everything a first visit loads
REQUESTS = 4  # the page, its style, its script, and the manifest, each of which takes a round trip on a phone
BRIGHTNESS = """([selector, property]) => {
  const colour = getComputedStyle(document.querySelector(selector))[property];
  return colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
}"""
ROOT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
INKED = """(count) => {
  const isInked = (c) => c.width > 0 && c.getContext("2d").getImageData(0, 0, c.width, c.height).data.some(Boolean);
  return [...document.querySelectorAll("[data-step]")].filter(isInked).length === count;
}"""


# Names whatever begins to move in the page from now on.
WATCH_MOTION = """() => {
  window.moved = [];
  for (const name of ["transitionrun", "animationstart"]) {
    document.addEventListener(name, ({ target }) => moved.push(target.className));
  }
}"""


def test_everything_a_finger_presses_is_48_pixels_high(open_sheet: Open) -> None:
    sheet = open_sheet(viewport=SMALLEST, has_touch=True)
    for target in sheet.page.locator(".top a, .top button, .tools button, .tools summary").filter(visible=True).all():
        place = target.bounding_box()
        assert place and place["width"] >= 48 and place["height"] >= 48, target.inner_text()


def test_zoom_enlarges_the_text_of_a_wall_too(open_sheet: Open) -> None:
    sheet = open_sheet()
    seen = []
    for zoom in (1, 1.5, 2, 3, 4):
        sheet.page.set_viewport_size({"width": round(3840 / zoom), "height": round(2160 / zoom)})
        seen.append(zoom * sheet.page.evaluate(ROOT))
    assert all(after >= 1.05 * before for before, after in pairwise(seen)), seen
    assert seen[-1] >= 2 * seen[0], seen


def test_a_first_visit_is_light_and_asks_this_server_alone(open_sheet: Open) -> None:
    replies: list[Response] = []
    sheet = open_sheet("/health")
    sheet.page.on("response", lambda reply: replies.append(reply))
    sheet.page.goto("/", wait_until="networkidle")
    extra = ["/static/manifest.webmanifest"]  # a browser with a window fetches it too
    bodies = {reply.url: reply.body() for reply in replies}
    bodies |= {path: sheet.page.request.get(path).body() for path in extra if not any(path in url for url in bodies)}
    assert {urlsplit(url).netloc for url in bodies} - {""} == {urlsplit(sheet.page.url).netloc}
    assert len(bodies) <= REQUESTS
    assert sum(len(gzip.compress(body)) for body in bodies.values()) <= WEIGHT


def test_a_visit_logs_no_error_and_breaks_no_policy(open_sheet: Open) -> None:
    sheet = open_sheet(service_workers="allow")  # a page without a picture of its own would be asked for one
    sheet.click("sound")
    sheet.switch("hand")
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.wait_for_selector('[data-steps][data-state="shown"]')
    assert sheet.logged == []


def test_dark_paper_has_light_ink(sheet: Sheet) -> None:
    themes: list[tuple[Any, bool]] = [("light", False), ("dark", True)]
    for theme, darker in themes:
        sheet.page.emulate_media(color_scheme=theme)
        ink = sheet.page.evaluate(BRIGHTNESS, ["[data-pad]", "color"])
        paper = sheet.page.evaluate(BRIGHTNESS, ["body", "backgroundColor"])
        assert (paper < ink) is darker


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_the_steps_follow_the_drawing_and_nothing_moves_for_those_who_want_it_still(
    sheet: Sheet, motion: Any, moves: bool
) -> None:
    sheet.page.emulate_media(reduced_motion=motion)
    sheet.page.evaluate(WATCH_MOTION)
    sheet.wait(INKED, 0)
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.wait(INKED, 3)
    assert bool(sheet.page.evaluate("moved")) is moves
    sheet.click("clear")
    sheet.wait(INKED, 0)


def test_an_installed_pad_opens_without_a_network(open_sheet: Open, request: pytest.FixtureRequest) -> None:
    sheet = open_sheet(service_workers="allow")
    sheet.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    sheet.page.context.set_offline(True)
    request.addfinalizer(lambda: sheet.page.context.set_offline(False))
    for path in ("/", "/?from=home-screen", "/ten"):
        sheet.page.goto(path)
        sheet.mouse([[(0.5, 0.2), (0.5, 0.8)]])
        assert sheet.ink() > 0, path
        sheet.notice("I can’t hear you")


READERS = ("/predict", "/map.json", "/map.png")  # what it says, and where an answer lies: without it there is none


def test_everything_the_page_loads_is_kept_for_that(open_sheet: Open) -> None:
    loaded: list[str] = []
    sheet = open_sheet("/health")
    sheet.page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    sheet.page.goto("/", wait_until="networkidle")
    sheet.click("sound")
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.click("why")
    sheet.page.wait_for_selector("[data-reasons] .card")
    kept: Any = sheet.page.request.get("/service-worker.js").text()
    assert [path for path in loaded if path not in ("/", *READERS) and f'"{path[1:]}"' not in kept] == []


STALE = """async () => {
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  for (const name of ["shell-older", "shell-old"]) await caches.open(name);
}"""
KEPT = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
  const kept = await caches.match("/script/reasons.js", { ignoreSearch: true });
  return [await caches.keys(), kept !== undefined];
}"""


def test_what_is_no_longer_needed_is_no_longer_kept(open_sheet: Open) -> None:
    sheet = open_sheet("/health", service_workers="allow")
    sheet.page.evaluate(STALE)
    sheet.page.goto("/")
    names, has_reasons = sheet.page.evaluate(KEPT)
    assert ("shell-older" in names, "shell-old" in names, has_reasons) == (False, True, True)


def test_on_paper_the_figures_keep_their_colours_and_the_buttons_are_gone(sheet: Sheet) -> None:
    sheet.mouse(TEN["7"])
    sheet.answer()
    sheet.page.emulate_media(media="print")
    kept = "(what) => getComputedStyle(document.querySelector(what[0]), what[1]).printColorAdjust"
    figures = {(".rail", "::before"): "exact", (".square", ""): "exact", (".words", ""): "economy"}
    assert {what: sheet.page.evaluate(kept, list(what)) for what in figures} == figures
    assert not sheet.page.locator(".tools").is_visible()
    assert sheet.page.locator("[data-digit]").is_visible()
