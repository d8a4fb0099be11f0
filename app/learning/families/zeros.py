"""0: round or slashed, its ends open, crossed or wound in."""

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


def zero_begun_above(rng: Generator) -> Hand:
    """Return a 0 whose line comes down to it from above, left or right, and may cross itself there: near a 6."""
    outline = _oval(rng)
    rise, aside = rng.uniform(0.06, 0.3), rng.uniform(-0.12, 0.15)
    begin = outline[0] + [[aside, -rise], [aside / 2, -rise / 2]]
    past = outline[-1] + [rng.uniform(-0.12, 0.12), rng.uniform(-0.12, 0.02)]
    width = float(np.ptp(outline[:, 0]))
    return hand(width, stroke(begin, outline, past) if chance(rng, 0.5) else stroke(begin, outline))


def zero_ends_cross(rng: Generator) -> Hand:
    """Return a 0 whose two ends cross at the top and stand out a little: near an 8."""
    width, top = rng.uniform(*WIDTH), -90 + rng.uniform(-25, 25)
    over = rng.uniform(5, 30)
    outline = arc((0, 0.5), (width, 1), top + over, top - 360 - over)
    first, last = ([rng.uniform(0.02, 0.14), -rng.uniform(0.03, 0.14)] for _ in range(2))
    begin, end = outline[0] + [-first[0], first[1]], outline[-1] + last
    return hand(width, stroke(begin, outline, end))


def zero_wound_in(rng: Generator) -> Hand:
    """Return a 0 whose end runs on inside its beginning and leaves a gap: near a 6."""
    width, start, way = rng.uniform(0.5, 1.05), rng.uniform(-150, -30), rng.choice([-1, 1])
    angles = np.radians(start + way * np.linspace(0, rng.uniform(330, 400), 16))
    radii = 0.5 * np.linspace(1, rng.uniform(0.65, 0.9), 16) ** rng.uniform(1, 3)
    points = np.column_stack([width * radii * np.cos(angles), radii * np.sin(angles)])
    return hand(0.35 * width, stroke(points / np.ptp(points[:, 1])))


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
