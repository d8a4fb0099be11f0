"""Families: ways of writing a digit whose sizes, angles and joins vary without end.

A template is one person's 6. A family is every 6 whose loop is anything from an eighth to two thirds of its height, to
whatever side, closed or nearly. New writers are read by what lies between the templates, and that is drawn here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.random import Generator

from . import eights, loops, ones_and_sevens, rounds, twos_and_fours
from .curves import Hand

__all__ = ["FAMILIES", "Family", "Hand"]


@dataclass(frozen=True)
class Family:
    """One family: its name, as allographs are named, and what writes a member of it."""

    name: str  # begins with the digit and a comma
    write: Callable[[Generator], Hand]

    @property
    def digit(self) -> int:
        """Return the digit 0..9 that all members are."""
        return int(self.name[0])


FAMILIES = (
    Family("0, plain, any width", rounds.zero),
    Family("0, ends overlap, with a tail", rounds.zero_tailed),
    Family("0, slashed, any angle", rounds.zero_slashed),
    Family("0, slashed, far past the outline", rounds.zero_struck_through),
    Family("0, dotted, any width", rounds.zero_dotted),
    Family("1, flag, any length", ones_and_sevens.one),
    Family("1, flag from the foot, any slope", ones_and_sevens.one_flag_from_the_foot),
    Family("1, flag and base, any width", ones_and_sevens.one_base),
    Family("1, hooked at the foot, any length", ones_and_sevens.one_hooked),
    Family("2, plain, any width", twos_and_fours.two),
    Family("2, loop, any size", twos_and_fours.two_loop),
    Family("2, big loop, any size", twos_and_fours.two_big_loop),
    Family("2, script, any tail", twos_and_fours.two_script),
    Family("2, wavy base, any height", twos_and_fours.two_wavy),
    Family("2, Z-shaped, any width", twos_and_fours.two_z_shaped),
    Family("3, round, any ratio", rounds.three),
    Family("3, middle loop, any size", rounds.three_middle_loop),
    Family("3, flat top, any width", rounds.three_flat_top),
    Family("4, open, any stem", twos_and_fours.four_open),
    Family("4, bolt, any lean", twos_and_fours.four_bolt),
    Family("4, closed, any bar", twos_and_fours.four_closed),
    Family("4, one stroke, any width", twos_and_fours.four_one_stroke),
    Family("5, one stroke, any belly", rounds.five_one_stroke),
    Family("5, two strokes, any bar", rounds.five_two_strokes),
    Family("5, S-like, any width", rounds.five_s_like),
    Family("6, loop, any size", loops.six),
    Family("6, lying loop, any width", loops.six_lying),
    Family("6, two strokes, any size", loops.six_two_strokes),
    Family("7, plain, any width", ones_and_sevens.seven),
    Family("7, crossed, any height", ones_and_sevens.seven_crossed),
    Family("7, base, any width", ones_and_sevens.seven_base),
    Family("8, two circles, any ratio", eights.eight_two_circles),
    Family("8, started at the top, any ratio", eights.eight_from_the_top),
    Family("8, ends apart, any gap", eights.eight_ends_apart),
    Family("8, started at the middle, any ratio", eights.eight_from_the_middle),
    Family("8, hourglass, any width", eights.eight_hourglass),
    Family("9, loop, any size", loops.nine),
    Family("9, head open as a g, any gap", loops.nine_open),
    Family("9, loop, swung far to the left", loops.nine_swung),
    Family("9, two strokes, any size", loops.nine_two_strokes),
)
