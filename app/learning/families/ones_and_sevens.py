"""1 and 7: a stem, and what it begins with."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..allographs import Stroke
from .curves import BOLD, Hand, chance, hand, stroke

FLAG = 0.08, 0.6  # of the height: how long the flag of a 1 is
LONG = 0.4  # of the height: a longer flag is steep, or it would be a 7's bar
FROM_FOOT = 0.6, 1.05  # of the height: a flag that begins near the line, as in German hands
SHORT = 0.28  # of the height: a shorter flag may be level, for no 7 is as narrow
LEVEL = 0.15, 0.38  # of the height: a level flag on an upright stem, where few 7s are as narrow
STEEP, STEEP_LONG, STEEPEST = 15, 30, 80  # degrees below level in which a flag runs
FOOT = 0.1, 0.9  # of the height: how wide the base of a 1 is


def one(rng: Generator) -> Hand:
    """Return a 1: a bare stroke, or with a flag of any length and angle."""
    points, corners = _flag_and_stem(rng, 0.75)
    return hand(0.3, stroke(points, corners=corners))


def one_level_flag(rng: Generator) -> Hand:
    """Return a 1 whose flag is all but level and longer than a tick, on an upright stem: near a narrow 7."""
    length, slope, lean = rng.uniform(*LEVEL), np.radians(rng.uniform(-5, 25)), rng.uniform(-0.08, 0.06)
    run, drop = length * np.cos(slope), max(0.0, length * np.sin(slope))
    stem = [[0.0, 0.0], [lean / 2 + rng.uniform(-0.03, 0.03), 0.5], [lean, 1.0]]
    return hand(0.3, stroke([[-run, drop]], stem, corners=(1,)))


def one_flag_from_the_foot(rng: Generator) -> Hand:
    """Return a 1 whose flag begins near the line and is about as long as its stem, straight or bowed."""
    length, slope = rng.uniform(*FROM_FOOT), np.radians(rng.uniform(48, 72))
    run, drop = length * np.cos(slope), min(1.0, length * np.sin(slope))
    foot, sag, lean = 1.0, rng.uniform(-0.04, 0.12), rng.uniform(-0.08, 0.12)
    if chance(rng, 0.4):  # the stem is the shorter of the two
        foot, drop, run = rng.uniform(0.7, 1.0), 1.0, 1 / np.tan(slope)
    flag = [[-run, drop], [-run / 2 + sag / 2, drop / 2 + sag]]
    stem = [[0.0, 0.0], [lean / 2 + rng.uniform(-0.06, 0.06), foot / 2], [lean, foot]]
    return hand(0.35, stroke(flag, stem, corners=(2,) if chance(rng, 0.8) else ()))


def one_base(rng: Generator) -> Hand:
    """Return a 1 with a base of any width, at its end or a little above."""
    points, corners = _flag_and_stem(rng, 0.85)
    x = points[-1][0] + rng.uniform(-0.1, 0.1)
    y, half, tilt = rng.uniform(0.9, 1.04), rng.uniform(*FOOT) / 2, rng.uniform(-0.06, 0.06)
    return hand(BOLD, stroke(points, corners=corners), stroke([[x - half, y + tilt], [x + half, y - tilt]]))


def one_hooked(rng: Generator) -> Hand:
    """Return a 1 whose stem ends in a hook or a short base in the same stroke, mostly to the left."""
    points, corners = _flag_and_stem(rng, 0.75)
    x, length = points[-1][0], rng.uniform(0.06, 0.4) * rng.choice([-1, 1], p=(0.7, 0.3))
    if chance(rng, 0.5):
        foot = [[x, 0.92], [x + 0.4 * length, 1], [x + length, 0.98 - rng.uniform(0, 0.06)]]
        return hand(0.3, stroke(points[:-1], foot, corners=corners))
    return hand(0.3, stroke(points, [x + length, 1 + rng.uniform(-0.04, 0.04)], corners=(*corners, len(points) - 1)))


def seven(rng: Generator) -> Hand:
    """Return a 7: its bar straight or wavy, with or without a serif, its stem straight or curved."""
    return hand(BOLD, _bar_and_stem(rng)[0])


def seven_crossed(rng: Generator) -> Hand:
    """Return a 7 crossed at any height."""
    down, width, foot = _bar_and_stem(rng)
    y, half, tilt = rng.uniform(0.35, 0.68), rng.uniform(0.1, 0.35), rng.uniform(-0.1, 0.08)
    x = width + (foot - width) * y
    left, right = [x - half + rng.uniform(-0.1, 0.1), y - tilt], [x + half + rng.uniform(-0.1, 0.1), y + tilt]
    return hand(BOLD, down, stroke([left, right]))


def seven_base(rng: Generator) -> Hand:
    """Return a 7 with a short base."""
    down, _, foot = _bar_and_stem(rng)
    return hand(BOLD, down, stroke([[foot - rng.uniform(0.08, 0.2), 1], [foot + rng.uniform(0.08, 0.2), 1]]))


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
    least = STEEP_LONG if length > LONG else STEEP if length > SHORT else 0
    slope = np.radians(rng.uniform(least, STEEPEST))
    return length * float(np.cos(slope)), length * float(np.sin(slope))


def _bar_and_stem(rng: Generator) -> tuple[Stroke, float, float]:
    """Return a 7's first stroke, where its bar ends, and where its foot is."""
    width, low, foot = rng.uniform(0.45, 0.95), rng.uniform(-0.02, 0.12), rng.uniform(0.05, 0.5)
    bar = [[0, low], [width / 2, low / 2 + rng.uniform(-0.05, 0.03)], [width, rng.uniform(-0.02, 0.05)]]
    corners = [2] if chance(rng, 0.75) else []
    if chance(rng, 0.3):  # a serif
        bar.insert(0, [rng.uniform(-0.03, 0.05), low + rng.uniform(0.08, 0.3)])
        corners = [1, *(corner + 1 for corner in corners)]
    foot *= width
    stem = [[(width + foot) / 2 - rng.uniform(-0.15, 0.14), 0.5], [foot, 1]]
    return stroke(bar, stem, corners=corners), width, foot
