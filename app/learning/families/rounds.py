"""3 and 5: open bows."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..pen import Points
from .curves import Hand, arc, chance, hand, stroke


def three(rng: Generator) -> Hand:
    """Return a 3 of two bows of any ratio, its waist a point or smooth."""
    upper, lower, waist = _bows_of_three(rng)
    is_smooth = chance(rng, 0.4)
    middle = [waist[0] + (0.05 if is_smooth else -0.08), waist[1]]
    return hand(0.35, stroke(upper, middle, lower, corners=() if is_smooth else (len(upper),)))


def three_middle_loop(rng: Generator) -> Hand:
    """Return a 3 with a small loop at its waist."""
    upper, lower, (x, y) = _bows_of_three(rng)
    size = rng.uniform(0.05, 0.16)
    loop = [[x - 0.02, y - 0.2 * size], [x - size, y + 0.1 * size], [x - 0.6 * size, y + size / 2], [x + 0.02, y]]
    return hand(0.35, stroke(upper, loop, lower))


def three_flat_top(rng: Generator) -> Hand:
    """Return a 3 with a flat top and a sharp neck."""
    width, neck = rng.uniform(0.4, 0.8), rng.uniform(0.35, 0.55)
    size = width * rng.uniform(1.0, 1.3), 1 - neck
    lower = arc((0.4 * width, (1 + neck) / 2), size, -80, rng.uniform(120, 175))
    inner = [0.4 * width + rng.uniform(-0.08, 0.05), neck]
    bar = [[0, rng.uniform(-0.02, 0.05)], [width, rng.uniform(-0.03, 0.04)], inner]
    return hand(0.4, stroke(bar, lower, corners=(1, 2)))


def three_short_below(rng: Generator) -> Hand:
    """Return a 3 that slants, its head hooked down at the left, its lower bow short and ending in the open."""
    neck, wide, wider = rng.uniform(0.35, 0.6), rng.uniform(0.45, 0.8), rng.uniform(0.4, 0.75)
    upper = arc((0, neck / 2), (wide, neck), rng.uniform(-215, -150), rng.uniform(0, 45))
    lean = rng.uniform(-0.25, 0.0)
    lower = arc((lean, (1 + neck) / 2), (wider, 1 - neck), rng.uniform(-75, -45), rng.uniform(60, 125))
    waist = [lean + rng.uniform(-0.1, 0.1), neck + rng.uniform(-0.04, 0.04)]
    return hand(0.35, stroke(upper, waist, lower, corners=(len(upper),)))


def five_one_stroke(rng: Generator) -> Hand:
    """Return a 5 that begins at the right end of its bar."""
    bar, body, belly = _parts_of_five(rng)
    return hand(0.35, stroke(bar[::-1], body, belly, corners=(3, 4)))


def five_two_strokes(rng: Generator) -> Hand:
    """Return a 5 whose bar is written last: attached, loose, long, short, rising or falling."""
    bar, body, belly = _parts_of_five(rng)
    return hand(0.35, stroke(body, belly, corners=(1,)), stroke(bar))


def five_s_like(rng: Generator) -> Hand:
    """Return a 5 without a corner, like an S."""
    width, neck = rng.uniform(0.5, 0.85), rng.uniform(0.28, 0.5)
    left = rng.uniform(-0.03, 0.15)
    top = [[width, rng.uniform(0.05, 0.11)], [width / 2, 0], [left, rng.uniform(0.15, 0.25)], [left + 0.1, neck]]
    belly = arc((0.42 * width, (1 + neck) / 2), (width, 1 - neck), -60, rng.uniform(120, 170))
    return hand(0.35, stroke(top, belly))


def _bows_of_three(rng: Generator) -> tuple[Points, Points, tuple[float, float]]:
    """Return the upper bow, the lower one, and where they meet."""
    neck, wide, wider = rng.uniform(0.22, 0.6), rng.uniform(0.35, 0.75), rng.uniform(0.4, 0.85)
    upper = arc((0, neck / 2), (wide, neck), rng.uniform(-175, -130), rng.uniform(35, 70))
    lower = arc((0, (1 + neck) / 2), (wider, 1 - neck), rng.uniform(-75, -40), rng.uniform(120, 175))
    if chance(rng, 0.3):  # curled in at the end
        lower = np.vstack([lower, lower[-1] - [rng.uniform(0.02, 0.1), rng.uniform(0, 0.12)]])
    return upper, lower, (rng.uniform(-0.05, 0.3) * min(wide, wider), neck)


def _parts_of_five(rng: Generator) -> tuple[Points, list[list[float]], Points]:
    """Return the bar from left to right, the upright, and the belly."""
    width, neck, left = rng.uniform(0.5, 0.85), rng.uniform(0.2, 0.5), rng.uniform(-0.03, 0.15)
    size = width * rng.uniform(0.9, 1.24), 1 - neck
    belly = arc((0.42 * width, (1 + neck) / 2), size, rng.uniform(-130, -80), rng.uniform(120, 200))
    length, tilt = width * rng.uniform(0.35, 1.1), rng.uniform(-0.12, 0.12)
    if chance(rng, 0.2):  # flung up
        tilt, length = rng.uniform(0.12, 0.35), length * 1.2
    x = left + (rng.uniform(-0.05, 0.12) if chance(rng, 0.7) else rng.uniform(0, 0.25))
    y = rng.uniform(-0.04, 0.06) - (rng.uniform(-0.02, 0.1) if chance(rng, 0.5) else 0)
    bar = np.array([[x, y], [x + length / 2, y - tilt / 2 * rng.uniform(0.5, 1.5)], [x + length, y - tilt]])
    return bar, [[left, 0.02], [left - rng.uniform(-0.03, 0.08), neck + 0.02]], belly
