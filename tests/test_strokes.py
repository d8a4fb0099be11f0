"""What the kiosk's pen writes: drawings of our allographs, chosen by how hard the reader finds them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from app.commands.strokes import CLOSE, HARDEST, USUAL, save_strokes
from app.learning.allographs import digits
from app.learning.canvas import ink_of
from app.learning.pen import SIZE, draw
from app.reading.reader import Reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader(models) -> Reader:
    return Reader.open(models)


def test_each_digit_has_so_many_the_hardest_first_the_same_each_time(reader, tmp_path):
    few = [one for digit in (4, 7) for one in [a for a in digits() if a.digit == digit][:8]]
    for name in ("one.json", "two.json"):
        assert save_strokes(reader, few, tmp_path / name) == 2 * (HARDEST + USUAL)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    written = json.loads((tmp_path / "one.json").read_text())
    assert [one["digit"] for one in written] == [4] * (HARDEST + USUAL) + [7] * (HARDEST + USUAL)
    shares = [_share(reader, one) for one in written]
    assert shares[0] == min(shares[: HARDEST + USUAL])
    assert all(np.hypot(*np.diff(line[:-1], axis=0).T).min() > 0.9 * CLOSE for one in written for line in one["lines"])


def test_the_reader_gets_most_of_what_is_kept_right_and_some_wrong(reader, models):
    written = json.loads((models / "strokes.json").read_text())
    wrong = [one["name"] for one in written if _share(reader, one) < 0.5]
    assert 0.04 < len(wrong) / len(written) < 0.25


def _share(reader: Reader, drawing: dict) -> float:
    ink = ink_of(draw([np.array(line) * SIZE for line in drawing["lines"]]))
    return reader.read_ink(ink).probabilities[drawing["digit"]]
