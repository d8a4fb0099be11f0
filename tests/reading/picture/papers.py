"""Digits on ruled and squared paper, in uneven pencil, and cut tightly, as people photograph, scan and crop them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from app.learning.pen import draw, fit
from tests.reading.picture.surroundings import SIDE

PAPER = 235  # of 255: what a scan makes of white


def _drawn(digit: dict[str, Any], pen: float, side: int, share: float) -> Image.Image:
    return draw(fit([np.array(stroke)[:, :2] for stroke in digit["strokes"]], side, pen, share), side, pen)


def lines(side: int, spacing: float, width: int, shade: int, squared: bool = False, start: float = 0.4) -> Image.Image:
    """Return paper with lines so far apart, `spacing` a share of the side, from `start` of that on."""
    paper = Image.new("L", (side, side), 255)
    places = np.arange(start * spacing * side, side, spacing * side).round().astype(int).tolist()
    for place in places:
        ImageDraw.Draw(paper).line((0, place, side, place), fill=shade, width=width)
        if squared:
            ImageDraw.Draw(paper).line((place, 0, place, side), fill=shade, width=width)
    return paper


def on_lines(
    digit: dict[str, Any],
    spacing: float = 0.25,
    width: int = 1,
    shade: int = 130,
    squared: bool = False,
    pen: float = 8,
    share: float = 0.6,
    grain: float = 0,
    blur: float = 0,
    turn: float = 0,
    start: float = 0.4,
    ink: int = 30,
    side: int = SIDE,
) -> Image.Image:
    """Return a digit on ruled or squared paper; with `grain` as a camera sees it, in light that falls off."""
    drawn = _drawn(digit, pen * side / SIDE, side, share)
    paper = lines(2 * side, spacing / 2, width, shade, squared, start).rotate(turn, Image.Resampling.BICUBIC)
    paper = paper.crop((side // 2, side // 2, side // 2 + side, side // 2 + side))
    cover = (255 - np.asarray(drawn, float)) / 255
    grey = np.asarray(paper, float) * (1 - cover) + ink * cover
    picture = Image.fromarray(grey.round().astype(np.uint8))
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    return lit(picture, grain) if grain else picture


def lit(picture: Image.Image, grain: float, fall: float = 0.3) -> Image.Image:
    """Return a picture as a camera sees it."""
    grey = np.asarray(picture, float) * PAPER / 255
    y, x = np.mgrid[0 : picture.height, 0 : picture.width] / picture.width
    grey = grey * (1 - fall * (0.7 * x + 0.3 * y))
    noise = np.random.default_rng(3).normal(0, grain, grey.shape)
    return Image.fromarray((grey + noise).clip(0, 255).astype(np.uint8))


def uneven(
    digit: dict[str, Any],
    palest: float = 0.3,
    pen: float = 9,
    seed: int = 0,
    grain: float = 0,
    blur: float = 0.8,
    patches: int = 4,
    share: float = 0.7,
    side: int = SIDE,
) -> Image.Image:
    """Return a digit whose strokes' darkness changes between `palest` and 1 along the way."""
    drawn = _drawn(digit, pen * side / SIDE, side, share)
    chance = np.random.default_rng(seed)
    field = Image.fromarray(chance.random((patches, patches)).astype(np.float32))
    dark = np.asarray(field.resize((side, side), Image.Resampling.BICUBIC)).clip(0, 1)
    dark = (dark - dark.min()) / np.ptp(dark)
    grey = 255 - (255 - np.asarray(drawn, float)) * (palest + (1 - palest) * dark) * 0.9
    picture = Image.fromarray(grey.round().astype(np.uint8)).filter(ImageFilter.GaussianBlur(blur))
    return lit(picture, grain) if grain else picture


def small(
    digit: dict[str, Any], side: int, margin: float = 0, is_light: bool = False, pen: float = 14, square: bool = False
) -> Image.Image:
    """Return a digit cut along its ink and made small, as a data set keeps it; `margin` is in px of it."""
    large = _drawn(digit, pen, SIDE, 0.9)
    box = Image.eval(large, lambda grey: 255 - grey).getbbox()
    large = large.crop(box)
    inner = side - 2 * margin
    scale = inner / max(large.size)
    size = (round(inner), round(inner)) if square else tuple(max(1, round(scale * length)) for length in large.size)
    little = Image.new("L", (side, side) if margin else size, 255)
    place = (side - size[0]) // 2, (side - size[1]) // 2
    little.paste(large.resize(size, Image.Resampling.BOX), place if margin else (0, 0))
    return Image.eval(little, lambda grey: 255 - grey) if is_light else little


RULED: dict[str, Callable[[dict[str, Any]], Image.Image]] = {
    "dark hair lines": lambda digit: on_lines(digit, width=1, shade=40),
    "blue lines as a scanner sees them": lambda digit: on_lines(digit, width=2, shade=150),
    "dark lines, close together": lambda digit: on_lines(digit, spacing=0.18, width=2, shade=40),
    "fat lines": lambda digit: on_lines(digit, spacing=0.35, width=3, shade=90, start=0.9),
    "squares": lambda digit: on_lines(digit, spacing=0.18, width=2, shade=90, squared=True),
    "small dark squares": lambda digit: on_lines(digit, spacing=0.12, width=1, shade=40, squared=True),
    "squares and a fine pen": lambda digit: on_lines(digit, spacing=0.18, shade=150, squared=True, pen=4),
    "lines in a photo": lambda digit: photographed(digit, squared=False, turn=-1.5),
    "squares in a photo": lambda digit: photographed(digit, squared=True, turn=1),
}


def photographed(digit: dict[str, Any], squared: bool, turn: float) -> Image.Image:
    """Return a digit on dark lines that lie a little askew, in uneven light."""
    return on_lines(digit, 0.22, 3, 90, squared, grain=4, blur=0.8, turn=turn, side=2 * SIDE)
