"""Families: every member is its digit, small loops live, and no family moves another's drawings."""

from zlib import crc32

import numpy as np
import pytest
from numpy.random import Generator, default_rng

from app.learning import allographs
from app.learning.canvas import draw_member
from app.learning.families import FAMILIES, SIGN_FAMILIES, Family
from app.learning.families.eights import UPPER
from app.learning.families.loops import EASY, LOOP
from app.learning.pen import draw, fit
from app.learning.samples import first_sign_family, from_families
from app.reading.arrays import FULL_INK, N_DIGITS, N_FEATURES
from app.reading.classify import NO_DIGIT, OTHERS
from app.reading.parts import connected_parts

ALL = (*FAMILIES, *SIGN_FAMILIES)
MEMBERS = 12
SIDE, THIN = 200, 3.0  # px: a canvas, and a pen that leaves every loop open


def each(family: Family) -> list[Generator]:
    return [default_rng([crc32(family.name.encode()), member]) for member in range(MEMBERS)]


def holes(family: Family, rng: Generator) -> int:
    """Return how many areas of paper the lines of a member enclose."""
    paper = np.asarray(draw(fit(family.write(rng).lines(), SIDE, THIN), SIDE, THIN)) > FULL_INK // 2
    return len(connected_parts(paper)[1]) - 1


def named(name: str) -> Family:
    return next(family for family in ALL if family.name == name)


def test_every_digit_has_families_of_its_own() -> None:
    assert {family.digit for family in FAMILIES} == set(range(N_DIGITS))


def test_names_are_unique_and_none_is_a_templates() -> None:
    templates = (*allographs.digits(), *allographs.counter_examples())
    names = [family.name for family in ALL] + [template.name for template in templates]
    assert len(set(names)) == len(names)


def test_families_of_other_signs_are_no_digits() -> None:
    assert {family.digit for family in SIGN_FAMILIES} == {None}
    made = from_families(SIGN_FAMILIES[:2], 2, first_sign_family())
    assert made.labels.tolist() == [NO_DIGIT] * 4
    assert made.groups.min() == OTHERS + len(allographs.counter_examples())


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.name)
def test_members_are_sizes_of_one_thing(family: Family) -> None:
    """Each has finite points, is about one box tall, and is another than the rest."""
    boxes = set()
    for rng in each(family):
        points = np.concatenate(family.write(rng).lines())
        assert np.isfinite(points).all()
        width, height = np.ptp(points, axis=0).tolist()
        assert 0 <= width < 2.8
        assert 0.9 < height < 2.8
        boxes.add((width, height))
    assert len(boxes) == MEMBERS


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.name)
def test_a_member_is_drawn_in_full_ink_within_its_canvas(family: Family) -> None:
    for rng in each(family):
        ink = draw_member(family, rng)
        assert ink.max() == FULL_INK
        assert not ink[[0, -1]].any()
        assert not ink[:, [0, -1]].any()


@pytest.mark.parametrize("name", ["8, two circles, any ratio", "8, started at the middle, any ratio"])
def test_an_8_encloses_paper_twice(name: str) -> None:
    family = named(name)
    assert np.mean([holes(family, rng) >= 2 for rng in each(family)]) > 0.8


def test_the_loop_of_a_6_is_open_inside_however_small() -> None:
    family = named("6, two strokes, any size")
    assert np.mean([holes(family, rng) >= 1 for rng in each(family)]) > 0.7


@pytest.mark.parametrize(
    "name",
    [
        "9, head open as a g, any gap",
        "1, flag from the foot, any slope",
        "1, level flag, any length",
        "4, bolt, any lean",
        "3, short lower bow, any lean",
        "n, wide arch, any first leg",
    ],
)
def test_what_is_open_encloses_no_paper(name: str) -> None:
    family = named(name)
    assert np.mean([holes(family, rng) == 0 for rng in each(family)]) > 0.8


def test_a_flag_from_the_foot_is_longer_than_any_other() -> None:
    for rng in each(named("1, flag from the foot, any slope")):
        (line,) = named("1, flag from the foot, any slope").write(rng).lines()
        top = line[:, 1].argmin()
        assert line[0, 1] - line[top, 1] > 0.4
        assert line[-1, 1] - line[top, 1] > 0.6


def test_a_level_flag_is_shorter_than_the_narrowest_bar_of_a_7() -> None:
    flags = [
        np.ptp(named("1, level flag, any length").write(rng).strokes[0].points[:2, 0])
        for rng in map(default_rng, range(200))
    ]
    bars = [
        np.ptp(named("7, plain, any width").write(rng).strokes[0].points[:, 0]) for rng in map(default_rng, range(200))
    ]
    assert max(flags) < min(bars)


def test_the_ends_of_a_0_stand_out_above_it() -> None:
    for name in ("0, begun above, any rise", "0, ends cross above, any width"):
        family = named(name)
        assert np.mean([line[0, 1] < 0.02 for rng in each(family) for line in family.write(rng).lines()[:1]]) > 0.8


def test_loops_reach_from_an_eighth_of_the_height_to_more_than_half() -> None:
    sizes = [named("6, loop, any size").write(default_rng(n)).finest for n in range(300)]
    assert min(sizes) < 1.1 * LOOP[0]
    assert min(sizes) < EASY < max(sizes)
    uppers = [named("8, two circles, any ratio").write(default_rng(n)).finest for n in range(300)]
    assert 0.6 * UPPER[0] < min(uppers) < 1.1 * UPPER[0]


def test_samples_of_families_are_the_same_each_time_whatever_other_families_there_are() -> None:
    few, more = from_families(FAMILIES[3:5], 3, 0), from_families(FAMILIES[2:5], 3, 0)
    assert few.features.shape == (6, N_FEATURES)
    assert (few.features == more.features[3:]).all()
    assert few.labels.tolist() == [family.digit for family in FAMILIES[3:5] for _ in range(3)]
    assert few.groups.tolist() == [0, 0, 0, 1, 1, 1]
