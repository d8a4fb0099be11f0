"""`GET /pen`: a phone that joined becomes the presentation's pen; what it draws is shown, and kept nowhere."""

from __future__ import annotations

import re
from typing import Any, cast

from flask import Blueprint, Response, current_app, jsonify, render_template, request

from ..errors import N_, BadRequest, TooLarge
from .pen_memory import PenMemory, Strokes

BODY = 64 * 1024  # bytes
MOST = 4000  # numbers of all strokes together: a sheet full of scribbling
FINE = 8192  # places along a side of the sheet, as the page counts them
KEY = re.compile(r"[0-9a-f]{32}")
BAD_STROKES = N_("Send key, ask, live and strokes, as this site’s own page does.")
TOO_MUCH = N_("The sheet is full. Begin a new one.")

pen = Blueprint("pen", __name__)


@pen.get("/pen")
def index() -> str:
    """Return the phone's page."""
    return render_template("pen/index.html")


@pen.get("/pen/now")
def now() -> Response:
    """Return what the pen draws just now; 304 while nothing has changed."""
    response = jsonify(get_pen().look())
    response.cache_control.no_cache = True
    response.add_etag()
    response.make_conditional(request)
    return response


@pen.post("/pen/strokes")
def strokes() -> Response:
    """Return the `state` of the pen for the phone that sent its whole sheet. Raise BadRequest, TooLarge."""
    if (request.content_length or 0) > BODY:
        raise TooLarge(TOO_MUCH)
    request.max_content_length = BODY
    facts = _object_sent()
    key, drawn = facts.get("key"), facts.get("strokes")
    if not isinstance(key, str) or not KEY.fullmatch(key) or not _are_strokes(drawn):
        raise BadRequest(BAD_STROKES)
    state = get_pen().draw(key, cast(Strokes, drawn), facts.get("live") is True, facts.get("ask") is True)
    response = jsonify(state=state)
    response.cache_control.no_store = True
    return response


def get_pen() -> PenMemory:
    """Return the pen of the running app."""
    return cast(PenMemory, current_app.extensions["pen"])


def _object_sent() -> dict[str, Any]:
    """Return the object that a request's JSON is; an empty one where it is none."""
    try:
        sent = request.get_json(silent=True)
    except RecursionError:  # lists in lists in lists
        return {}
    return sent if isinstance(sent, dict) else {}


def _are_strokes(value: object) -> bool:
    """Return whether something is strokes on the sheet. Raise TooLarge where they are too many."""
    if not isinstance(value, list) or not all(isinstance(line, list) and line and not len(line) % 2 for line in value):
        return False
    numbers = [number for line in value for number in line]
    if len(numbers) > MOST:
        raise TooLarge(TOO_MUCH)
    return all(type(number) is int and 0 <= number <= FINE for number in numbers)
