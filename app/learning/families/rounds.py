"""0, 3 and 5: open and closed bows."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..pen import Points
from .curves import Hand, arc, chance, hand, stroke

WIDTH = 0.3, 1.05  # of the height: a 0
OPEN_SLASHED = 0.5  # of its width: a broader pen would fill both halves of a slashed 0
SLASH, LONG_SLASH = (0.35, 1.4), (1.2, 2.6)  # of the diameter in its direction


def zero(rng: Generator) -> Hand:
    """Return a 0: narrow to wide, closed, open or overlapping, begun anywhere above, round or a little square."""
    outline = _oval(rng)
    return hand(float(np.ptp(outline[:, 0])), stroke(outline))


def zero_tailed(rng: Generator) -> Hand:
    """Return a 0 whose line begins above or ends inside: with a tail, or wound in a little."""
    outline = _oval(rng)
    width = float(np.ptp(outline[:, 0]))
    if chance(rng, 0.5):
        tail = outline[0] + [rng.uniform(-0.2, 0.3), -rng.uniform(0.05, 0.25)]
        return hand(width, stroke(tail, outline))
    inner = np.array([0, 0.5]) + (outline[1:3] - np.array([0, 0.5])) * rng.uniform(0.55, 0.85)
    return hand(0.5 * width, stroke(outline, inner))


def zero_slashed(rng: Generator) -> Hand:
    """Return a 0 with a slash at any angle, from a third of its diameter to past its outline."""
    return _slashed(rng, SLASH)


def zero_struck_through(rng: Generator) -> Hand:
    """Return a 0 with a slash far past its outline, as Ø or φ."""
    return _slashed(rng, LONG_SLASH)


def zero_dotted(rng: Generator) -> Hand:
    """Return a 0 with a dot or a short stroke in its middle."""
    half = rng.uniform(0, 0.08)
    return hand(0.3, stroke(_oval(rng)), stroke([[0, 0.5 - half], [rng.uniform(-0.02, 0.02), 0.5 + half]]))


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


def _oval(rng: Generator) -> Points:
    """Return the outline of a 0, one tall, its middle at (0, 0.5)."""
    width, start, way = rng.uniform(*WIDTH), rng.uniform(-150, -20), rng.choice([-1, 1])
    gap = rng.uniform(-60, 0) if chance(rng, 0.6) else rng.uniform(0, 30)
    points = arc((0, 0), (width, 1), start, start + way * (360 - gap))
    squareness = rng.uniform(0, 0.1) * np.abs(np.sin(2 * np.arctan2(2 * points[:, 1], 2 * points[:, 0] / width)))
    outline: Points = points * (1 + squareness[:, None]) + np.array([0, 0.5])
    return outline


def _slashed(rng: Generator, lengths: tuple[float, float]) -> Hand:
    outline = _oval(rng)
    width = float(np.ptp(outline[:, 0]))
    slash = _slash(rng, width, rng.uniform(*lengths))
    if chance(rng, 0.15):  # without lifting the pen
        return hand(OPEN_SLASHED * width, stroke(outline, slash))
    return hand(OPEN_SLASHED * width, stroke(outline), stroke(slash))


def _slash(rng: Generator, width: float, length: float) -> Points:
    """Return the two ends of a slash through the middle of a 0: mostly rising, at times falling or flat."""
    low, high = ((20, 80), (80, 160), (-10, 20))[rng.choice(3, p=(0.55, 0.3, 0.15))]
    angle = np.radians(rng.uniform(low, high))
    radius = 1 / np.hypot(np.cos(angle) / (width / 2), np.sin(angle) / 0.5)
    reach = radius * length * np.array([np.cos(angle), -np.sin(angle)])
    return np.array([reach, -reach]) + (np.array([0, 0.5]) + rng.uniform(-0.07, 0.07, 2))


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
