"""The pages and the routes: views translate between HTTP and the reader, they do not think.

Nothing is imported here before an app wants its pages: the command line makes the same JSON without loading Flask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Blueprint, Flask


def register(app: Flask) -> None:
    """Give an app its pages. What may turn a request away comes first, in the order it is asked."""
    from . import (
        cross_origin,
        errors,
        extensions,
        headers,
        languages,
        observing,
        rate_limiter,
        releases,
        request_checks,
        request_limits,
        turns,
    )

    for part in (observing, extensions, turns, request_checks, rate_limiter, request_limits, releases, languages):
        part.init_app(app)
    for blueprint in (*_pages(), *_routes()):
        app.register_blueprint(blueprint)
    if app.config["FRAME_ANCESTORS"]:
        from .embed import embed

        app.register_blueprint(embed)
    for part in (errors, cross_origin, headers):
        part.init_app(app)


def _pages() -> tuple[Blueprint, ...]:
    """Return what people look at."""
    from .developers import developers
    from .digit_map import digit_map
    from .kiosk import kiosk
    from .lesson import lesson
    from .pad import pad
    from .privacy import privacy
    from .report import report
    from .teach import teach
    from .ten import ten

    return pad, report, lesson, ten, teach, digit_map, privacy, developers, kiosk


def _routes() -> tuple[Blueprint, ...]:
    """Return what pages and programs ask for."""
    from .health import health
    from .keepsake import keepsake
    from .openapi import openapi
    from .predict import predict
    from .scripts import scripts
    from .stylesheets import stylesheets

    return predict, keepsake, stylesheets, scripts, health, openapi
