"""2 and 4: digits that stand on a base or a bar."""

from __future__ import annotations

from numpy.random import Generator

from ..pen import Points
from .curves import BOLD, Hand, arc, chance, hand, stroke

BAR = 0.3, 0.78  # of the height: how low the bar of a 4 is; a high one has a long stem below it


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
    end = [width + rng.uniform(-0.05, 0.5), 0.98 + rng.uniform(-0.2, 0.05)]
    return hand(0.3, stroke(top, neck, loop, middle, end))


def two_script(rng: Generator) -> Hand:
    """Return a 2 of joined-up hands: a narrow head, a neck far to the left, a tail that runs on and may rise."""
    width, height, left = rng.uniform(0.3, 0.6), rng.uniform(0.3, 0.5), rng.uniform(-0.3, 0.05)
    top = arc((width / 2, height / 2), (width, height), rng.uniform(165, 230), 370)
    size = rng.uniform(0.0, 0.22)
    foot = [[left + 0.06, 0.9], [left, 1 - size / 2], [left + size, 1 - size], [left + 0.3 + size, 0.95]]
    end = [width + rng.uniform(0.1, 0.6), rng.uniform(0.8, 1.02)]
    return hand(0.35, stroke(top, [[0.6 * width, 0.6]], foot, end))


def two_big_loop(rng: Generator) -> Hand:
    """Return a 2 whose loop is nearly as large as the digit, as in joined-up hands."""
    width, size, height = rng.uniform(0.5, 0.9), rng.uniform(0.4, 0.8), rng.uniform(0.3, 0.55)
    top = arc((0.55 * width, 0.25), (0.9 * width, 0.5), rng.uniform(170, 215), 380)
    loop = arc((0.3 * width, 1 - height / 2), (size, height), 60, 300 + rng.uniform(-20, 40))
    end = [width + rng.uniform(-0.1, 0.3), 1 + rng.uniform(-0.1, 0.15)]
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
        return hand(BOLD, stroke([left, top], bow), down)
    corner, end = [rng.uniform(-0.03, 0.08), bar], [width, bar + rng.uniform(-0.08, 0.06)]
    return hand(BOLD, stroke([left, top], corner, end, corners=(1,)), down)


def four_two_posts(rng: Generator) -> Hand:
    """Return an open 4 whose arm is as tall as its stem, both leaning alike: near an H."""
    bar, width, lean = rng.uniform(0.42, 0.72), rng.uniform(0.25, 0.55), rng.uniform(0, 0.5)
    arm = [[lean * bar, rng.uniform(0, 0.12)], [rng.uniform(-0.03, 0.05), bar]]
    end = [width + rng.uniform(0.08, 0.4), bar + rng.uniform(-0.12, 0.06)]
    top, foot = width + lean * bar, width - lean * (1 - bar)
    stem = [[top, rng.uniform(-0.03, 0.15)], [foot + rng.uniform(-0.05, 0.05), 1]]
    return hand(BOLD, stroke(arm, end, corners=(1,)), stroke(stem))


def four_bolt(rng: Generator) -> Hand:
    """Return an open 4 like a bolt: its arm leans far, its bar runs on, its stem is short and may slant."""
    bar, lean, reach = rng.uniform(0.45, 0.72), rng.uniform(0.15, 0.6), rng.uniform(0.1, 0.55)
    stem = rng.uniform(0.35, 0.75)
    end = [stem + reach, bar + rng.uniform(-0.15, 0.06)]
    arm = stroke([[lean, 0.0], [0.4 * lean, 0.55 * bar], [0.0, bar], end], corners=(2,))
    top = bar - rng.uniform(0.08, 0.4)
    return hand(BOLD, arm, stroke([[stem + rng.uniform(-0.05, 0.15), top], [stem + rng.uniform(-0.15, 0.08), 1.0]]))


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
    return hand(BOLD, stroke(bow, [stem + 0.02, rng.uniform(0, 0.1)], [stem, 0.5], foot, corners=(5,)))


def _head_of_two(rng: Generator) -> tuple[Points, list[list[float]], float]:
    """Return a 2's bow, its neck, and its width."""
    width, height, shift = rng.uniform(0.45, 0.9), rng.uniform(0.4, 0.68), rng.uniform(-0.06, 0.06)
    top = arc((width / 2, height / 2), (width, height), rng.uniform(160, 215), 360 + rng.uniform(0, 25))
    return top, [[0.72 * width + shift, 0.62], [0.35 * width + shift / 2, 0.84]], width
