"""The README's moving picture: `python -m tests.browser.moving` draws on the real page and films it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import click
from PIL import Image
from playwright.sync_api import Page

from tests.browser.chromium import launched
from tests.browser.screenshots import FOLDER
from tests.browser.serving import serving
from tests.browser.sheet import TEN, Sheet, between

DRAWN = "374"  # one after another
SIZE = (820, 1110)  # px of the page: all of it, the squares too
SHOWN = (615, 832)  # px of the picture
REACH = 0.1  # of the sheet from one frame to the next
PAUSES = {"moving": 70, "read": 1600}  # ms a frame is shown: while the pen moves, and when the answer is settled
QUALITY = 60  # of WebP: lines stay clean, and the file below 1 MB


def frame(page: Page) -> Image.Image:
    """The page as it is now."""
    return Image.open(BytesIO(page.screenshot())).convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)


def film(page: Page) -> Iterator[tuple[Image.Image, int]]:
    """Each frame, and for how many ms it is shown: digits drawn point by point, each until it is read."""
    sheet = Sheet(page)
    for digit in DRAWN:
        for first, *rest in TEN[digit]:
            start, *way = sheet.at(first, *between(first, rest, REACH))
            page.mouse.move(*start)
            page.mouse.down()
            for place in way:
                page.mouse.move(*place)
                yield frame(page), PAUSES["moving"]
            page.mouse.up()
        sheet.answer()
        page.mouse.move(0, 0)
        yield frame(page), PAUSES["read"]
        page.locator("[data-clear]").click()


@click.command()
def main() -> None:
    """Write it."""
    with serving() as address, launched() as browser:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="en-GB", reduced_motion="reduce")
        page.goto(address)
        frames, pauses = zip(*film(page), strict=True)
    path = FOLDER / "moving.webp"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=list(pauses), loop=0, quality=QUALITY)
    click.echo(f"{path.relative_to(FOLDER.parents[1])}  {path.stat().st_size / 1000:.0f} kB, {len(frames)} frames")


if __name__ == "__main__":
    main()
