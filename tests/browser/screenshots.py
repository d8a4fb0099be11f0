"""The README's pictures: `python -m tests.browser.screenshots` draws on the real page and writes docs/screenshots/."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.serving import serving
from tests.browser.sheet import FRAMES, TEN, Sheet

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
COLOURS = 128  # enough for ink, paper and their edges; a third of the bytes


@dataclass(frozen=True)
class Shot:
    """One picture: what is drawn, on which screen."""

    name: str
    digit: str
    size: tuple[int, int]
    options: dict[str, Any] = field(default_factory=dict)


SHOTS = (
    Shot("phone", "5", (390, 844)),
    Shot("tablet", "3", (820, 1180)),
    Shot("wall", "7", (1920, 1080)),
    Shot("dark", "4", (1280, 800), {"color_scheme": "dark"}),
    Shot("japanese", "9", (1280, 800), {"locale": "ja-JP"}),
)


def shoot(browser: Browser, address: str, shot: Shot) -> Image.Image:
    """The page with the shot's digit drawn and read."""
    width, height = shot.size
    options = {"locale": "en-GB", "color_scheme": "light", "service_workers": "block", **shot.options}
    options["reduced_motion"] = "reduce"  # whatever appears is there at once
    page = browser.new_page(viewport={"width": width, "height": height}, **options)
    page.goto(address)
    sheet = Sheet(page)
    sheet.mouse(TEN[shot.digit])
    sheet.answer()
    page.mouse.move(0, 0)
    page.wait_for_selector('[data-steps][data-state="shown"]')
    page.evaluate(FRAMES)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture


@click.command()
def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as address, launched() as browser:
        for shot in SHOTS:
            path = FOLDER / f"{shot.name}.png"
            shoot(browser, address, shot).quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
            click.echo(f"{path.relative_to(FOLDER.parents[1])}  {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
