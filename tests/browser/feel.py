"""How the pad feels, in milliseconds: `python -m tests.browser.feel`. Nothing is asserted: machines differ.

ink       from a pointer's event to its ink on the canvas, with the processor slowed four times: most of it is waiting,
          evenly, for the screen's next frame
frame     from the frame's beginning to the ink, slowed likewise: what the page itself takes of the wait
next      the share of the pointer's events whose ink is in the very next frame
long      tasks over 50 ms while drawing, slowed likewise
answer    from the pen's lift to the settled answer, at full speed
rate      most questions in any second of drawing
"""

from __future__ import annotations

from statistics import median, quantiles

import click
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.conftest import DESK
from tests.browser.serving import serving
from tests.browser.sheet import REACH, STARTS, TEN, Sheet

SLOWED = 4  # times: about a cheap phone
FRAME = 1000 / 60  # ms
DRAWN = "3568"  # the digits with the longest strokes
ROUNDS = 3  # of all ten digits, for the answers' median
WATCH = """() => {
  const feel = (window.feel = { ink: [], frame: [], long: [], answers: [] });
  const pad = document.querySelector("[data-pad]");
  const answer = document.querySelector("[data-answer]");
  let lifted = 0;
  const strokes = [];
  // Asked for after the page's own frame was: it runs right behind it, when the ink is drawn.
  pad.addEventListener("pointermove", (event) => requestAnimationFrame((frame) => {
    feel.ink.push(performance.now() - event.timeStamp);
    feel.frame.push(performance.now() - frame);
  }));
  pad.addEventListener("pointerdown", (event) => strokes.push([event.timeStamp, Infinity]));
  pad.addEventListener("pointerup", (event) => (lifted = strokes.at(-1)[1] = event.timeStamp));
  const isDrawing = ({ startTime, duration }) =>
    strokes.some(([from, to]) => startTime < to && startTime + duration > from);
  new PerformanceObserver((list) =>
    feel.long.push(...list.getEntries().filter(isDrawing).map((task) => task.duration))).observe({ type: "longtask" });
  new MutationObserver(() => {
    if (lifted && answer.dataset.state.endsWith("settled")) feel.answers.push(performance.now() - lifted);
    if (answer.dataset.state.endsWith("settled")) lifted = 0;
  }).observe(answer, { attributeFilter: ["data-state"] });
}"""


def watched(browser: Browser, address: str, slowed: int) -> Sheet:
    """The pad in a page that keeps time, on a processor slowed so many times."""
    page = browser.new_context(viewport=DESK, service_workers="block").new_page()
    page.goto(address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.evaluate(WATCH)
    return Sheet(page)


def busiest_second(starts: list[float]) -> int:
    """The most questions in any second."""
    return max(sum(start <= other < start + 1000 for other in starts) for start in starts)


def in_the_next(ink: list[float], frame: list[float]) -> float:
    """The share of events that waited for one frame at most; a frame that began before its event is that one too."""
    return sum(whole - own <= FRAME for whole, own in zip(ink, frame, strict=True)) / len(ink)


def spread(times: list[float]) -> str:
    """The middle and the edge of many times."""
    return f"median {median(times):5.1f} ms   95 % {quantiles(times, n=20)[-1]:5.1f} ms   of {len(times)}"


@click.command()
def main() -> None:
    """Measure and print."""
    with serving() as address, launched() as browser:
        slow = watched(browser, address, SLOWED)
        for digit in DRAWN:
            slow.mouse(TEN[digit], REACH)
            slow.click("clear")
        feel = slow.page.evaluate("feel")
        click.echo(f"ink      {spread(feel['ink'])} (slowed {SLOWED}x)")
        click.echo(f"frame    {spread(feel['frame'])} (slowed {SLOWED}x)")
        click.echo(f"next     {in_the_next(feel['ink'], feel['frame']):.1%} (slowed {SLOWED}x)")
        click.echo(f"long     {len(feel['long'])} tasks   {[round(one) for one in feel['long']]} (slowed {SLOWED}x)")
        quick = watched(browser, address, 1)
        for digit in sorted(TEN) * ROUNDS:
            quick.mouse(TEN[digit], REACH)
            quick.answer()
            quick.click("clear")
        click.echo(f"answer   {spread(quick.page.evaluate('feel.answers'))}")
        click.echo(f"rate     {busiest_second(quick.page.evaluate(STARTS))} questions in the busiest second")


if __name__ == "__main__":
    main()
