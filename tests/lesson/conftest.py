"""The lesson's numbers as the repository holds them, and what they are held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from sklearn.datasets import load_digits

from app.lesson.book import Book, Lesson
from app.lesson.roads import PlainSVC
from app.reading.reader import Reader


@pytest.fixture(scope="package")
def digits():
    return load_digits()


@pytest.fixture(scope="package")
def lesson(models: Path) -> Lesson:
    return Book(models).lesson


@pytest.fixture(scope="package")
def plain(models: Path) -> PlainSVC:
    return PlainSVC.open(models)


@pytest.fixture(scope="package")
def reader(models: Path) -> Reader:
    return Reader.open(models)
