"""What is sent is painted from the strokes alone: the same bytes from every screen."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.sheet import Sheet

pytestmark = pytest.mark.slow

SCREENS = [
    {"viewport": DESK, "device_scale_factor": 1},
    {"viewport": DESK, "device_scale_factor": 1.5},
    {"viewport": PHONE, "device_scale_factor": 3},
    {"viewport": {"width": 3840, "height": 2160}, "device_scale_factor": 1, "color_scheme": "dark"},
]
# Events of our own making: a real mouse moves by whole pixels, and the same pixels are other places on other screens.
SCRIBBLE = """() => {
  const pad = document.querySelector("[data-pad]");
  const { left, top, width } = pad.getBoundingClientRect();
  const send = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, {
    pointerId: 7, pointerType: "pen", isPrimary: true, buttons: 1, bubbles: true,
    clientX: left + x * width, clientY: top + y * width }));
  for (const turn of [0, 1, 2]) {
    send("pointerdown", 0.2 + turn / 9, 0.3);
    for (let i = 1; i < 40; i++) send("pointermove", 0.2 + turn / 9 + i / 71, 0.3 + turn / 7 + Math.sin(i / 5) / 8);
    send("pointerup", 0.8, 0.6);
  }
}"""


def picture(sheet: Sheet) -> bytes:
    """The PNG of the scribble's settled question."""
    sheet.keep_bodies()
    sheet.page.evaluate(SCRIBBLE)
    sheet.answer()
    return sheet.last_body()


def test_every_screen_sends_the_same_bytes_black_on_white_and_160_pixels_square(open_sheet: Open) -> None:
    pictures = {picture(open_sheet(**screen)) for screen in SCREENS}
    assert len(pictures) == 1
    with Image.open(BytesIO(pictures.pop())) as sent:
        grey = sent.convert("RGBA").convert("L")
        assert (sent.format, sent.size, grey.getextrema()) == ("PNG", (160, 160), (0, 255))
        assert grey.getpixel((0, 0)) == 255
