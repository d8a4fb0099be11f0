"""1, 2, 4 and 7: digits of lines and corners."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..allographs import Stroke
from ..pen import Points
from .curves import Hand, arc, chance, hand, stroke

FLAG = 0.08, 0.6  # of the height: how long the flag of a 1 is
LONG = 0.4  # of the height: a longer flag is steep, or it would be a 7's bar
STEEP, STEEP_LONG, STEEPEST = 15, 30, 80  # degrees below level in which a flag runs
FOOT = 0.1, 0.9  # of the height: how wide the base of a 1 is
BAR = 0.3, 0.78  # of the height: how low the bar of a 4 is; a high one has a long stem below it


def one(rng: Generator) -> Hand:
    """Return a 1: a bare stroke, or with a flag of any length and angle."""
    points, corners = _flag_and_stem(rng, 0.75)
    return hand(0.3, stroke(points, corners=corners))


def one_base(rng: Generator) -> Hand:
    """Return a 1 with a base of any width, at its end or a little above."""
    points, corners = _flag_and_stem(rng, 0.85)
    x = points[-1][0] + rng.uniform(-0.1, 0.1)
    y, half, tilt = rng.uniform(0.9, 1.04), rng.uniform(*FOOT) / 2, rng.uniform(-0.06, 0.06)
    return hand(0.3, stroke(points, corners=corners), stroke([[x - half, y + tilt], [x + half, y - tilt]]))


def one_hooked(rng: Generator) -> Hand:
    """Return a 1 whose stem ends in a hook or a short base in the same stroke, mostly to the left."""
    points, corners = _flag_and_stem(rng, 0.75)
    x, length = points[-1][0], rng.uniform(0.06, 0.4) * rng.choice([-1, 1], p=(0.7, 0.3))
    if chance(rng, 0.5):
        foot = [[x, 0.92], [x + 0.4 * length, 1], [x + length, 0.98 - rng.uniform(0, 0.06)]]
        return hand(0.3, stroke(points[:-1], foot, corners=corners))
    return hand(0.3, stroke(points, [x + length, 1 + rng.uniform(-0.04, 0.04)], corners=(*corners, len(points) - 1)))


def two(rng: Generator) -> Hand:
    """Return a 2 with a corner at its foot."""
    top, neck, width = _head_of_two(rng)
    foot = [[rng.uniform(-0.08, 0.12), 0.98], [width + rng.uniform(-0.15, 0.2), 1 + rng.uniform(-0.06, 0.04)]]
    return hand(0.4, stroke(top, neck, foot, corners=(len(top) + 2,)))


def two_loop(rng: Generator) -> Hand:
    """Return a 2 with a loop of any size at its foot."""
    top, neck, width = _head_of_two(rng)
    left, size = rng.uniform(-0.08, 0.12), rng.uniform(0.08, 0.42)
    height = size * rng.uniform(0.5, 1)
    loop = arc((left + size / 2, 1 - height / 2), (size, height), 20, 280)
    middle = [left + size + 0.1, 0.97 - rng.uniform(-0.03, 0.06)]
    end = [width + rng.uniform(-0.05, 0.3), 0.98 + rng.uniform(-0.12, 0.05)]
    return hand(height / 2 if size > 0.18 else 0.25, stroke(top, neck, loop, middle, end))


def two_big_loop(rng: Generator) -> Hand:
    """Return a 2 whose loop is nearly as large as the digit, as in joined-up hands."""
    width, size, height = rng.uniform(0.5, 0.9), rng.uniform(0.4, 0.8), rng.uniform(0.3, 0.55)
    top = arc((0.55 * width, 0.25), (0.9 * width, 0.5), rng.uniform(170, 215), 380)
    loop = arc((0.3 * width, 1 - height / 2), (size, height), 60, 300 + rng.uniform(-20, 40))
    end = [width + rng.uniform(0, 0.3), 1 + rng.uniform(-0.1, 0.06)]
    return hand(0.7 * height, stroke(top, loop, end))


def two_wavy(rng: Generator) -> Hand:
    """Return a 2 with a wave for a base."""
    top, neck, width = _head_of_two(rng)
    left, wave = rng.uniform(-0.08, 0.12), rng.uniform(0.03, 0.1)
    base = [[left, 0.97], [left + 0.3 * width, 0.95 - wave], [left + 0.65 * width, 1 + 0.3 * wave]]
    end = [width + rng.uniform(-0.05, 0.25), 0.93 - rng.uniform(0, 0.1)]
    return hand(0.4, stroke(top, neck, base, end))


def two_z_shaped(rng: Generator) -> Hand:
    """Return a 2 of three lines."""
    width = rng.uniform(0.5, 0.9)
    top = [[0, rng.uniform(0, 0.12)], [0.55 * width, rng.uniform(-0.03, 0.03)], [width, rng.uniform(0.02, 0.25)]]
    foot = [[rng.uniform(-0.05, 0.1), 1], [width + rng.uniform(-0.1, 0.2), 1 + rng.uniform(-0.05, 0.05)]]
    return hand(0.4, stroke(top, [width / 2, 0.6], foot, corners=(2, 4) if chance(rng, 0.3) else (4,)))


def four_open(rng: Generator) -> Hand:
    """Return an open 4: left part and bar in one stroke, angular or round, then the stem, short or long."""
    bar, width = rng.uniform(*BAR), rng.uniform(0.5, 0.95)
    stem = width * rng.uniform(0.55, 0.85)
    left, top = rng.uniform(0, 0.3) * width, rng.uniform(0, 0.15)
    low = [stem + rng.uniform(-0.05, 0.05), 0.6], [stem + rng.uniform(-0.15, 0.05), 1]
    down = stroke([stem + rng.uniform(-0.08, 0.08), rng.uniform(-0.05, 0.35) * bar + rng.uniform(0, 0.1)], *low)
    if chance(rng, 0.35):
        bow = [[left - 0.05, 0.6 * bar], [left + 0.02, 0.95 * bar], [0.6 * stem, bar + 0.02], [stem, 0.9 * bar]]
        return hand(0.3, stroke([left, top], bow), down)
    corner, end = [rng.uniform(-0.03, 0.08), bar], [width, bar + rng.uniform(-0.08, 0.06)]
    return hand(0.3, stroke([left, top], corner, end, corners=(1,)), down)


def four_closed(rng: Generator) -> Hand:
    """Return a closed 4 in two strokes."""
    bar, width = rng.uniform(*BAR), rng.uniform(0.5, 0.95)
    stem = width * rng.uniform(0.55, 0.85)
    corner, end = [rng.uniform(-0.04, 0.05), bar], [width + rng.uniform(-0.1, 0.1), bar + rng.uniform(-0.06, 0.05)]
    down = [[stem, rng.uniform(-0.02, 0.05)], [stem + rng.uniform(-0.06, 0.03), 1]]
    return hand(0.35, stroke([stem + rng.uniform(-0.06, 0.06), 0], corner, end, corners=(1,)), stroke(down))


def four_one_stroke(rng: Generator) -> Hand:
    """Return a 4 without lifting the pen: closed and angular, or open as a y."""
    bar, stem = rng.uniform(0.5, 0.78), rng.uniform(0.35, 0.75)
    foot = [stem + rng.uniform(-0.15, 0.05), 1]
    if chance(rng, 0.5):
        return hand(0.35, stroke([[0.95 * stem, bar + 0.02], [0, bar], [stem, 0], foot], corners=(1, 2)))
    bow = [[0, rng.uniform(0, 0.12)], [-0.02, 0.6 * bar], [0.1, bar], [0.6 * stem, bar], [stem, 0.6 * bar]]
    return hand(0.3, stroke(bow, [stem + 0.02, rng.uniform(0, 0.1)], [stem, 0.5], foot, corners=(5,)))


def seven(rng: Generator) -> Hand:
    """Return a 7: its bar straight or wavy, with or without a serif, its stem straight or curved."""
    return hand(0.35, _bar_and_stem(rng)[0])


def seven_crossed(rng: Generator) -> Hand:
    """Return a 7 crossed at any height."""
    down, width, foot = _bar_and_stem(rng)
    y, half, tilt = rng.uniform(0.35, 0.68), rng.uniform(0.1, 0.35), rng.uniform(-0.1, 0.08)
    x = width + (foot - width) * y
    left, right = [x - half + rng.uniform(-0.1, 0.1), y - tilt], [x + half + rng.uniform(-0.1, 0.1), y + tilt]
    return hand(0.35, down, stroke([left, right]))


def seven_base(rng: Generator) -> Hand:
    """Return a 7 with a short base."""
    down, _, foot = _bar_and_stem(rng)
    return hand(0.35, down, stroke([[foot - rng.uniform(0.08, 0.2), 1], [foot + rng.uniform(0.08, 0.2), 1]]))


def _flag_and_stem(rng: Generator, flagged: float) -> tuple[list[list[float]], tuple[int, ...]]:
    """Return the points of a 1, and which are corners; so many of all have a flag."""
    lean, bow = rng.uniform(-0.06, 0.06), rng.uniform(-0.05, 0.05)
    stem = [[0.0, 0.0], [lean / 2 + bow, 0.5], [lean, 1.0]]
    if not chance(rng, flagged):
        return stem, ()
    length, bent = rng.uniform(*FLAG), rng.uniform(-0.06, 0.06)
    run, drop = _flag(rng, length)
    return [[-run, drop], [bent / 2 - run / 2, drop / 2 + bent], *stem], (2,)


def _flag(rng: Generator, length: float) -> tuple[float, float]:
    """Return how far a flag goes to the left and down."""
    slope = np.radians(rng.uniform(STEEP_LONG if length > LONG else STEEP, STEEPEST))
    return length * float(np.cos(slope)), length * float(np.sin(slope))


def _head_of_two(rng: Generator) -> tuple[Points, list[list[float]], float]:
    """Return a 2's bow, its neck, and its width."""
    width, height, shift = rng.uniform(0.45, 0.9), rng.uniform(0.4, 0.68), rng.uniform(-0.06, 0.06)
    top = arc((width / 2, height / 2), (width, height), rng.uniform(160, 215), 360 + rng.uniform(0, 25))
    return top, [[0.72 * width + shift, 0.62], [0.35 * width + shift / 2, 0.84]], width


def _bar_and_stem(rng: Generator) -> tuple[Stroke, float, float]:
    """Return a 7's first stroke, where its bar ends, and where its foot is."""
    width, low, foot = rng.uniform(0.45, 0.95), rng.uniform(-0.02, 0.12), rng.uniform(0.05, 0.5)
    bar = [[0, low], [width / 2, low / 2 + rng.uniform(-0.05, 0.03)], [width, rng.uniform(-0.02, 0.05)]]
    corners = [2] if chance(rng, 0.75) else []
    if chance(rng, 0.3):  # a serif
        bar.insert(0, [rng.uniform(-0.03, 0.05), low + rng.uniform(0.08, 0.3)])
        corners = [1, *(corner + 1 for corner in corners)]
    foot *= width
    stem = [[(width + foot) / 2 - rng.uniform(-0.1, 0.14), 0.5], [foot, 1]]
    return stroke(bar, stem, corners=corners), width, foot
