"""The lesson's file, and which model it is about."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app import create_app
from app.config import Settings
from app.errors import AlteredModel, MissingModel, ModelError
from app.learning.card import seal
from app.lesson.data import LESSON, decode, encode, open_lesson
from app.lesson.notebook import NOTEBOOK
from app.reading.model import CARD, check_files


def test_the_lesson_is_of_the_model_that_is_served(lesson, reader):
    assert lesson.served_model == reader.card.fingerprint


@pytest.fixture
def copy(models, tmp_path) -> Path:
    return Path(shutil.copytree(models, tmp_path / "models"))


def test_a_lesson_is_known_by_its_bytes(lesson, copy):
    (copy / LESSON).write_bytes((copy / LESSON).read_bytes() + b"\n")
    seal(copy, [LESSON])
    assert open_lesson(copy).fingerprint != lesson.fingerprint


@pytest.mark.parametrize("name", [LESSON, NOTEBOOK])
def test_a_lesson_that_the_card_does_not_describe_is_refused(name, copy):
    (copy / name).write_bytes((copy / name).read_bytes() + b"\n")  # both still make sense
    with pytest.raises(AlteredModel, match=name):
        open_lesson(copy)


def test_the_card_describes_every_file(models):
    sums = json.loads((models / CARD).read_text())["sha256"]
    assert sums.keys() == {path.name for path in models.iterdir()} - {CARD, "README.md"}
    check_files(models, sums)


@pytest.mark.parametrize("missing", [LESSON, NOTEBOOK])
def test_a_folder_without_a_whole_lesson_says_what_to_do(copy, missing):
    (copy / missing).unlink()
    with pytest.raises(MissingModel, match=rf"{missing} is missing.*make model"):
        open_lesson(copy)


def test_each_model_has_its_evaluation_sets(lesson):
    assert lesson.sets("served") == lesson.sets("counts") == lesson.sets("notebook") == ["test", "own"]
    assert lesson.sets("forest") == ["test"]


def test_counts_become_letters_and_counts_again():
    counts = tuple(number % 17 for number in range(64))
    assert decode(encode(counts)) == counts
    assert encode([0, 9.6, 16]) == "0ag"


def test_other_letters_are_refused():
    with pytest.raises(ValueError):
        decode("h")


@pytest.mark.parametrize("name", [LESSON, "notebook.npz"])
@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"[]", b"\xff", b"PK\3\4junk", b"[" * 100_000], ids=lambda one: repr(one)[:12]
)
def test_a_server_does_not_start_on_a_lesson_that_it_could_not_show(name, content, copy):
    (copy / name).unlink()
    if content is not None:
        (copy / name).write_bytes(content)
        seal(copy, [name])
    with pytest.raises(ModelError) as refused:
        create_app(Settings(models_dir=copy))
    assert name in str(refused.value)
