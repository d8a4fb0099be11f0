"""A picture in, an answer out: the one place that puts picture, normalise, classify and explain together."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from ..errors import N_, BadRequest, Blank
from ..paths import MODELS
from .answer import Answer, Change, Explanation, Neighbour, ReadPiece, Trace
from .arrays import FULL_BLOCK, GRID, Counts, Features, Ink, Pixels
from .classify import Classifier
from .explain import best_change, explain, stages_of, twin
from .model import Card, load_classifier, open_card
from .normalise import Normalised, Piece, features_of_counts, find_characters, find_pieces, located, normalise
from .picture import Limits, Sheet, ink_of, open_picture, read_ink, sheets_of

__all__ = ["Answer", "Reader", "preprocess", "preprocess_pixels"]

SEVERAL = "several"  # the hint for digits side by side, or a page of them
CLEAR_SHARE = 0.6  # of a page's characters are digits: of fewer it is a text or a drawing in parts
MIRRORED = "mirrored"  # the hint for a digit written the wrong way round, as children do
MIRROR_MARGIN = 0.6  # of familiarity, 0..1: so much more a mirror image must be a digit; chosen on our allographs
BAD_PIXELS = N_("Send 8 rows of 8 whole numbers from 0 to 16.")


def preprocess(data: bytes) -> Features:
    """Return the (320,) features of a picture's bytes: 64 counts 0..16, then 64 strengths of each of four directions.

    Raise NotAnImage, TooLarge, Blank.
    """
    return normalise(read_ink(data)).features


def preprocess_pixels(pixels: Pixels) -> Features:
    """Return the (320,) features of a picture that is open already. Raise Blank."""
    return normalise(ink_of(pixels)).features


class Reader:
    """Reads pictures. Built once, then shared by all threads: nothing in it changes."""

    def __init__(self, classifier: Classifier, card: Card, limits: Limits) -> None:
        self.classifier = classifier
        self.card = card
        self.limits = limits

    @classmethod
    def open(cls, models: Path = MODELS, limits: Limits | None = None) -> Reader:
        """Return the reader of the model in a folder.

        Raise MissingModel, AlteredModel, ForeignModel, StaleModel: see app.reading.model.
        """
        card = open_card(models, preprocess)
        return cls(load_classifier(models), card, limits or Limits())

    def read(self, data: bytes) -> Answer:
        """Return the answer to a picture's bytes. Raise NotAnImage, TooLarge, Blank."""
        return self._read(data)[0]

    def read_ink(self, ink: Ink) -> Answer:
        """Return the answer to ink, (h, w) 0 paper .. 255 ink. Raise Blank."""
        return self._answered(Sheet(ink, ink))[0]

    def read_pixels(self, rows: Sequence[Sequence[int]]) -> Answer:
        """Return the answer to 8 rows of 8 whole numbers 0..16. Raise BadRequest, Blank."""
        return self.classifier.answer(features_of_counts(_checked(rows)))

    def trace(self, data: bytes, longest: int) -> Trace:
        """Return the answer and the pictures on the way to it, none longer than `longest` px. Raise as `read`."""
        answer, sheet, normalised = self._read(data)
        return Trace(answer, stages_of(sheet.ink, normalised, longest, sheet.left_out(), sheet.why))

    def explain(self, answer: Answer) -> Explanation:
        """Return why this reader gave such an answer."""
        return explain(self.classifier, answer)

    def suggest(self, rows: Sequence[Sequence[int]], digit: int) -> Change:
        """Return the one change of 8 rows of 8 whole numbers 0..16 that speaks most for a digit.

        Raise BadRequest, Blank.
        """
        return best_change(self.classifier, _checked(rows), digit)

    def twin(self, answer: Answer) -> Neighbour:
        """Return the digit of the data set that is most like what was read."""
        return twin(self.classifier, answer.features)

    def _read(self, data: bytes) -> tuple[Answer, Sheet, Normalised]:
        """Return the answer, and how it was come to: of what the ink may be, the most familiar."""
        first, *others = sheets_of(open_picture(data, self.limits))
        if not others:
            return self._answered(first)
        answered = []
        for sheet in (first, *others):
            with suppress(Blank):
                answered.append(self._answered(sheet))
        if not answered:
            raise Blank
        return max(answered, key=lambda one: one[0].familiarity)

    def _answered(self, sheet: Sheet) -> tuple[Answer, Sheet, Normalised]:
        normalised = normalise(sheet.ink)
        answer = self.classifier.answer(normalised.features)
        return self._with_hint(answer, sheet.ink, normalised), sheet, normalised

    def _with_hint(self, answer: Answer, ink: Ink, normalised: Normalised) -> Answer:
        if pieces := self._pieces(ink, normalised, answer):
            return replace(answer, is_digit=False, hint=SEVERAL, pieces=pieces)
        mirrored = None if answer.is_digit else self._mirrored(normalised, answer)
        return answer if mirrored is None else replace(answer, hint=MIRRORED, mirrored=mirrored)

    def _pieces(self, ink: Ink, normalised: Normalised, whole: Answer) -> tuple[ReadPiece, ...]:
        """Return the digits of a picture of several: of parts that stand apart all, of a page's characters most."""
        parts = self._read_each(located(find_pieces(normalised.crop), normalised.box, *ink.shape))
        if not all(answer.is_digit and answer.familiarity > whole.familiarity for _, answer in parts):
            parts = []
        characters = self._read_each(find_characters(ink)) if parts or not whole.is_digit else []
        clear = [one for one in characters if one[1].is_digit]
        is_page = len(clear) >= max(2, CLEAR_SHARE * len(characters), len(parts))
        return _read_pieces(clear if is_page else parts)

    def _read_each(self, pieces: list[Piece]) -> list[tuple[Piece, Answer]]:
        """Return the pieces with their answers; none where one, too thinly dotted, is no drawing by itself."""
        try:
            return [(piece, self.classifier.answer(normalise(piece.ink).features)) for piece in pieces]
        except Blank:
            return []

    def _mirrored(self, normalised: Normalised, answer: Answer) -> int | None:
        """Return the digit of a drawing's mirror image, where that is a far better one; None else."""
        try:
            image = self.classifier.answer(normalise(normalised.crop[:, ::-1]).features)
        except Blank:
            return None
        is_better = image.is_digit and image.familiarity >= answer.familiarity + MIRROR_MARGIN
        return image.digit if is_better else None


def _read_pieces(read: list[tuple[Piece, Answer]]) -> tuple[ReadPiece, ...]:
    return tuple(ReadPiece(answer.digit, answer.confidence, piece.box) for piece, answer in read)


def _checked(rows: Sequence[Sequence[int]]) -> Counts:
    squares = [n for row in rows for n in row] if _is_grid(rows) else []
    if not all(type(n) is int and 0 <= n <= FULL_BLOCK for n in squares) or not squares:
        raise BadRequest(BAD_PIXELS)
    if not any(squares):
        raise Blank
    return np.array(squares, dtype=np.float32)


def _is_grid(rows: object) -> bool:
    return isinstance(rows, list) and len(rows) == GRID and all(isinstance(r, list) and len(r) == GRID for r in rows)
