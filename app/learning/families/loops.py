"""6, 9 and 8: digits that live by their loops, from 12 % of the height on (18 % for the upper one of an 8)."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..pen import Points
from .curves import Hand, arc, chance, hand, stroke

LOOP = 0.12, 0.62  # of the height: how tall the loop of a 6 or 9 is
WIDE = 0.7, 1.5  # a loop's width to its height
WIDEST = 0.8  # of the height
UPPER = 0.18, 0.6  # of the height: the upper loop of an 8
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


def nine_swung(rng: Generator) -> Hand:
    """Return a 9 with a small or large loop whose stem swings out and far back to the left."""
    height = rng.uniform(0.15, 0.5)
    width = height * rng.uniform(0.8, 1.5)
    loop = arc((0, height / 2), (width, height), rng.uniform(-60, 10), -360 + rng.uniform(-25, 25))
    bulge, swing = rng.uniform(-0.05, 0.25), rng.uniform(0.2, 0.7)
    stem = [[width / 2 + bulge, 0.6 + 0.3 * height], [width / 2 - swing / 3, 0.97], [width / 2 - swing, 1]]
    return hand(min(height, width), stroke(loop, stem))


def nine_two_strokes(rng: Generator) -> Hand:
    """Return a 9 whose loop is written apart from its stem."""
    height = rng.uniform(0.25, 0.6)
    width = height * rng.uniform(0.7, 1.2)
    loop = arc((0, height / 2), (width, height), -40, -40 - rng.uniform(300, 400))
    x = width / 2 + rng.uniform(-0.06, 0.04)
    stem = [[x, rng.uniform(-0.03, 0.12)], [x + rng.uniform(-0.08, 0.05), 0.55], [x + rng.uniform(-0.3, 0.08), 1]]
    return hand(min(height, width), stroke(loop), stroke(stem))


def eight_two_circles(rng: Generator) -> Hand:
    """Return an 8 of two circles, one on the other."""
    upper, width, lower = _loops_of_eight(rng)
    start, shift = -60, rng.uniform(-0.04, 0.04)
    top = arc((0, upper / 2), (width, upper), start, start + rng.uniform(345, 400))
    foot = arc((shift, (1 + upper) / 2), (lower, 1 - upper), -90, -90 + rng.uniform(345, 400))
    return hand(min(upper, width), stroke(top), stroke(foot))


def eight_from_the_top(rng: Generator) -> Hand:
    """Return an 8 that begins like an S, closed or nearly."""
    upper, width, lower = _loops_of_eight(rng)
    top = arc((0, upper / 2), (width, upper), rng.uniform(-70, -10), -270)
    foot = arc((0, (1 + upper) / 2), (lower, 1 - upper), -90, 270)
    back = arc((0, upper / 2), (width, upper), 90, -10 + rng.uniform(-50, 30))
    return hand(min(upper, width), stroke(top[:-1], [0, upper], foot[1:-1], [0, upper], back[1:]))


def eight_from_the_middle(rng: Generator) -> Hand:
    """Return an 8 that begins and ends where its loops meet."""
    upper, width, lower = _loops_of_eight(rng)
    top = arc((0, upper / 2), (width, upper), 90, 450)
    foot = arc((0, (1 + upper) / 2), (lower, 1 - upper), -90, -450 + rng.uniform(-20, 20))
    return hand(min(upper, width), stroke(top[:-1], [0, upper], foot[1:]))


def eight_hourglass(rng: Generator) -> Hand:
    """Return an 8 of two lines that cross, joined above and below, round or angular."""
    top, foot, bend = rng.uniform(0.1, 0.3), rng.uniform(0.15, 0.38), rng.uniform(0.02, 0.12)
    down = [[top, bend], [0.15 * (top - foot), 0.45], [-foot, 1 - bend], [0, 1 + rng.uniform(0, 0.03)]]
    up = [[foot, 1 - bend], [0, 0.5], [-top, bend], [0, rng.uniform(-0.03, 0)]]
    end = [top * rng.uniform(0.5, 1.1), bend + rng.uniform(-0.05, 0.08)]
    return hand(0.4, stroke(down, up, end, corners=(2, 4, 6) if chance(rng, 0.3) else ()))


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


def _loops_of_eight(rng: Generator) -> tuple[float, float, float]:
    """Return the upper loop's height and width, and the lower one's width."""
    upper = rng.uniform(*UPPER)
    return upper, upper * rng.uniform(0.6, 1.3), (1 - upper) * rng.uniform(0.55, 1.15)
