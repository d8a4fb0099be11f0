"""Pictures too large to be sent are made smaller in the page; all others go as they are."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import Open

pytestmark = pytest.mark.slow

DRAWINGS = Path(__file__).parents[1] / "drawings"
LONGEST = 2048  # px: the longer side of a picture that was made smaller
LARGE = 20_000_000  # bytes: more than the server takes, and what a phone's best photo has
# What the page sends, kept in the page: a tester is not shown it, and 20 MB are too many to be handed over.
KEEP = """() => {
  const ask = window.fetch;
  window.fetch = (address, options) => {
    window.sent = options.body;
    return ask(address, options);
  };
}"""
BASE64 = """() => new Promise((resolve) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.split(",")[1]);
  reader.readAsDataURL(window.sent);
})"""
TURNED = 6  # Exif's orientation of a photo that was taken upright
ORIENTATION = 0x0112  # the Exif tag


@pytest.fixture
def lesson(open_sheet: Open) -> Page:
    page = open_sheet("/lesson").page
    page.evaluate(KEEP)
    return page


def send(page: Page, path: Path) -> list[str]:
    """Have one file read; its line in the table, when it is there."""
    page.set_input_files("[type=file]", [path])
    page.locator("[data-upload] button").click()
    page.wait_for_function("() => / of 1 read\\./.test(document.querySelector('[data-score]').textContent)")
    return page.locator("[data-rows] td").all_inner_texts()


def sent(page: Page) -> bytes:
    return b64decode(page.evaluate(BASE64))


def picture_sent(page: Page) -> Image.Image:
    return Image.open(BytesIO(sent(page)))


def seven(width: int, height: int) -> Image.Image:
    """A grey picture of a 7."""
    with Image.open(DRAWINGS / "7-crossed.png") as small:
        return small.convert("L").resize((width, height), Image.Resampling.BICUBIC)


def photo(path: Path) -> Path:
    """A phone's photo of a 7, taken upright: it lies on its side and Exif says so."""
    upright = np.asarray(seven(3600, 4800).point(lambda grey: grey * 0.6 + 60))
    grain = np.random.default_rng(0).integers(0, 32, (4800, 3600, 3), dtype=np.uint8)
    lying = Image.fromarray(upright[:, :, None] + grain).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    lying.save(path, quality=97, subsampling=0, exif=exif)
    return path


def clear_paper(path: Path) -> Path:
    """A 7 on clear paper, stored without compression."""
    grey = seven(2600, 2600)
    picture = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    picture.putalpha(Image.eval(grey, lambda value: 255 - value))
    picture.save(path, compress_level=0)
    return path


def test_a_phones_photo_is_made_smaller_and_stands_upright(lesson: Page, tmp_path: Path) -> None:
    path = photo(tmp_path / "7.jpg")
    assert path.stat().st_size > LARGE
    assert send(lesson, path)[-1].strip() == "7"
    picture = picture_sent(lesson)
    assert (picture.format, picture.size) == ("JPEG", (LONGEST * 3 // 4, LONGEST))


def test_clear_paper_stays_clear(lesson: Page, tmp_path: Path) -> None:
    path = clear_paper(tmp_path / "7.png")
    assert path.stat().st_size > LARGE
    assert send(lesson, path)[-1].strip() == "7"
    picture = picture_sent(lesson)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGBA", (LONGEST, LONGEST))


@pytest.mark.parametrize("name", ["7-crossed.png", "not_an_image-text.png"])
def test_what_is_small_enough_is_sent_as_it_is(lesson: Page, name: str) -> None:
    send(lesson, DRAWINGS / name)
    assert sent(lesson) == (DRAWINGS / name).read_bytes()


def test_a_large_file_that_is_no_picture_is_left_to_the_server(lesson: Page, tmp_path: Path) -> None:
    path = tmp_path / "7.png"
    path.write_bytes(bytes(LARGE))
    send(lesson, path)
    assert "no answer" not in lesson.locator("[data-rows] .refused").inner_text()
    assert lesson.evaluate("sent.size") == LARGE
