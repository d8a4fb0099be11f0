"""Each request has a name, which its reply and its error say, and is logged and counted where settings ask for it."""

from __future__ import annotations

import re
from time import perf_counter

from flask import Flask, Response, current_app, g, request

from .metrics import METRICS, open_metrics
from .request_log import NO_ROUTE, log_request, new_id, open_log

HEADER = "X-Request-ID"
NAME = re.compile(r"[\w-]{8,64}", re.ASCII)  # one that a proxy may give


def init_app(app: Flask) -> None:
    """Let an app name its requests, before anything turns one away."""
    if app.config["LOG_REQUESTS"]:
        open_log()
    if app.config["METRICS"]:
        open_metrics(app)
    app.before_request(begin)
    app.after_request(finish)


def begin() -> None:
    """Note when a request's work begins."""
    g.since = perf_counter()


def request_id() -> str:
    """Return the name of this request: a trusted proxy's, or one of ours."""
    if "request_id" not in g:
        given = request.headers.get(HEADER, "") if current_app.config["TRUSTED_PROXIES"] else ""
        g.request_id = given if NAME.fullmatch(given) else new_id()
    name: str = g.request_id
    return name


def finish(response: Response) -> Response:
    """Return the reply with the request's name, once it was logged and counted."""
    response.headers[HEADER] = request_id()
    route = request.url_rule.rule if request.url_rule else NO_ROUTE
    seconds = perf_counter() - g.get("since", perf_counter())
    log_request(request_id(), request.method, route, response.status_code, seconds)
    if METRICS in current_app.extensions:
        current_app.extensions[METRICS].count(request.method, route, response.status_code, seconds)
    return response
