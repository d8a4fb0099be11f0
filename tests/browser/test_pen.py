"""The two pens are one: what the browser draws of a stroke is what the training's pen draws of it."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.learning.pen import SIZE, draw
from tests.browser.conftest import Open

PATHS = json.loads((Path(__file__).parents[1] / "fixtures" / "pen-paths.json").read_text())
EDGE = 0.45  # of full ink: how far the shades of one pixel at an edge may differ
OFF = 0.06  # of the ink: what all shades together may differ; most for a dot, which is all edge
# The page's own pen draws each stroke; its PNG comes back as bytes.
DRAW = """async (strokes) => {
  const { Raster } = await import("/static/js/pen.js");
  const raster = new Raster(document.createElement("canvas"));
  const pictures = [];
  for (const points of strokes) {
    const picture = await raster.png([{ points }]);
    pictures.push(Array.from(new Uint8Array(await picture.arrayBuffer())));
  }
  return pictures;
}"""
# The same at one time, in a browser that is too busy to encode any.
DRAW_BUSY = """async (strokes) => {
  HTMLCanvasElement.prototype.toBlob = () => {};
  const { Raster } = await import("/static/js/pen.js");
  const raster = new Raster(document.createElement("canvas"));
  const pictures = await Promise.all(strokes.map((points) => raster.png([{ points }])));
  return Promise.all(pictures.map(async (picture) => Array.from(new Uint8Array(await picture.arrayBuffer()))));
}"""


@pytest.fixture(scope="module")
def ours() -> list[Any]:
    """Ink 0..1 by the training's pen, (160, 160) each."""
    return [1 - np.asarray(draw([np.array(one["points"]) * SIZE]), dtype=float) / 255 for one in PATHS]


def test_the_browser_and_the_training_draw_the_same(open_sheet: Open, ours: list[Any]) -> None:
    pictures = open_sheet("/health").page.evaluate(DRAW, [one["points"] for one in PATHS])
    for one, picture, ink in zip(PATHS, pictures, ours, strict=True):
        theirs = 1 - np.asarray(Image.open(BytesIO(bytes(picture))).convert("L"), dtype=float) / 255
        assert np.abs(theirs - ink).max() < EDGE, one["name"]
        assert np.abs(theirs - ink).sum() < OFF * ink.sum(), one["name"]


def test_a_browser_too_busy_to_encode_sends_each_drawing_all_the_same(open_sheet: Open) -> None:
    page, strokes = open_sheet("/health").page, [one["points"] for one in PATHS]
    usual = page.evaluate(DRAW, strokes)
    for one, picture, busy in zip(PATHS, usual, page.evaluate(DRAW_BUSY, strokes), strict=True):
        assert _pixels(busy) == _pixels(picture), one["name"]


def _pixels(png: list[int]) -> bytes:
    return Image.open(BytesIO(bytes(png))).convert("L").tobytes()
