"""What `create_app` attached to the running app, for its views."""

from typing import cast

from flask import current_app

from ..lesson.data import Lesson
from ..lesson.digit_map import DigitMap
from ..reading.reader import Reader
from ..teaching.school import School


def get_reader() -> Reader:
    """Return the reader of the running app."""
    return cast(Reader, current_app.extensions["reader"])


def get_quick_reader() -> Reader:
    """Return the same reader for small pictures: it raises TooLarge for any other."""
    return cast(Reader, current_app.extensions["quick_reader"])


def get_lesson() -> Lesson:
    """Return what the running app knows about how its model was made."""
    return cast(Lesson, current_app.extensions["lesson"])


def get_map() -> DigitMap | None:
    """Return the map of the running app's model, or None where it has none."""
    return cast("DigitMap | None", current_app.extensions["map"])


def get_school() -> School:
    """Return what teaches the visitors' machines."""
    return cast(School, current_app.extensions["school"])
