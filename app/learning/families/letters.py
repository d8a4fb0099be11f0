"""Letters that come near to digits: joined-up f, h, k, n and x, and capitals whose parts are short or lean."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ..pen import Points
from .curves import BOLD, Hand, arc, at_times, chance, hand, stroke


def f_slender(rng: Generator) -> Hand:
    """Return an f whose loops, one above or two, are slim, with a small bar: near a 1 or an 8."""
    lean, width = rng.uniform(-0.05, 0.3), rng.uniform(0.06, 0.2)
    turn = 0.5 + rng.uniform(-0.1, 0.1)
    above = _slim_loop((lean * (1 - turn), turn), (lean, 0), width, rng)
    below = [[0.02, 1]] if chance(rng, 0.5) else _slim_loop((0, 0.6), (-lean * 0.6, 1), width, rng)
    middle, half = turn + rng.uniform(-0.08, 0.2), rng.uniform(0.05, 0.22)
    bar = [[-half + rng.uniform(0, 0.1), middle + rng.uniform(-0.04, 0.06)], [half + rng.uniform(0, 0.1), middle]]
    return hand(_finest(rng, width), stroke(above, below), stroke(bar))


def f_hooked(rng: Generator) -> Hand:
    """Return an f with a hook to the right above, one to the left below, and a bar: near a 5 or an 8."""
    top, foot = rng.uniform(0.12, 0.5), rng.uniform(0.05, 0.45)
    head = [[top, rng.uniform(0.03, 0.2)], [0.55 * top, 0], [0.1 * top, rng.uniform(0.08, 0.2)]]
    tail = [[-0.02, rng.uniform(0.78, 0.9)], [-0.5 * foot, 1], [-foot, rng.uniform(0.75, 0.97)]]
    stem = [[rng.uniform(-0.08, 0.0), 0.35], [rng.uniform(-0.03, 0.06), 0.6]]
    low, left, right = rng.uniform(0.32, 0.62), rng.uniform(0.08, 0.4), rng.uniform(0.08, 0.4)
    return hand(BOLD, stroke(head, stem, tail), stroke([[-left, low], [right, low + rng.uniform(-0.08, 0.04)]]))


def h_arched(rng: Generator) -> Hand:
    """Return an h of one stem and an arch that is low or high, round or pointed: near a 4 or a 6."""
    lean, width, top = rng.uniform(-0.05, 0.35), rng.uniform(0.3, 0.7), rng.uniform(0.38, 0.7)
    foot, leg = rng.uniform(0.75, 1.0), rng.uniform(-0.03, 0.15)
    up = [[0.15 * width, top + 0.25], [0.55 * width, top]]
    down = [[width, top + rng.uniform(0.1, 0.3)], [width + leg, 1]]
    corners = (2, 4) if chance(rng, 0.4) else (2,)
    return hand(BOLD, stroke([[lean, 0], [0.3 * lean, 0.5], [0, foot]], up, down, corners=corners))


def h_looped(rng: Generator) -> Hand:
    """Return a joined-up h: a slim loop, filled or open, and a small arch at its foot."""
    lean, width, arch = rng.uniform(0, 0.4), rng.uniform(0.06, 0.3), rng.uniform(0.15, 0.6)
    loop = _slim_loop((-0.02, 0.78), (lean, 0), width, rng)
    begin = at_times(rng, 0.6, -rng.uniform(0.05, 0.35), rng.uniform(0.7, 0.95))
    low = rng.uniform(0.5, 0.75)
    leg = [[0.0, 1.0], [0.4 * arch, low + 0.05], [0.75 * arch, low], [arch, 0.85], [1.15 * arch, 1]]
    end = at_times(rng, 0.6, 1.15 * arch + rng.uniform(0.05, 0.25), rng.uniform(0.85, 0.98))
    return hand(_finest(rng, width), stroke(begin, loop, leg, end))


def k_small(rng: Generator) -> Hand:
    """Return a k whose arm and leg, or loop, are small at the foot of a tall stem: near a 6 or a 1."""
    lean, arm, low = rng.uniform(-0.1, 0.35), rng.uniform(0.2, 0.55), rng.uniform(0.4, 0.6)
    stem = [[lean, 0], [0.4 * lean, 0.5], [0.0, 1.0]]
    leg = [arm * rng.uniform(0.9, 1.4), rng.uniform(0.92, 1.03)]
    if chance(rng, 0.5):  # joined up: the arm is a loop
        loop = [[0.6 * arm, low], [arm, low + 0.08], [0.6 * arm, 0.75], [0.1, 0.78]]
        return hand(0.2, stroke(stem, [[0.1, 0.75]], loop, [0.55 * arm, 0.9], leg, corners=(2,)))
    return hand(BOLD, stroke(stem), stroke([[arm, low]], [[0.05, rng.uniform(0.66, 0.78)]], leg, corners=(1,)))


def n_arched(rng: Generator) -> Hand:
    """Return an n of a short first leg and a wide arch whose second leg may curl in: near a 7."""
    width, first = rng.uniform(0.45, 1.1), rng.uniform(0.3, 1.0)
    serif = [[-rng.uniform(0, 0.25), rng.uniform(0, 0.12)]]
    down = [[0.05, 0.35 * first], [0.12, first]]
    arch = [[0.16, 0.45 * first], [0.45 * width, rng.uniform(-0.02, 0.12)], [0.85 * width, 0.15], [width, 0.5]]
    x, y = width * rng.uniform(0.7, 1.05), rng.uniform(0.95, 1.02)
    curl = at_times(rng, 0.4, x - rng.uniform(0.05, 0.15), y - rng.uniform(0.02, 0.12))
    return hand(BOLD, stroke(serif, down, arch, [x, y], curl, corners=(2,)))


def n_spiked(rng: Generator) -> Hand:
    """Return an n of a low first leg and one tall spike, or an m of two: near a 1 or a 4."""
    width, spikes, low = rng.uniform(0.3, 0.6), rng.choice([1, 2], p=(0.7, 0.3)), rng.uniform(0, 0.35)
    begin = [[-rng.uniform(0.05, 0.2), low], [rng.uniform(-0.03, 0.05), 1 - rng.uniform(0, 0.15)]]
    points = [[(k + 1) / 2 * width, (k % 2) * rng.uniform(0.6, 1.0)] for k in range(2 * int(spikes) - 1)]
    last = [points[-1][0] + rng.uniform(0.08, 0.5) * width, 1.0]
    end = at_times(rng, 0.5, last[0] + rng.uniform(0.05, 0.3), rng.uniform(0.85, 1.0))
    corners = range(1, 2 + len(points)) if chance(rng, 0.7) else (1,)
    return hand(BOLD, stroke(begin, points, last, end, corners=tuple(corners)))


def x_joined_up(rng: Generator) -> Hand:
    """Return an x of one bowed stroke, its ends curled, and one slanting stroke across: near a 2."""
    width = rng.uniform(0.7, 1.5)
    first = [[0, rng.uniform(0.05, 0.35)], [0.2 * width, rng.uniform(0, 0.1)], [0.42 * width, 0.35]]
    second = [[0.55 * width, 0.75], [0.75 * width, 1.0], [width, rng.uniform(0.7, 0.95)]]
    top, foot = rng.uniform(0.55, 0.95) * width, rng.uniform(0.0, 0.35) * width
    across = [[top, rng.uniform(0, 0.12)], [0.48 * width, 0.5], [foot, rng.uniform(0.9, 1.02)]]
    if chance(rng, 0.5):  # a curl at its ends
        across = [[top + 0.1, 0.15], *across, [foot - 0.12, 0.9]]
    return hand(BOLD, stroke(first, second), stroke(across))


def capital_e_round(rng: Generator) -> Hand:
    """Return an E whose back is round or bowed, its bars rising or short, its foot turned up: near a 2 or a 6."""
    width, bow = rng.uniform(0.4, 0.9), rng.uniform(0.05, 0.3)
    top, foot = rng.uniform(-0.15, 0.2), rng.uniform(0.75, 1.0)
    roof = [[width, top], [0.5 * width, 0]]
    back = [[0, 0.3 * rng.uniform(0.7, 1.1)], [-bow / 2, 0.6], [0.05, 0.9], [0.4 * width, 1], [width, foot]]
    bar, rise = rng.uniform(0.4, 0.65), rng.uniform(-0.05, 0.2)
    middle = stroke([[-bow / 2, bar], [width * rng.uniform(0.4, 1.0), bar - rise]])
    if chance(rng, 0.3):  # the roof in a stroke of its own
        return hand(BOLD, stroke(roof), stroke(roof[1], back), middle)
    return hand(BOLD, stroke(roof, back), middle)


def capital_h_uneven(rng: Generator) -> Hand:
    """Return an H with a short first post and a bar that is low or slants: near an open 4."""
    width, top, foot = rng.uniform(0.4, 0.8), rng.uniform(0, 0.25), rng.uniform(0.72, 1.0)
    bar = rng.uniform(0.35, foot - 0.2)
    lean = rng.uniform(-0.1, 0.15)
    posts = stroke([[lean, top], [0, foot]]), stroke([[width + lean, 0], [width, 1]])
    over = rng.uniform(-0.06, 0.1)
    return hand(BOLD, posts[0], posts[1], stroke([[-over, bar], [width + over, bar + rng.uniform(-0.12, 0.12)]]))


def capital_r_short(rng: Generator) -> Hand:
    """Return an R whose stem is short and whose leg runs out wide: near a 2."""
    width, waist = rng.uniform(0.5, 0.9), rng.uniform(0.45, 0.65)
    begin, foot = rng.uniform(-0.15, 0.05), rng.uniform(0.75, 1.0)
    stem = stroke([[0.1, rng.uniform(0.15, waist)], [0.05, foot]])
    bowl = arc((0.45 * width, waist / 2), (1.1 * width, waist), rng.uniform(185, 240), 430)
    leg = [[0.15, waist + 0.02], [0.6 * width, 0.8], [width + rng.uniform(0, 0.3), 1]]
    return hand(BOLD, stem, stroke([[begin, 0.12]], bowl, leg))


def _finest(rng: Generator, width: float) -> float:
    """Return how fine a slim loop of this width is; half of all are filled by a broad pen."""
    return BOLD if chance(rng, 0.5) else max(width, 0.12)


def _slim_loop(start: tuple[float, float], tip: tuple[float, float], width: float, rng: Generator) -> Points:
    """Return a loop from `start` around `tip` and back past where it began, so many box units wide."""
    (x, y), (u, v) = start, tip
    side = -1 if v > y else 1  # one above turns to the left as it comes down, one below to the right
    across = np.array([1, 0]) * width / 2 * side
    halfway, near = np.array([(x + u) / 2, (y + v) / 2]), np.array([x + 0.85 * (u - x), y + 0.85 * (v - y)])
    end = np.array([x + rng.uniform(-0.04, 0.04), y + 0.06 * (1 if v < y else -1)])
    return np.array([[x, y], halfway + across, near + across, [u, v], near - across, halfway - across, end])
