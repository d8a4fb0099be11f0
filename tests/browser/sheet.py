"""The pad in a page, as a hand and an eye know it. Places are in 0..1 of the sheet, y down."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import dist
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request

Point = tuple[float, float]
Stroke = Sequence[Point]

TEN = {
    drawing["label"]: drawing["strokes"]
    for drawing in map(json.loads, (Path(__file__).parent / "ten.jsonl").read_text().splitlines())
}
REACH = 0.08  # of the side: how far a quick hand gets from one event to the next
STRIDE = 0.3  # of the side: enough for straight lines, which take a sixth of the time; curves have points of their own
INK = """() => {
  const canvas = document.querySelector("[data-pad]");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let i = 3; i < data.length; i += 4) ink += data[i] > 127;
  return ink / (canvas.width * canvas.height);
}"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


STARTS = "performance.getEntriesByType('resource').filter((e) => /predict/.test(e.name)).map((e) => e.startTime)"
# Chromium does not show a tester the body of a question when it is a blob: the page keeps the last one itself.
KEEP_BODY = """() => {
  const ask = window.fetch;
  window.fetch = async (address, options) => {
    if (options?.body) window.lastBody = Array.from(new Uint8Array(await new Response(options.body).arrayBuffer()));
    return ask(address, options);
  };
}"""


class Sheet:
    """One open page with the pad."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[Request] = []
        self.wrong: list[str] = []  # errors that no script caught
        self.logged: list[str] = []  # those, and whatever the console was told
        self.loaded: list[str] = []  # addresses
        page.on("request", lambda request: self.loaded.append(request.url))
        page.on("request", lambda request: self.asked.append(request) if "/predict" in request.url else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("pageerror", lambda error: self.logged.append(str(error)))
        page.on("console", lambda message: self.logged.append(message.text))

    # What a hand does

    def at(self, *points: Point) -> list[Point]:
        """Where these points of the sheet are on the page, in px."""
        box = self.page.locator("[data-pad]").bounding_box()
        assert box is not None
        return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]

    def mouse(self, strokes: Sequence[Stroke], reach: float = STRIDE) -> None:
        for first, *rest in strokes:
            start, *way = self.at(first, *between(first, rest, reach))
            self.page.mouse.move(*start)
            self.page.mouse.down()
            for place in way:
                self.page.mouse.move(*place)
            self.page.mouse.up()

    def touch(self, kind: str, *points: Point) -> None:
        """One event of fingers on the glass: "Start", "Move", "End" (all lifted) or "Cancel"."""
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(self.at(*points))]
        self._cdp().send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": fingers})

    def finger(self, strokes: Sequence[Stroke]) -> None:
        for first, *rest in strokes:
            self.touch("Start", first)
            for point in between(first, rest):
                self.touch("Move", point)
            self.touch("End")

    def pen(self, kind: str, point: Point) -> None:
        """One event of a pen: "Pressed", "Moved" or "Released"."""
        [(x, y)] = self.at(point)
        buttons = {"button": "left", "buttons": 0 if kind == "Released" else 1, "clickCount": 1}
        event = {"type": f"mouse{kind}", "x": x, "y": y, "pointerType": "pen", **buttons}
        self._cdp().send("Input.dispatchMouseEvent", event)

    def pen_strokes(self, strokes: Sequence[Stroke]) -> None:
        for first, *rest in strokes:
            self.pen("Pressed", first)
            for point in between(first, rest):
                self.pen("Moved", point)
            self.pen("Released", rest[-1] if rest else first)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, name: str) -> None:
        self.page.locator(f"[data-{name}]").click()

    def switch(self, *names: str) -> None:
        """Press switches of the list that "More" opens, and close it."""
        self.page.locator("[data-menu] summary").click()
        for name in names:
            self.click(name)
        self.press("Escape")

    def pass_time(self, milliseconds: int) -> None:
        """Let the page's clock run on: whatever is due by then is done. For pages opened with a clock."""
        self.page.clock.run_for(milliseconds)

    def sharpen(self, ratio: float) -> None:
        """Move the window to a screen with so many pixels for each of the page's."""
        screen = {"width": 0, "height": 0, "deviceScaleFactor": ratio, "mobile": False}
        self._cdp().send("Emulation.setDeviceMetricsOverride", screen)

    # What an eye sees

    def ink(self) -> float:
        """The share of the sheet that is inked, once the next frame is painted."""
        self.page.evaluate(FRAMES)
        return float(self.page.evaluate(INK))

    def answer(self) -> str:
        """The digit of the settled answer."""
        self.page.wait_for_selector('[data-answer][data-state$="settled"]')
        return self.digit()

    def digit(self) -> str:
        return self.page.locator("[data-digit]").inner_text()

    def words(self) -> str:
        return self.page.locator("[data-words]").inner_text()

    def state(self) -> str:
        return self.page.locator("[data-answer]").get_attribute("data-state") or ""

    def wait(self, promise: str, argument: Any = None) -> None:
        self.page.wait_for_function(promise, arg=argument)

    def reads(self, digit: str) -> None:
        """Wait until this digit is shown, settled or not."""
        self.wait("digit => document.querySelector('[data-digit]').textContent === digit", digit)

    def notice(self, text: str) -> None:
        """Wait until the calm line says this."""
        self.wait("text => document.querySelector('[data-notice]').textContent.includes(text)", text)

    def quiet(self) -> None:
        """Wait until the calm line says nothing."""
        self.wait("() => document.querySelector('[data-notice]').textContent === ''")

    def squares(self) -> list[int]:
        """The 64 numbers, row by row, once the frames are painted that show them."""
        self.page.evaluate(FRAMES)
        self.page.wait_for_selector("[data-grid]:not([aria-busy])")
        return [int(text) for text in self.page.locator("[data-grid] [role=gridcell]").all_inner_texts()]

    def keep_bodies(self) -> None:
        """From now on remember what is sent."""
        self.page.evaluate(KEEP_BODY)

    def last_body(self) -> bytes:
        return bytes(self.page.evaluate("lastBody"))

    def asked_while(self, act: Callable[[], object]) -> list[Request]:
        before = len(self.asked)
        act()
        return self.asked[before:]

    def _cdp(self) -> Any:
        self._session = getattr(self, "_session", None) or self.page.context.new_cdp_session(self.page)
        return self._session


def between(first: Point, rest: Sequence[Point], reach: float = REACH) -> list[Point]:
    """The places a hand passes on its way through the points."""
    path: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise([first, *rest]):
        steps = max(1, round(dist((x, y), (to_x, to_y)) / reach))
        path += [(x + (to_x - x) * i / steps, y + (to_y - y) * i / steps) for i in range(1, steps + 1)]
    return path
