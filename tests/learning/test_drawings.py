"""Labelled drawings: by file name, by folder, by stroke file."""

from __future__ import annotations

import gzip
import json

import pytest

from app.errors import BadRequest
from app.learning.drawings import canvas_png, inks, labelled_drawings

SEVEN = [[[0, 0], [10, 0], [4, 20]]]


@pytest.fixture
def folder(tmp_path):
    picture = canvas_png(SEVEN)
    for name in ("7.png", "3-fat.png", "10.png", "notes.txt", "5/anna.png", "letters/k.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(picture)
    (tmp_path / "hand.jsonl").write_text(json.dumps({"label": "1", "strokes": SEVEN}) + "\n")
    with gzip.open(tmp_path / "packed.jsonl.gz", "wt") as lines:
        lines.write(json.dumps({"label": 2, "strokes": SEVEN}) + "\n")
    return tmp_path


def test_labels_come_from_names_folders_and_stroke_files(folder):
    assert {d.name: d.label for d in labelled_drawings([folder])} == {
        "7.png": 7,
        "3-fat.png": 3,
        "anna.png": 5,
        "hand.jsonl:1": 1,
        "packed.jsonl.gz:1": 2,
    }


def test_one_file_may_be_named_alone(folder):
    assert [d.label for d in labelled_drawings([folder / "7.png"])] == [7]


def test_training_gets_their_ink(folder):
    (digit, ink) = inks([folder / "7.png"])[0]
    assert digit == 7 and ink.max() > 230


@pytest.mark.parametrize(
    "line", ["no json", "{}", '{"label": "x", "strokes": [[[0, 0]]]}', '{"label": "1", "strokes": 3}']
)
def test_a_malformed_stroke_file_is_named_with_its_line(tmp_path, line):
    (tmp_path / "bad.jsonl").write_text(line + "\n")
    with pytest.raises(BadRequest, match=r"bad\.jsonl, line 1"):
        list(labelled_drawings([tmp_path]))
