"""The pad in a frame of another site's page, whose browser lets it store nothing; and that page asking by itself."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.serving import serving
from tests.browser.sheet import TEN, Point, Sheet
from tests.drawings import DRAWINGS

# What Chromium does where third parties' storage is blocked.
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
}"""
PAGE = """<!doctype html><title>School</title><style>body { margin: 0 } iframe { border: 0 }</style>
<iframe title="Draw a digit" src="%s" width="%d" height="%d"></iframe>"""
WIDE, SIZES = (720, 460), [(340, 600), (480, 320), (300, 440), (1100, 700)]  # px
DARK = "rgb(22, 21, 19)"
OVERFLOW = "document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
# Its type makes the browser ask first whether it may.
ASK = """async ([address, bytes]) => {
  const message = { method: "POST", headers: { "Content-Type": "image/png" }, body: new Uint8Array(bytes) };
  return fetch(address, message).then(
    async (response) => (await response.json()).digit,
    (error) => error.name,
  );
}"""
IS_SHARP = """() => {
  const pad = document.querySelector("[data-pad]");
  return pad.width === Math.round(pad.getBoundingClientRect().width * devicePixelRatio);
}"""


class School(BaseHTTPRequestHandler):
    """Another site: each page of it shows in a frame what its address asks for."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((PAGE % (unquote(urlsplit(self.path).query), *WIDE)).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def school() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), School) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def embedded(school: str) -> Iterator[str]:
    """The address of a server that lets that site frame and ask it, and is another one: called by its number."""
    with serving(FRAME_ANCESTORS=school, ALLOWED_ORIGINS=school) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(locale="en-GB", color_scheme="light") as page:
        page.add_init_script(NO_STORAGE)
        yield page


class Framed(Sheet):
    """The sheet in a frame: its places are the frame's."""

    def __init__(self, page: Page, frame: Frame) -> None:
        super().__init__(page)
        self.frame = frame

    def at(self, *points: Point) -> list[Point]:
        box = self.frame.locator("[data-pad]").bounding_box()
        assert box is not None
        return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]


def test_a_digit_is_read_in_another_sites_frame(page: Page, school: str, embedded: str) -> None:
    page.goto(f"{school}/?{embedded}/embed?{quote('lang=ja&theme=dark')}")
    sheet = Framed(page, page.frames[1])
    expect(sheet.frame.locator("html")).to_have_attribute("lang", "ja")
    sheet.mouse(TEN["3"])
    expect(sheet.frame.locator("[data-digit]")).to_have_text("3")
    assert sheet.frame.evaluate("getComputedStyle(document.body).backgroundColor") == DARK
    assert sheet.wrong == []


@pytest.mark.slow
def test_the_sheet_is_as_large_as_the_frame_lets_it_be(page: Page, school: str, embedded: str) -> None:
    page.goto(f"{school}/?{embedded}/embed")
    sheet = Framed(page, page.frames[1])
    sheet.mouse(TEN["3"])
    expect(sheet.frame.locator("[data-digit]")).to_have_text("3")
    for size in SIZES:
        page.locator("iframe").evaluate("(frame, [w, h]) => { frame.width = w; frame.height = h; }", list(size))
        sheet.frame.wait_for_function("([w, h]) => innerWidth === w && innerHeight === h", arg=list(size))
        box = sheet.frame.locator("[data-pad]").bounding_box()
        assert box and box["width"] >= 0.4 * min(size), size
        assert not sheet.frame.evaluate(OVERFLOW), size
        sheet.frame.wait_for_function(IS_SHARP)
    sheet.mouse(TEN["7"])
    assert sheet.wrong == []


@pytest.mark.slow
def test_everybody_can_use_it(page: Page, embedded: str) -> None:
    page.set_viewport_size({"width": 340, "height": 600})
    page.goto(f"{embedded}/embed?theme=dark")
    Sheet(page).mouse(TEN["3"])
    expect(page.locator("[data-digit]")).to_have_text("3")
    assert_accessible(page, "light")


@pytest.mark.slow
def test_a_page_that_is_not_named_may_not_frame_it(page: Page, school: str, embedded: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{school.replace('localhost', '127.0.0.1')}/?{embedded}/embed")
    expect(page.frames[1].locator("[data-pad]")).to_have_count(0)
    assert any("frame-ancestors" in one for one in said)


@pytest.mark.slow
def test_a_page_that_is_named_has_a_drawing_read_and_no_other_page_has(page: Page, school: str, embedded: str) -> None:
    picture = list((DRAWINGS / "7.png").read_bytes())
    page.goto(f"{school}/?{embedded}/embed")
    assert page.evaluate(ASK, [f"{embedded}/predict", picture]) == 7
    assert page.evaluate(ASK, [f"{embedded}/teach", picture]) == "TypeError"
    page.goto(f"{school.replace('localhost', '127.0.0.1')}/?{embedded}/embed")
    assert page.evaluate(ASK, [f"{embedded}/predict", picture]) == "TypeError"
