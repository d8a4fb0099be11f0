"""The pages and the routes: views translate between HTTP and the reader, they do not think."""

from __future__ import annotations

from flask import Flask

from . import errors, gate, headers, rates
from .health import health
from .languages import init_languages
from .lesson import lesson
from .pad import pad
from .predict import predict
from .report import report
from .scripts import scripts
from .stylesheets import stylesheets
from .ten import ten


def register(app: Flask) -> None:
    """Give an app its pages. What may turn a request away stands first, in the order it is asked."""
    gate.init(app)
    rates.init(app)
    init_languages(app)
    for blueprint in (pad, predict, report, lesson, ten, stylesheets, scripts, health):
        app.register_blueprint(blueprint)
    errors.init(app)
    headers.init(app)
