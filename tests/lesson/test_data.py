"""The lesson's file, and which model it is about."""

from __future__ import annotations

import pytest

from app.errors import MissingModel
from app.lesson.data import LESSON, LessonData


def test_the_lesson_is_of_the_model_that_is_served(lesson, reader):
    assert lesson.served_model == reader.fingerprint


def test_a_lesson_is_known_by_its_bytes(lesson, models, tmp_path):
    (tmp_path / LESSON).write_bytes((models / LESSON).read_bytes() + b"\n")
    assert LessonData(tmp_path).fingerprint != lesson.fingerprint


@pytest.mark.parametrize("part", ["fingerprint", "first", "models", "evaluations", "curve", "examples", "notebook"])
def test_a_folder_without_a_lesson_says_what_to_do(tmp_path, part):
    with pytest.raises(MissingModel, match="make model"):
        getattr(LessonData(tmp_path), part)


def test_each_model_has_its_evaluation_sets(lesson):
    assert lesson.sets("served") == lesson.sets("notebook") == ["test", "own"]
    assert lesson.sets("forest") == ["test"]
