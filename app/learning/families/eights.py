"""8: two loops, the upper one from 18 % of the height on."""

from __future__ import annotations

from numpy.random import Generator

from .curves import Hand, arc, chance, hand, stroke

UPPER = 0.18, 0.6  # of the height: the upper loop of an 8
SPARED = 0.25  # of the height: what no pen fills, for a filled loop with loose ends is a 0 with a blot


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


def eight_ends_apart(rng: Generator) -> Hand:
    """Return an 8 whose line begins and ends apart above, or crosses there and runs on, as a ribbon."""
    upper, lower = rng.uniform(0.3, 0.6), rng.uniform(0.3, 0.75)
    width = upper * rng.uniform(0.6, 1.3)
    top = arc((0, upper / 2), (width, upper), rng.uniform(-110, -30), -270)
    foot = arc((0, (1 + upper) / 2), (lower, 1 - upper), -90, 270)
    rise, out = rng.uniform(0.65, 1.05) * upper, rng.uniform(-0.1, 0.75) * width
    back = [[0.35 * out, upper - 0.4 * rise], [out, upper - rise]]
    return hand(SPARED, stroke(top[:-1], [0, upper], foot[1:-1], [0, upper], back))


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


def _loops_of_eight(rng: Generator) -> tuple[float, float, float]:
    """Return the upper loop's height and width, and the lower one's width."""
    upper = rng.uniform(*UPPER)
    return upper, upper * rng.uniform(0.6, 1.3), (1 - upper) * rng.uniform(0.55, 1.15)
