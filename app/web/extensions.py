"""What `create_app` attached to the running app, for its views."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import Flask, current_app, g

from ..lesson.data import Lesson
from ..lesson.digit_map import DigitMap
from ..reading.reader import Reader
from ..teaching.school import School

if TYPE_CHECKING:
    from ..store.tables import Event
    from .served import Served, Serving


def init_app(app: Flask) -> None:
    """Let an app's requests look, now and then, whether another model is to be at work."""
    app.before_request(lambda: get_serving().look())


def get_serving() -> Serving:
    """Return what has the running app's model."""
    return cast("Serving", current_app.extensions["serving"])


def get_served() -> Served:
    """Return the model that this request began with, and all that belongs to it."""
    if "served" not in g:
        g.served = get_serving().now
    return cast("Served", g.served)


def get_reader() -> Reader:
    """Return the reader of the running app."""
    return get_served().reader


def get_quick_reader() -> Reader:
    """Return the same reader for small pictures: it raises TooLarge for any other."""
    return get_served().quick_reader


def get_lesson() -> Lesson:
    """Return what the running app knows about how its model was made."""
    return get_served().lesson


def get_map() -> DigitMap | None:
    """Return the map of the running app's model, or None where it has none."""
    return get_served().digit_map


def get_school() -> School:
    """Return what teaches the visitors' machines."""
    return cast(School, current_app.extensions["school"])


def get_event() -> Event | None:
    """Return the event that is on; None where none is, and on a server without events, which loads nothing of them."""
    state = current_app.extensions.get("event_state")
    return cast("Event | None", state.now()) if state else None
