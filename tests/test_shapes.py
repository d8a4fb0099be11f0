"""A digit drawn in squares on an empty grid is enlarged to a picture and read as any other drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.reading.reader import Reader
from tests.shapes import SHAPES, enlarged, places_of, squares_of


@pytest.fixture(scope="module")
def reader(models: Path) -> Reader:
    return Reader.open(models)


@pytest.mark.parametrize("name", SHAPES)
def test_a_plain_shape_is_read_wherever_it_stands(name: str, reader: Reader) -> None:
    shape = SHAPES[name]
    answers = {place: reader.read(enlarged(squares_of(shape, *place))) for place in places_of(shape)}
    assert {place: (one.digit, one.is_digit) for place, one in answers.items()} == dict.fromkeys(
        answers, (int(name[0]), True)
    )
