"""The pages and the routes: views translate between HTTP and the reader, they do not think."""

from __future__ import annotations

from flask import Flask

from app.web import errors, gate, headers, rates
from app.web.health import health
from app.web.languages import init_languages
from app.web.lesson import lesson
from app.web.pad import pad
from app.web.predict import predict
from app.web.report import report
from app.web.scripts import scripts
from app.web.stylesheets import stylesheets
from app.web.ten import ten


def register(app: Flask) -> None:
    """Give an app its pages. What may turn a request away stands first, in the order it is asked."""
    gate.init(app)
    rates.init(app)
    init_languages(app)
    for blueprint in (pad, predict, report, lesson, ten, stylesheets, scripts, health):
        app.register_blueprint(blueprint)
    errors.init(app)
    headers.init(app)
