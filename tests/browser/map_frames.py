"""How the map comes and moves on a processor slowed four times: `python -m tests.browser.map_frames`.

Nothing is asserted: machines differ. Times are the processor's, of the page's main thread, as Chromium traces them, so
that what else the machine does counts little: but slowing is done by the clock, so that a busy machine makes tasks
longer here, too. There `--steady` measures at full speed and says four times as much. Tasks in which this program asks
the page something are not counted.

opens     the longest task of a page without style and script: what this browser on this machine needs to make any page
comes     the longest task from the first stroke, on the pad, or from the page's load, on /map, until the map stands
          there, and how many took over 50 ms; on /map with the page's own first layout
moves     what a frame takes while digits are drawn and the dot travels, and frames a second that leaves room for;
          frames a second that there were, which other work on the machine makes fewer
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

import click
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.serving import serving
from tests.browser.sheet import REACH, TEN, Sheet

SLOWED = 4  # times: about a cheap phone
DRAWN = "35680"  # the digits with the longest strokes
LONG = 50.0  # ms: a task that a visitor may feel
SCREENS = {"phone": (390, 844, 3.0), "tablet": (1180, 820, 2.0), "wall": (1920, 1080, 1.0)}  # px, and px a px of CSS
BARE = "/health/live"  # a line of JSON
TRACED = ["toplevel", "devtools.timeline"]
TASK = "ThreadControllerImpl::RunTask"
ASKED = "DevToolsSession"  # the interface of messages from this program
COUNT = """() => {
  window.frames = [];
  const count = (time) => frames.push(time) && requestAnimationFrame(count);
  requestAnimationFrame(count);
}"""
THERE = """() => document.querySelector("[data-map-digits]").width > 300
  && new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"""


@contextmanager
def slow_sheet(browser: Browser, address: str, screen: str, slowed: int = SLOWED) -> Iterator[Sheet]:
    """An empty page on a slowed processor."""
    width, height, ratio = SCREENS[screen]
    options: dict[str, Any] = {"viewport": {"width": width, "height": height}, "device_scale_factor": ratio}
    page = browser.new_context(**options, base_url=address, service_workers="block").new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    yield Sheet(page)
    page.context.close()


@contextmanager
def traced(browser: Browser, sheet: Sheet) -> Iterator[list[float]]:
    """What the tasks of the page's main thread took, in ms of the processor: there once the block is left."""
    times: list[float] = []
    browser.start_tracing(page=sheet.page, categories=TRACED)
    yield times
    times += tasks_of(json.loads(browser.stop_tracing())["traceEvents"])


def tasks_of(events: list[dict[str, Any]]) -> list[float]:
    """The times of the tasks of the main thread that did most, without those in which this program asked."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    threads = Counter((event["pid"], event["tid"]) for event in events)
    main = max(mains, key=lambda thread: threads[thread])
    own = [event for event in events if (event["pid"], event["tid"]) == main]
    asked = [event["ts"] for event in own if ASKED in json.dumps(event.get("args", {}))]
    tasks = [event for event in own if event["name"] == TASK and "dur" in event]
    return [
        task.get("tdur", 0) / 1000
        for task in tasks
        if not any(task["ts"] <= at <= task["ts"] + task["dur"] for at in asked)
    ]


def opens(browser: Browser, sheet: Sheet) -> list[float]:
    """What the tasks took that made a page of nothing."""
    with traced(browser, sheet) as tasks:
        sheet.page.goto(BARE)
    return tasks


def comes(browser: Browser, sheet: Sheet, path: str) -> list[float]:
    """What the tasks took until the map stood there."""
    if path == "/map":
        with traced(browser, sheet) as tasks:
            sheet.page.goto(path)
            sheet.wait(THERE)
        return tasks
    sheet.page.goto(path, wait_until="networkidle")
    with traced(browser, sheet) as tasks:
        sheet.mouse(TEN["1"], REACH)
        sheet.page.locator("[data-map-plane]").scroll_into_view_if_needed()
        sheet.wait(THERE)
    return tasks


def moves(browser: Browser, sheet: Sheet) -> tuple[float, float]:
    """What a frame took, in ms of the processor, and frames a second that there were, while digits were drawn."""
    sheet.page.evaluate(COUNT)
    with traced(browser, sheet) as tasks:
        for digit in DRAWN:
            sheet.mouse(TEN[digit], REACH)
            sheet.click("clear")
    times = sheet.page.evaluate("frames")
    return sum(tasks) / len(times), 1000 * (len(times) - 1) / (times[-1] - times[0])


def echo_tasks(what: str, path: str, screen: str, times: list[list[float]]) -> None:
    """Print the medians of several rounds."""
    longest = median(max(tasks) for tasks in times)
    long = median(sum(task > LONG for task in tasks) for tasks in times)
    click.echo(f"{what}  {path:5}{screen:7} longest task {longest:4.0f} ms, {long:.0f} over {LONG:.0f} ms")


def echo_moving(path: str, screen: str, found: list[tuple[float, float]]) -> None:
    """Print the medians of several rounds."""
    frame, rate = (median(values) for values in zip(*found, strict=True))
    room = f"{frame:.1f} ms a frame: room for {1000 / frame:.0f} frames a second"
    click.echo(f"moves  {path:5}{screen:7} {room}; there were {rate:.0f}")


@click.command()
@click.option("--steady", is_flag=True, help="At full speed, and four times as much of it.")
@click.option("--rounds", default=1, help="How many times, for the medians.")
def main(steady: bool, rounds: int) -> None:
    """Measure and print."""
    slowed = 1 if steady else SLOWED
    scale = SLOWED / slowed
    with serving() as address, launched() as browser:
        opened = []
        for _ in range(rounds):
            with slow_sheet(browser, address, "wall", slowed) as sheet:
                opened.append([scale * task for task in opens(browser, sheet)])
        echo_tasks("opens", "bare", "wall", opened)
        for path, screen in [(path, screen) for path in ("/", "/map") for screen in SCREENS]:
            came, moved = [], []
            for _ in range(rounds):
                with slow_sheet(browser, address, screen, slowed) as sheet:
                    came.append([scale * task for task in comes(browser, sheet, path)])
                    if path == "/map":
                        frame, rate = moves(browser, sheet)
                        moved.append((scale * frame, rate))
            echo_tasks("comes", path, screen, came)
            if moved:
                echo_moving(path, screen, moved)


if __name__ == "__main__":
    main()
