"""A kiosk's whole day, sped up: `python -m tests.browser.kiosk_day` lets visitors scribble, press things and go away.

Nothing may go wrong, and neither the page nor the server may grow. The page's clock is made up; the answers are real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import click
from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.chromium import launched
from tests.running import Running

DRAWINGS = 20_000
SAMPLES = 20  # looks at the memory in a day
WARM = 4  # of them until it counts: everything has been used once, and caches are full
GROWTH = 1.10  # times what it was then
SEED = 19
LEAVE = (45_000, 15_000)  # ms until it asks, and until it forgets
PAUSE = (400, 5500)  # ms between two drawings: some begin a fresh sheet
WATCHED = 12_000  # ms that the pen is watched between some visitors
A_VISIT = (5, 60)  # drawings
TABLET = {"width": 1180, "height": 820}
PRESSED = ["undo", "redo", "clear", "corner", "forget"]
# Strokes as a finger makes them.
DRAW = """(strokes) => {
  const pad = document.querySelector("[data-pad]");
  const { left, top, width, height } = pad.getBoundingClientRect();
  const send = (type, [x, y], buttons) =>
    pad.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerId: 7, pointerType: "touch", isPrimary: true, button: 0, buttons,
      clientX: left + x * width, clientY: top + y * height,
    }));
  for (const points of strokes) {
    send("pointerdown", points[0], 1);
    for (const point of points) send("pointermove", point, 1);
    send("pointerup", points.at(-1), 0);
  }
}"""
# The answer is settled, or there is none: a sheet that was scribbled all black is blank to the reader.
ANSWERED = """() => {
  const { state } = document.querySelector("[data-answer]").dataset;
  return state === "empty" || state.endsWith("settled");
}"""
PRESS = """(name) => {
  const button = document.querySelector(`[data-${name}]`);
  for (const type of ["pointerdown", "pointerup"]) {
    button.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 8, pointerType: "touch", button: 0 }));
  }
  button.click();
}"""
# What the server may say: 422 of a sheet that is all black, 429 while the machine has no time; the page asks again.
GOOD = (200, 304, 422, 429)
REFUSED = "the server responded with a status of"  # what the console says of each; the status is looked at by itself
STATE = "() => document.querySelector('[data-kiosk]').dataset.state"


@dataclass
class Day:
    """What was seen of it."""

    drawings: int = 0
    visitors: int = 0
    hours: float = 0.0
    wrong: list[str] = field(default_factory=list)
    heap: list[float] = field(default_factory=list)  # MB of the page, rubbish collected
    nodes: list[int] = field(default_factory=list)  # of the document, those that something still holds included
    server: list[float] = field(default_factory=list)  # MiB

    def growth(self, sizes: list[float] | list[int]) -> float:
        """How many times as large it is in the end as it was when warm, each the middle of three looks."""
        warm, last = sorted(sizes[WARM - 1 : WARM + 2]), sorted(sizes[-3:])
        return last[1] / warm[1]


def live_through(browser: Browser, server: Running, drawings: int) -> Iterator[Day]:
    """The day so far, after each look at the memory."""
    rng, day = random.Random(SEED), Day()
    page = browser.new_page(viewport=TABLET, has_touch=True, service_workers="block", locale="en-GB")
    page.clock.install()
    watch(page, day)
    page.goto(f"http://127.0.0.1:{server.port}/kiosk")
    session = page.context.new_cdp_session(page)
    while day.drawings < drawings:
        visit(page, rng, day, min(rng.randint(*A_VISIT), drawings - day.drawings))
        if day.drawings >= (len(day.heap) + 1) * drawings / SAMPLES:
            look(session, server, day)
            yield day
    page.close()


def watch(page: Page, day: Day) -> None:
    """Note whatever goes wrong."""
    page.on("pageerror", lambda error: day.wrong.append(str(error)))
    page.on(
        "console",
        lambda said: day.wrong.append(said.text) if said.type == "error" and REFUSED not in said.text else None,
    )
    page.on(
        "requestfailed", lambda one: None if one.failure == "net::ERR_ABORTED" else day.wrong.append(str(one.failure))
    )
    page.on("response", lambda one: day.wrong.append(f"{one.status} {one.url}") if one.status not in GOOD else None)


def visit(page: Page, rng: random.Random, day: Day, drawings: int) -> None:
    """Somebody comes, draws, presses this and that, and goes; the stand forgets, and the pen writes for a while."""
    for _ in range(drawings):
        pause = rng.randint(*PAUSE)
        page.clock.run_for(pause)
        page.evaluate(DRAW, scribble(rng))
        page.wait_for_function(ANSWERED)
        day.hours += pause / 3_600_000
        if rng.random() < 0.1:
            page.evaluate(PRESS, rng.choice(PRESSED))
    day.drawings += drawings
    day.visitors += 1
    for step in LEAVE:
        page.clock.fast_forward(step)
    if page.evaluate(STATE) != "attract":
        day.wrong.append("the stand did not forget a visitor")
    watched = WATCHED if rng.random() < 0.2 else 0
    page.clock.run_for(watched)
    day.hours += (sum(LEAVE) + watched) / 3_600_000


def scribble(rng: random.Random) -> list[list[tuple[float, float]]]:
    """One to three strokes of any shape."""
    return [
        [(rng.uniform(0.1, 0.9), rng.uniform(0.1, 0.9)) for _ in range(rng.randint(1, 12))]
        for _ in range(rng.choice([1, 1, 1, 2, 3]))
    ]


def look(session: CDPSession, server: Running, day: Day) -> None:
    """Note how much memory is held."""
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage: Any = session.send("Runtime.getHeapUsage")
    counters: Any = session.send("Memory.getDOMCounters")
    session.send("HeapProfiler.disable")
    day.heap.append(usage["usedSize"] / 1e6)
    day.nodes.append(counters["nodes"])
    day.server.append(server.resident())


@click.command()
@click.option("--drawings", default=DRAWINGS, show_default=True, help="How many are drawn.")
def main(drawings: int) -> None:
    """Print the memory as the day goes on; the exit code is 1 when something went wrong or grew."""
    server = Running(RATE_LIMITS="off")
    click.echo("drawings  visitors  hours  page MB   nodes  server MiB  wrong")
    try:
        with launched() as browser:
            for day in live_through(browser, server, drawings):
                row = f"{day.drawings:8}  {day.visitors:8}  {day.hours:5.1f}  {day.heap[-1]:7.2f}  {day.nodes[-1]:6}"
                click.echo(f"{row}  {day.server[-1]:10.1f}  {len(day.wrong):5}")
    finally:
        server.end()
    growth = {"page": day.growth(day.heap), "nodes": day.growth(day.nodes), "server": day.growth(day.server)}
    click.echo(f"Grown: {', '.join(f'{name} x {times:.3f}' for name, times in growth.items())}")
    click.echo("\n".join(day.wrong) or "Nothing went wrong.")
    raise SystemExit(1 if day.wrong or max(growth.values()) > GROWTH else 0)


if __name__ == "__main__":
    main()
