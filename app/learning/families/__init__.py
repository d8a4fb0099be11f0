"""Families: ways of writing a sign whose sizes, angles and joins vary without end.

A template is one person's 6. A family is every 6 whose loop is anything from an eighth to two thirds of its height, to
whatever side, closed or nearly. New writers are read by what lies between the templates, and that is drawn here. So are
letters that come near to digits: what is no digit is learnt from them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numpy.random import Generator

from . import eights, letters, loops, ones_and_sevens, rounds, twos_and_fours, zeros
from .curves import Hand

__all__ = ["FAMILIES", "SIGN_FAMILIES", "Family", "Hand"]


@dataclass(frozen=True)
class Family:
    """One family: its name, as allographs are named, and what writes a member of it."""

    name: str  # begins with the label and a comma
    write: Callable[[Generator], Hand]

    @property
    def digit(self) -> int | None:
        """Return the digit 0..9 that all members are, or None for any other sign."""
        first = self.name[0]
        return int(first) if first.isdecimal() else None


FAMILIES = (
    Family("0, plain, any width", zeros.zero),
    Family("0, ends overlap, with a tail", zeros.zero_tailed),
    Family("0, slashed, any angle", zeros.zero_slashed),
    Family("0, slashed, far past the outline", zeros.zero_struck_through),
    Family("0, dotted, any width", zeros.zero_dotted),
    Family("0, begun above, any rise", zeros.zero_begun_above),
    Family("0, ends cross above, any width", zeros.zero_ends_cross),
    Family("0, wound in, any gap", zeros.zero_wound_in),
    Family("1, flag, any length", ones_and_sevens.one),
    Family("1, level flag, any length", ones_and_sevens.one_level_flag),
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
    Family("3, short lower bow, any lean", rounds.three_short_below),
    Family("4, open, any stem", twos_and_fours.four_open),
    Family("4, arm as tall as the stem, any lean", twos_and_fours.four_two_posts),
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
    Family("9, round tail, any head", loops.nine_round_tail),
    Family("9, two strokes, any size", loops.nine_two_strokes),
)

SIGN_FAMILIES = (
    Family("f, slender, any bar", letters.f_slender),
    Family("f, hooked at both ends, any bar", letters.f_hooked),
    Family("h, arch, any height", letters.h_arched),
    Family("h, slim loop, any arch", letters.h_looped),
    Family("k, small arms, any lean", letters.k_small),
    Family("n, wide arch, any first leg", letters.n_arched),
    Family("n, spiked, any first leg", letters.n_spiked),
    Family("x, joined-up, any width", letters.x_joined_up),
    Family("E, round back, any bars", letters.capital_e_round),
    Family("H, posts uneven, any bar", letters.capital_h_uneven),
    Family("R, short stem, any leg", letters.capital_r_short),
)
