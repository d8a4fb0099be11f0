"""The lesson's file, and which model it is about."""

from __future__ import annotations

import json

import pytest

from app.errors import MissingModel
from app.lesson.book import LESSON, Book, parse


def test_the_lesson_is_of_the_model_that_is_served(reader, models):
    assert json.loads((models / LESSON).read_text())["model"] == reader.fingerprint


def test_a_lesson_is_known_by_its_bytes(models):
    data = (models / LESSON).read_bytes()
    assert parse(data).fingerprint != parse(data + b"\n").fingerprint


def test_a_folder_without_a_lesson_says_what_to_do(tmp_path):
    with pytest.raises(MissingModel, match="make model"):
        _ = Book(tmp_path).lesson
    with pytest.raises(MissingModel, match="make model"):
        _ = Book(tmp_path).plain
