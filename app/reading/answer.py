"""The values that come out of reading: an answer, the pictures on the way to it, and why it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .arrays import Features, Ink, Rows, Shares, features_of_rows


class ReadPiece(NamedTuple):
    """One digit of several in a picture."""

    digit: int
    confidence: float
    box: Shares  # where it is


@dataclass(frozen=True)
class Answer:
    """What the reader says of one drawing."""

    digit: int  # the argmax of `probabilities`
    confidence: float  # its probability
    probabilities: tuple[float, ...]  # ten, summing to 1
    is_digit: bool  # familiar enough to be one
    familiarity: float  # 0 (like nothing learnt) .. 1
    pixels: Rows  # 8 rows of 8 counts 0..16: what the model saw
    directions: tuple[Rows, ...]  # and which way the ink runs in each square, —, |, \ and /: four times 8 rows of 8
    hint: str | None = None  # "several": digits side by side, or below each other; "mirrored": one in a mirror
    pieces: tuple[ReadPiece, ...] = ()  # each digit, as people read them, where the hint is "several"
    mirrored: int | None = None  # the digit that the mirror image is, where that is the hint
    looks_like: str | None = None  # the sign that it is nearest to, "heart", where that is no digit and neither is it
    looks_like_pixels: Rows | None = None  # the learnt drawing of that sign: 8 rows of 8 counts 0..16

    @property
    def features(self) -> Features:
        """Return the (320,) features that it was given to."""
        return features_of_rows(self.pixels, self.directions)


@dataclass(frozen=True, eq=False)
class Stage:
    """One picture on the way from drawing to counts."""

    name: str  # "ink", "deskewed" or "bitmap"
    picture: Ink  # (h, w), 0 paper .. 255 ink
    box: tuple[int, int, int, int] | None = None  # of "ink": left, top, right, bottom of what was read, in its px
    shear: float | None = None  # of "deskewed": px a row
    left_out: Ink | None = None  # of "ink": what was found around the drawing, as large, where something was
    why: tuple[str, ...] = ()  # and what it is: "ruling", "frame" or "edge"


@dataclass(frozen=True)
class Trace:
    """An answer and the pictures on the way to it; the last stage is the answer's own `pixels`."""

    answer: Answer
    stages: tuple[Stage, ...]


class Source(NamedTuple):
    """One drawing that was learnt from."""

    kind: str  # "data set", "allograph", "other" or "drawing"
    name: str  # an allograph's own ("7, crossed"), else ""
    row: int  # its place among its kind: for the data set, the row of load_digits


@dataclass(frozen=True)
class Vote:
    """One support vector's contribution to a pairwise decision."""

    digit: int
    contribution: float
    pixels: Rows
    source: Source


@dataclass(frozen=True)
class Side:
    """All contributions of one sign in a pairwise decision: the largest ones, and what the others add together."""

    votes: tuple[Vote, ...]
    rest: float
    count: int  # of all


@dataclass(frozen=True)
class PairwiseDecision:
    """One digit against another (one-vs-one), seen from the first: `decision` above 0 speaks for it.

    The votes and rests of both sides and the intercept sum to the decision.
    """

    digit: int
    rival: int
    decision: float
    intercept: float
    in_favour: Side
    against: Side


@dataclass(frozen=True)
class Neighbour:
    """A learnt drawing that lies near."""

    digit: int | None  # None for a sign that is no digit
    distance: float  # Euclidean, in units of a feature, of their leading components
    pixels: Rows
    source: Source


@dataclass(frozen=True)
class Occlusion:
    """What would be read if each square in turn were emptied: 8 rows of 8."""

    confidence: tuple[tuple[float, ...], ...]  # of the digit that was answered
    digit: Rows  # the most probable one then
    loss: tuple[tuple[float, ...], ...]  # how much its decision against the runner-up falls; below 0 it rises


class Square(NamedTuple):
    """A square's place, counted from 1 as people do, and what emptying it would make of the answer."""

    row: int
    column: int
    digit: int
    confidence: float  # of the digit that was answered


@dataclass(frozen=True)
class Change:
    """A square, counted from 1, set to a count, and what that would make of a digit's probability."""

    row: int
    column: int
    count: int  # 0 or 16
    confidence: float


@dataclass(frozen=True)
class Summary:
    """The facts of one sentence about an answer."""

    digit: int
    runner_up: int
    share: float  # the runner-up's probability
    alike: tuple[Source, ...]  # the nearest learnt drawings of the same digit
    turning: tuple[Square, ...]  # squares without which another digit would be read
    weightiest: Square  # the one without which confidence falls most


@dataclass(frozen=True)
class Explanation:
    """Why an answer was given."""

    decision: PairwiseDecision  # the answer against the runner-up
    neighbours: tuple[Neighbour, ...]  # nearest first
    table: tuple[tuple[float, ...], ...]  # 10 x 10 pairwise decisions, [i][j] above 0 where i beats j
    occlusion: Occlusion
    summary: Summary
