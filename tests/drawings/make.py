"""Makes the drawings of this folder from strokes: `python -m tests.drawings.make`. Look at them after a change.

Every name says what is special: `7-crossed.png` must be read as 7, `blank-dust.png` must be refused as blank. What is
expected stands in expected.json, which is written along with them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

HERE = Path(__file__).parent
SHEET_SIDE = 280  # px of the sheet
FINE = 4  # times as large while drawing, for smooth edges

Stroke = list[tuple[float, float]]  # points of one line, 0..1 of the sheet, y down
Strokes = list[Stroke]


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Stroke:
    """Return points on an ellipse; angles in turns, 0 at the right, growing clockwise."""
    turns = np.linspace(start, end, 40) * 2 * np.pi
    return [(x + rx * float(np.cos(turn)), y + ry * float(np.sin(turn))) for turn in turns]


STROKES: dict[str, Strokes] = {
    "0": [arc(0.5, 0.5, 0.18, 0.3, -0.25, 0.77)],
    "1": [[(0.5, 0.2), (0.5, 0.8)]],
    "1-flag": [[(0.38, 0.34), (0.52, 0.2), (0.52, 0.8)]],
    "2": [[*arc(0.5, 0.36, 0.17, 0.16, -0.48, 0.1), (0.33, 0.78), (0.69, 0.78)]],
    "3": [[*arc(0.48, 0.35, 0.16, 0.14, -0.42, 0.22), *arc(0.48, 0.64, 0.19, 0.16, -0.22, 0.42)]],
    "4": [[(0.45, 0.2), (0.3, 0.56), (0.7, 0.56)], [(0.6, 0.36), (0.58, 0.82)]],
    "5": [[(0.66, 0.2), (0.38, 0.2), (0.36, 0.46), *arc(0.48, 0.61, 0.18, 0.17, -0.31, 0.4)]],
    "5-apart": [[(0.37, 0.24), (0.36, 0.47), *arc(0.48, 0.61, 0.18, 0.17, -0.31, 0.4)], [(0.43, 0.2), (0.68, 0.19)]],
    "6": [[(0.6, 0.18), (0.46, 0.34), (0.36, 0.54), *arc(0.51, 0.63, 0.16, 0.16, -0.5, 0.5)]],
    "7": [[(0.3, 0.24), (0.69, 0.24), (0.45, 0.8)]],
    "7-crossed": [[(0.3, 0.24), (0.69, 0.24), (0.45, 0.8)], [(0.42, 0.52), (0.67, 0.52)]],
    "8": [[*arc(0.5, 0.34, 0.14, 0.14, 0.25, 1.25), *arc(0.5, 0.64, 0.17, 0.16, -0.25, 0.75)]],
    "9": [[*arc(0.5, 0.36, 0.15, 0.15, 0.0, 1.0), (0.64, 0.5), (0.58, 0.82)]],
}


def drawn(strokes: Strokes, pen: float = 0.05, side: int = SHEET_SIDE) -> Image.Image:
    """Return the strokes on a white sheet, black, with a round pen that is a share of the side wide."""
    big = side * FINE
    sheet = Image.new("L", (big, big), 255)
    draw, reach = ImageDraw.Draw(sheet), pen * big / 2
    for stroke in strokes:
        points = [(x * big, y * big) for x, y in stroke]
        draw.line(points, fill=0, width=max(1, round(2 * reach)))
        for x, y in points:
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=0)
    return sheet.resize((side, side), Image.Resampling.BOX)


def moved(strokes: Strokes, scale: float = 1, dx: float = 0, dy: float = 0, lean: float = 0) -> Strokes:
    """Return the strokes scaled about the middle, leaning to the right by a share of their height, and shifted."""
    return [
        [(0.5 + scale * (x - 0.5 - lean * (y - 0.5)) + dx, 0.5 + scale * (y - 0.5) + dy) for x, y in stroke]
        for stroke in strokes
    ]


def clear(picture: Image.Image) -> Image.Image:
    """Return black ink on transparent paper."""
    ink = Image.new("RGBA", picture.size)
    ink.putalpha(ImageOps.invert(picture))
    return ink


def lit(picture: Image.Image, noise: float = 5) -> Image.Image:
    """Return the drawing as a photo: greyish paper, light falling off to one side, noise."""
    share = np.asarray(picture.filter(ImageFilter.GaussianBlur(1)), float) / 255
    y, x = np.mgrid[0 : picture.height, 0 : picture.width] / picture.width
    shades = (0.25 + 0.75 * share) * (1 - 0.45 * (0.8 * x + 0.2 * y))
    rgb = shades[..., None] * np.array([222, 214, 200])
    return Image.fromarray((rgb + np.random.default_rng(1).normal(0, noise, rgb.shape)).clip(0, 255).astype(np.uint8))


def dusty(specks: int) -> Image.Image:
    """Return a sheet with nothing but single grey pixels on it."""
    sheet = Image.new("L", (SHEET_SIDE, SHEET_SIDE), 255)
    for x, y in np.random.default_rng(2).integers(0, SHEET_SIDE, (specks, 2)).tolist():
        sheet.putpixel((x, y), 90)
    return sheet


def ruled(picture: Image.Image) -> Image.Image:
    """Return the drawing on lined paper, the lines fainter than any pen."""
    lines = Image.new("L", picture.size, 255)
    for y in range(20, picture.height, 28):
        ImageDraw.Draw(lines).line([(0, y), (picture.width, y)], fill=235)
    return ImageChops.darker(picture, lines)


def uneven(picture: Image.Image, palest: float = 0.25) -> Image.Image:
    """Return the drawing in a pencil that presses less and less from the right to the left."""
    pressed = np.linspace(palest, 1, picture.width)
    return Image.fromarray((255 - (255 - np.asarray(picture, float)) * pressed).astype(np.uint8))


def in_a_cell(picture: Image.Image) -> Image.Image:
    """Return the drawing in a form's cell, whose fat lines go on beyond it and meet the drawing below."""
    cell = picture.copy()
    pen, side = ImageDraw.Draw(cell), picture.width
    for at in (24, 238):
        pen.line([(0, at), (side, at)], fill=0, width=14)
        pen.line([(at, 0), (at, side)], fill=0, width=14)
    return cell


