"""The lesson's numbers as the repository holds them, and what they are held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from sklearn.datasets import load_digits

from app.lesson.data import Lesson, open_lesson
from app.lesson.notebook import NotebookSVC
from app.reading.reader import Reader


@pytest.fixture(scope="package")
def digits():
    return load_digits()


@pytest.fixture(scope="package")
def lesson(models: Path) -> Lesson:
    return open_lesson(models)


@pytest.fixture(scope="package")
def notebook(lesson: Lesson) -> NotebookSVC:
    return lesson.notebook


@pytest.fixture(scope="package")
def reader(models: Path) -> Reader:
    return Reader.open(models)
