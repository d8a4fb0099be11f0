"""What a server with events has besides: the presenter's pages, the wall, and drawings that are told of and kept."""

from __future__ import annotations

from flask import Flask

from ..store import Store
from . import event_state, sign_in, wall_map
from .report import EVENT


def init_app(app: Flask, store: Store, passcode: str, keep_days: int) -> None:
    """Give an app the pages of an event, and templates the event that is on."""
    from . import event_report
    from .drawings import drawings
    from .pen import pen
    from .pen_memory import PenMemory
    from .presenter import presenter
    from .wall import wall

    event_state.init_app(app, store, keep_days)
    sign_in.init_app(app, store, passcode)
    wall_map.init_app(app, store)
    for blueprint in (drawings, pen, presenter, wall):
        app.register_blueprint(blueprint)
    app.extensions["pen"] = PenMemory()
    app.extensions[EVENT] = event_report.page
    app.context_processor(lambda: {"event": event_state.get_state().now()})
