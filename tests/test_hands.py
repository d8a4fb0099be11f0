"""Digits as people of different hands draw them: each easy for a person to read, none of them shown in training."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.learning.pen import PEN, SIZE, draw
from app.reading.answer import Answer
from app.reading.reader import Reader

HANDS = Path(__file__).parent / "drawings" / "hands"
MODELS = Path(__file__).parents[1] / "models"

Drawing = dict[str, Any]


def hand(path: Path) -> list[Drawing]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


BY_HAND: dict[str, list[Drawing]] = {path.stem: hand(path) for path in sorted(HANDS.glob("*.jsonl"))}
DRAWINGS = [drawing for drawings in BY_HAND.values() for drawing in drawings]

FLOOR = 0.97  # share of all drawings that are read right: a visitor forgives one miss in thirty
FLOOR_OF_A_HAND = 0.85  # share of each person's: nobody's writing is left out
FLOOR_OF_DIGITS = 0.95  # share of all that are called a digit at all
FEWEST = 100  # drawings: with fewer, one miss would be more than a hundredth

Read = list[tuple[Drawing, Answer]]


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    reader = Reader.open(MODELS)
    return {name: [(d, reader.read(png(d))) for d in drawings] for name, drawings in BY_HAND.items()}


def png(drawing: Drawing) -> bytes:
    file = io.BytesIO()
    draw([np.array(stroke) * SIZE for stroke in drawing["strokes"]], SIZE, PEN).save(file, "PNG")
    return file.getvalue()


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def missed(answers: Read) -> list[str]:
    return [f"{told(d)}: read as {a.digit}" for d, a in answers if a.digit != int(d["label"])]


def told(drawing: Drawing) -> str:
    return f"{drawing['hand']} {drawing['label']} ({drawing['name']})"


def test_almost_every_drawing_is_read_right(read):
    answers = [answer for of_a_hand in read.values() for answer in of_a_hand]
    assert share([a.digit == int(d["label"]) for d, a in answers]) >= FLOOR, missed(answers)


@pytest.mark.parametrize("name", BY_HAND)
def test_nobodys_writing_is_left_out(name, read):
    assert share([a.digit == int(d["label"]) for d, a in read[name]]) >= FLOOR_OF_A_HAND, missed(read[name])


def test_almost_every_drawing_is_called_a_digit(read):
    answers = [answer for of_a_hand in read.values() for answer in of_a_hand]
    assert share([a.is_digit for _, a in answers]) >= FLOOR_OF_DIGITS, [told(d) for d, a in answers if not a.is_digit]


def test_there_are_enough_drawings_to_judge_by():
    assert len(DRAWINGS) >= FEWEST


@pytest.mark.parametrize("name", BY_HAND)
def test_a_hand_draws_all_ten_digits(name):
    assert {d["label"] for d in BY_HAND[name]} == set("0123456789")


@pytest.mark.parametrize("name", BY_HAND)
def test_a_hand_stays_on_the_pad(name):
    points = np.concatenate([np.array(stroke) for d in BY_HAND[name] for stroke in d["strokes"]])
    assert points.shape[1] == 2
    assert points.min() >= 0
    assert points.max() <= 1


def test_no_drawing_is_there_twice():
    assert Counter(json.dumps(d["strokes"]) for d in DRAWINGS).most_common(1)[0][1] == 1