def png(picture: Image.Image) -> bytes:
    return _file(picture, "PNG", optimize=True)


def jpeg(picture: Image.Image) -> bytes:
    return _file(picture, "JPEG", quality=80)


def _file(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def digits() -> Iterable[tuple[str, bytes]]:
    """Yield drawings to be read; the first letter of each name is the digit."""
    for name, strokes in STROKES.items():
        yield f"{name}.png", png(drawn(strokes))
    seven, three, two = STROKES["7-crossed"], STROKES["3"], STROKES["2"]
    yield "7-small-in-a-corner.png", png(drawn(moved(seven, 0.2, 0.38, 0.38), pen=0.012))
    yield "3-touching-the-edges.png", png(drawn(moved(three, 1.66)))
    yield "2-thin-as-a-hair.png", png(drawn(two, pen=0.005))
    yield "0-fat-as-a-brush.png", png(drawn(STROKES["0"], pen=0.11))
    yield "4-leaning.png", png(drawn(moved(STROKES["4"], lean=0.35)))
    yield "1-leaning.png", png(drawn(moved(STROKES["1"], lean=0.45)))
    yield "8-wide-sheet.png", png(ImageOps.expand(drawn(STROKES["8"]), (300, 0, 20, 0), 255))
    yield "5-white-on-black.png", png(ImageOps.invert(drawn(STROKES["5"])))
    yield "6-on-clear-paper.png", png(clear(drawn(STROKES["6"])))
    yield "9-red.png", png(ImageOps.colorize(drawn(STROKES["9"]), "red", "white"))
    yield "3-pencil-grey.png", png(drawn(three).point(lambda grey: 255 - (255 - grey) // 3))
    yield "2-palette-of-two.png", png(drawn(two).convert("1", dither=Image.Dither.NONE))
    yield "7-lined-paper.png", png(ruled(drawn(seven)))
    yield "4-photo.jpg", jpeg(lit(drawn(STROKES["4"], side=480)))
    yield "2-photo-noisy.jpg", jpeg(lit(drawn(two, side=480), noise=14))
    yield "8-uneven-pencil.png", png(uneven(drawn(STROKES["8"])))
    yield "4-in-a-cell.png", png(in_a_cell(drawn(STROKES["4"])))
    yield "1-tap-and-pull.png", png(drawn([[(0.5, 0.45), (0.5, 0.6)]]))


def refused() -> Iterable[tuple[str, bytes]]:
    """Yield drawings to be refused; the name begins with the error's code."""
    whole = png(drawn(STROKES["7"]))
    yield "blank-white.png", png(Image.new("L", (SHEET_SIDE, SHEET_SIDE), 255))
    yield "blank-clear.png", png(Image.new("RGBA", (SHEET_SIDE, SHEET_SIDE)))
    yield "blank-full-black.png", png(Image.new("L", (SHEET_SIDE, SHEET_SIDE), 0))
    yield "blank-one-speck.png", png(dusty(1))
    yield "blank-dust.png", png(dusty(12))
    yield "blank-empty-photo.jpg", jpeg(lit(Image.new("L", (480, 480), 255)))
    yield "not_an_image-cut-at-half.png", whole[: len(whole) // 2]
    yield "not_an_image-text.png", b"This is no picture.\n"


def main() -> None:
    """Write all drawings and what is expected of them."""
    expected: dict[str, dict[str, object]] = {}
    sources: list[tuple[Callable[[], Iterable[tuple[str, bytes]]], Callable[[str], dict[str, object]]]] = [
        (digits, lambda name: {"digit": int(name[0])}),
        (refused, lambda name: {"error": name.split("-")[0]}),
    ]
    for source, expectation in sources:
        for name, data in source():
            (HERE / name).write_bytes(data)
            expected[name] = expectation(name)
    (HERE / "expected.json").write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
