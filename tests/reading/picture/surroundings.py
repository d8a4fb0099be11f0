"""Digits in the surroundings that people's pictures have: framed, ruled, in a cell, in a saved figure."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from PIL import Image, ImageDraw

from app.learning.pen import draw, fit
from tests.drawings import DRAWINGS

SIDE = 160  # px
SHARE = 0.55  # of the side that a digit takes within its surroundings
EDGE = SIDE - 1


def digits(every: int = 1) -> list[dict[str, Any]]:
    """Return the drawings of the imagined hands, or one of so many: each with `label` and `strokes`."""
    lines = [line for path in sorted((DRAWINGS / "hands").glob("*.jsonl")) for line in path.read_text().splitlines()]
    return [json.loads(line) for line in lines[::every]]


def sheet(digit: dict[str, Any], share: float = SHARE) -> Image.Image:
    """Return a digit on a white sheet, 'L'."""
    return draw(fit([np.array(stroke)[:, :2] for stroke in digit["strokes"]], SIDE, 8, share), SIDE, 8)


def ruled(digit: dict[str, Any], *lines: tuple[int, int, int, int], width: int = 3) -> Image.Image:
    """Return the sheet with straight lines on it, each from x, y to x, y."""
    picture = sheet(digit)
    for line in lines:
        ImageDraw.Draw(picture).line(line, fill=0, width=width)
    return picture


def framed(digit: dict[str, Any], margin: int = 0, width: int = 3) -> Image.Image:
    """Return the sheet with a frame so far from its edge."""
    picture = sheet(digit)
    ImageDraw.Draw(picture).rectangle((margin, margin, EDGE - margin, EDGE - margin), outline=0, width=width)
    return picture


def on_the_line(digit: dict[str, Any]) -> Image.Image:
    """Return a form's cell whose lines go on beyond it, the digit written down to the lower one."""
    picture = sheet(digit)
    box = Image.eval(picture, lambda grey: 255 - grey).getbbox()
    cell = Image.new("L", (SIDE, SIDE), 255)
    cell.paste(picture.crop((0, 0, SIDE, box[3])), (0, 150 - box[3]))
    for line in ((0, 8, EDGE, 8), (0, 150, EDGE, 150), (8, 0, 8, EDGE), (152, 0, 152, EDGE)):
        ImageDraw.Draw(cell).line(line, fill=0, width=8)
    return cell


def shadowed(digit: dict[str, Any]) -> Image.Image:
    """Return a photo of the sheet, half of it in the hard shadow of whoever takes it."""
    grey = 60 + np.asarray(sheet(digit).resize((2 * SIDE, 2 * SIDE)), float) / 255 * 120
    y, x = np.mgrid[0 : 2 * SIDE, 0 : 2 * SIDE] / (2 * SIDE)
    edge = np.clip((x + 0.7 * y - 0.8) * 20, 0, 1)
    noise = np.random.default_rng(3).normal(0, 4, grey.shape)
    return Image.fromarray((grey * (1 - 0.5 * edge) + noise).clip(0, 255).astype(np.uint8))


def plotted(digit: dict[str, Any], colours: str, axes: bool = True) -> Image.Image:
    """Return the digit, light on dark as in MNIST, as `plt.imshow` and `savefig` leave it."""
    light = 255 - np.asarray(sheet(digit, 0.7).resize((28, 28), Image.Resampling.BOX))
    figure = Figure(figsize=(4, 3), dpi=80)
    plot = figure.add_subplot()
    plot.imshow(light, cmap=colours)
    plot.set_axis_on() if axes else plot.set_axis_off()
    file = BytesIO()
    figure.savefig(file, format="png")
    return Image.open(file).convert("RGB")


def tight(picture: Image.Image) -> Image.Image:
    """Return a picture cut along its ink."""
    return picture.crop(Image.eval(picture, lambda grey: 255 - grey).getbbox())


KINDS = {
    "a frame at the edge": framed,
    "a frame within": lambda digit: framed(digit, margin=4),
    "a thin frame within": lambda digit: framed(digit, margin=7, width=1),
    "a form's cell, its lower line cut off": lambda digit: ruled(digit, (1, 0, 1, EDGE), (158, 0, 158, EDGE)),
    "a sudoku's corner": lambda digit: ruled(digit, (2, 0, 2, EDGE), (0, 2, EDGE, 2), width=4),
    "a ruled line below": lambda digit: ruled(digit, (0, 148, EDGE, 148), width=2),
    "a neighbour's stroke": lambda digit: ruled(digit, (EDGE, 40, EDGE, 120), width=14),
    "a form's cell, the digit down to its line": on_the_line,
    "a neighbour's tail above": lambda digit: ruled(digit, (60, 2, 100, 2), width=12),
    "a hard shadow": shadowed,
    "a grey figure with axes": lambda digit: plotted(digit, "gray"),
    "a white figure with axes": lambda digit: plotted(digit, "gray_r"),
    "a figure in colours with axes": lambda digit: plotted(digit, "viridis"),
    "a figure in colours": lambda digit: plotted(digit, "viridis", axes=False),
}
