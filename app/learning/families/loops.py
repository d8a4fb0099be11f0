"""6 and 9: digits that live by their loops, from 12 % of the height on."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..pen import Points
from .curves import BOLD, Hand, arc, chance, hand, stroke

LOOP = 0.12, 0.62  # of the height: how tall the loop of a 6 or 9 is
WIDE = 0.7, 1.5  # a loop's width to its height
WIDEST = 0.8  # of the height
EASY = 0.25  # of the height: a loop this small is closed with more care


def six(rng: Generator) -> Hand:
    """Return a 6 in one stroke: a stem, straight or bowed, that runs into a loop, closed or nearly."""
    height = rng.uniform(*LOOP)
    width = min(WIDEST, height * rng.uniform(*WIDE))
    left, middle = -width / 2, 1 - height / 2
    stem = _bowed_stem(rng, left, middle)
    if chance(rng, 0.15):  # a hook at the top
        stem = np.vstack([[stem[0, 0] + rng.uniform(0.03, 0.12), rng.uniform(0.02, 0.1)], stem])
    end = -180 + rng.uniform(-35, 50 if height > EASY else 25)
    return hand(min(height, width), stroke(stem, arc((0, middle), (width, height), 180, end)))


def six_lying(rng: Generator) -> Hand:
    """Return a 6 whose loop is broad and low, reaches far to the right, and may cross the stem."""
    height, width = rng.uniform(0.22, 0.45), rng.uniform(0.6, 1.0)
    left, middle = -width / 2, 1 - height / 2
    top = left + rng.uniform(0.05, 0.8)
    stem = [[top, rng.uniform(0, 0.08)], [left + 0.35 * (top - left), 0.25 * middle], [left, 0.7 * middle]]
    loop = arc((0, middle), (width, height), 180, -180 + rng.uniform(-20, 40))
    past = loop[-1] + [rng.uniform(-0.3, 0.05), rng.uniform(0, 0.3)]
    return hand(height, stroke(stem, loop, past) if chance(rng, 0.5) else stroke(stem, loop))


def six_two_strokes(rng: Generator) -> Hand:
    """Return a 6 whose loop is written apart, or turned clockwise, at the foot of a stem."""
    height = rng.uniform(0.2, 0.6)
    width = height * rng.uniform(0.7, 1.2)
    middle = 1 - height / 2 - rng.uniform(0, 0.08)
    top = [[rng.uniform(0, 0.3), 0], [rng.uniform(-0.03, 0.05), 0.45], [rng.uniform(-0.03, 0.05), middle]]
    if chance(rng, 0.5):
        loop = arc((width / 2, middle), (width, height), 180, 180 + rng.uniform(300, 400))
        return hand(min(height, width), stroke(top, [[0.1 * width, 0.97], [0.5 * width, 1]]), stroke(loop))
    loop = arc((width / 2, middle), (width, height), 180, -180 + rng.uniform(-20, 30))
    return hand(min(height, width), stroke(top, loop))


def nine(rng: Generator) -> Hand:
    """Return a 9 in one stroke: a loop, then a stem that is straight, bowed or hooked."""
    height = rng.uniform(*LOOP)
    width = min(WIDEST, height * rng.uniform(*WIDE))
    loop = arc((0, height / 2), (width, height), rng.uniform(-70, 10), -360 + rng.uniform(-25, 5))
    return hand(min(height, width), stroke(loop, _stem_of_nine(rng, width / 2, height)))


def nine_open(rng: Generator) -> Hand:
    """Return a 9 like a g: its head stays open at the right above, its stem ends in a hook to the left."""
    height = rng.uniform(0.3, 0.6)
    width, hook = height * rng.uniform(0.8, 1.6), rng.uniform(0.15, 0.7)
    head = arc((0, height / 2), (width, height), rng.uniform(-105, -45), -340)
    up = [width / 2, rng.uniform(0, 0.3) * height]
    foot = [[width / 2 - hook / 3, 0.97], [width / 2 - hook, 1 - rng.uniform(0, 0.15)]]
    return hand(0.35, stroke(head, up, [[width / 2 - rng.uniform(-0.1, 0.06), 0.7]], foot))


def nine_swung(rng: Generator) -> Hand:
    """Return a 9 with a small or large loop whose stem swings out and far back to the left."""
    height = rng.uniform(0.15, 0.5)
    width = height * rng.uniform(0.8, 1.5)
    loop = arc((0, height / 2), (width, height), rng.uniform(-60, 10), -360 + rng.uniform(-25, 25))
    bulge, swing = rng.uniform(-0.05, 0.25), rng.uniform(0.2, 0.7)
    stem = [[width / 2 + bulge, 0.6 + 0.3 * height], [width / 2 - swing / 3, 0.97], [width / 2 - swing, 1]]
    return hand(min(height, width), stroke(loop, stem))


def nine_round_tail(rng: Generator) -> Hand:
    """Return a 9 as a joined-up g: a small round head, at times filled, and a tail that curls up at the left."""
    height = rng.uniform(0.2, 0.5)
    width, curl = height * rng.uniform(0.65, 1.15), rng.uniform(0.25, 0.75)
    right, low = width / 2, rng.uniform(0.3, 0.55)  # of the height: how tall the tail is
    head = arc((0, height / 2), (width, height), rng.uniform(-80, 10), -360 + rng.uniform(-15, 25))
    tail = arc((right - curl / 2 + rng.uniform(-0.03, 0.1), 1 - low / 2), (curl, low), 0, rng.uniform(110, 200))
    return hand(BOLD if chance(rng, 0.2) else min(height, width), stroke(head, tail))


def nine_two_strokes(rng: Generator) -> Hand:
    """Return a 9 whose loop is written apart from its stem."""
    height = rng.uniform(0.25, 0.6)
    width = height * rng.uniform(0.7, 1.2)
    loop = arc((0, height / 2), (width, height), -40, -40 - rng.uniform(300, 400))
    x = width / 2 + rng.uniform(-0.06, 0.04)
    stem = [[x, rng.uniform(-0.03, 0.12)], [x + rng.uniform(-0.08, 0.05), 0.55], [x + rng.uniform(-0.3, 0.08), 1]]
    return hand(min(height, width), stroke(loop), stroke(stem))


def _bowed_stem(rng: Generator, left: float, middle: float) -> Points:
    """Return the stem of a 6 from the top to the left side of its loop."""
    top, bow = left + rng.uniform(-0.08, 0.5), rng.uniform(-0.02, 0.16)
    share = np.array([0, 0.25, 0.5, 0.75])
    across = top + (left - top) * share ** rng.uniform(0.5, 1.2) - bow * np.sin(np.pi * share)
    return np.column_stack([across, middle * share])


def _stem_of_nine(rng: Generator, right: float, height: float) -> list[list[float]]:
    kind, shift = rng.integers(5), rng.uniform(-0.45, 0.15)
    half = (1 + height) / 2
    if kind == 0:  # slanting
        return [[right + shift / 2, half], [right + shift, 1]]
    if kind == 1:  # bowed
        return [[right, half], [right + 0.3 * shift, 0.8], [right + 0.8 * shift - 0.05, 1]]
    if kind == 2:  # hooked to the left, as a g
        hook = rng.uniform(0.15, 0.5)
        foot = [[right - hook / 2, 1.0], [right - hook, 0.93 - rng.uniform(0, 0.15)]]
        return [[right + 0.02, half], [right - 0.02, 0.85], *foot]
    if kind == 3:  # upright
        return [[right, half], [right, 1]]
    hook = rng.uniform(0.05, 0.2)  # a small one to the right
    return [[right - 0.02, half], [right - 0.03, 0.88], [right + 0.4 * hook, 1], [right + hook, 0.93]]
