"""A digit that is written the wrong way round, as children do, is no digit, but the hint says which it would be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageOps

from app.learning.drawings import labelled_drawings
from app.reading.reader import Reader
from app.web.serialise import answer_json
from tests.pictures import encoded

DRAWINGS = Path(__file__).parents[1] / "drawings"


@pytest.fixture(scope="module")
def reader(models: Path) -> Reader:
    return Reader.open(models)


def mirrored(path: Path) -> bytes:
    with Image.open(path) as picture:
        return encoded(ImageOps.mirror(picture.convert("L")))


@pytest.mark.parametrize("digit", [3, 4, 6, 7, 9])
def test_what_is_no_digit_but_in_a_mirror_says_which_it_is_there(digit: int, reader: Reader) -> None:
    answer = reader.read(mirrored(DRAWINGS / f"{digit}.png"))
    assert (answer.is_digit, answer.hint, answer.mirrored) == (False, "mirrored", digit)
    body = answer_json(answer)
    assert (body["hint"], body["mirrored"]) == ("mirrored", digit)


@pytest.mark.parametrize("digit", [0, 8])
def test_what_is_a_digit_both_ways_is_read_as_it_stands(digit: int, reader: Reader) -> None:
    answer = reader.read(mirrored(DRAWINGS / f"{digit}.png"))
    assert (answer.digit, answer.hint, answer.mirrored) == (digit, None, None)
    assert "mirrored" not in answer_json(answer)


def test_none_of_many_drawings_of_our_own_is_taken_for_its_mirror_image(reader: Reader) -> None:
    answers = {one.name: reader.read(one.picture) for one in list(labelled_drawings([DRAWINGS]))[::3]}
    assert {name: one.mirrored for name, one in answers.items() if one.mirrored is not None} == {}
