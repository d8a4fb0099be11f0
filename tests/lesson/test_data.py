"""The lesson's file, and which model it is about."""

from __future__ import annotations

import shutil

import pytest

from app import create_app
from app.config import Settings
from app.errors import MissingModel, ModelError
from app.lesson.data import LESSON, decode, encode, open_lesson
from app.lesson.notebook import NOTEBOOK


def test_the_lesson_is_of_the_model_that_is_served(lesson, reader):
    assert lesson.served_model == reader.card.fingerprint


def test_a_lesson_is_known_by_its_bytes(lesson, models, tmp_path):
    (tmp_path / NOTEBOOK).write_bytes((models / NOTEBOOK).read_bytes())
    (tmp_path / LESSON).write_bytes((models / LESSON).read_bytes() + b"\n")
    assert open_lesson(tmp_path).fingerprint != lesson.fingerprint


@pytest.mark.parametrize("missing", [LESSON, NOTEBOOK])
def test_a_folder_without_a_whole_lesson_says_what_to_do(models, tmp_path, missing):
    for name in {LESSON, NOTEBOOK} - {missing}:
        (tmp_path / name).write_bytes((models / name).read_bytes())
    with pytest.raises(MissingModel, match=rf"{missing} is missing.*make model"):
        open_lesson(tmp_path)


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
def test_a_server_does_not_start_on_a_lesson_that_it_could_not_show(name, content, models, tmp_path):
    broken = tmp_path / "models"
    shutil.copytree(models, broken)
    (broken / name).unlink()
    if content is not None:
        (broken / name).write_bytes(content)
    with pytest.raises(ModelError) as refused:
        create_app(Settings(models_dir=broken))
    assert name in str(refused.value)
