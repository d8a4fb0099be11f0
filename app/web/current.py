"""What the running app holds for its views."""

from __future__ import annotations

from typing import cast

from flask import current_app

from ..lesson.book import Book
from ..reading.reader import Reader


def current_reader() -> Reader:
    """The reader of the running app."""
    return cast(Reader, current_app.extensions["reader"])


def current_book() -> Book:
    """What the running app can say about how its model was made."""
    return cast(Book, current_app.extensions["book"])
