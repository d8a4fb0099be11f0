"""How much of a request is looked at: as much as what it asks for needs, and no more."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

from flask import Flask, Request, request
from werkzeug.http import parse_date

from ..errors import N_, Message, TooLarge

KIB = 1024  # bytes
TEACHING = "teach"  # the blueprint
FORM = "application/x-www-form-urlencoded"
SMALL = 4 * KIB  # bytes of a form without files: the choice of a language, and where it was made
EXAMPLES = 384 * KIB  # bytes of what a visitor teaches by: 200 drawings of 320 numbers
JSON = 64 * KIB  # bytes: 64 numbers, or a drawing as text; a photo comes as it is
HEADER = 1 * KIB  # bytes of what a browser says it accepts: most say less than 200, and each word costs
ACCEPTED = ("HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT_LANGUAGE")
DATES = ("HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_RANGE")
LONG_JSON = N_("JSON may have 64 kB here. Send a larger picture as it is, not as text.")
LONG_EXAMPLES = N_("Those are more drawings than I can look at in one go. Take some away.")
LONG_FORM = N_("That form is too large. Send a picture by itself, under its own type, such as image/png.")


class LimitedRequest(Request):
    """A request without absurd headers, whichever reply it gets, and without a disk.

    Its files never touch one, which may be full and is nobody's to keep drawings on.
    """

    def __init__(self, environ: dict[str, Any], populate_request: bool = True, shallow: bool = False) -> None:
        for name in (*filter(partial(_is_impossible, environ), DATES), *filter(partial(_is_long, environ), ACCEPTED)):
            del environ[name]
        super().__init__(environ, populate_request, shallow)

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        return BytesIO()


def init_app(app: Flask) -> None:
    """Let an app look at no more of each request than that."""
    app.request_class = LimitedRequest
    app.before_request(limit)


def limit() -> None:
    """Limit this request's body. Raise TooLarge."""
    if request.is_json:
        _allow(*((EXAMPLES, LONG_EXAMPLES) if request.blueprint == TEACHING else (JSON, LONG_JSON)))
    if request.mimetype == FORM:
        _allow(SMALL, LONG_FORM)


def _is_long(environ: dict[str, Any], name: str) -> bool:
    return len(environ.get(name, "")) > HEADER


def _is_impossible(environ: dict[str, Any], name: str) -> bool:
    """Return whether a date is one that no calendar holds; what is no date at all does no harm."""
    try:
        parse_date(environ.get(name))
    except (ValueError, OverflowError):
        return True
    return False


def _allow(most: int, message: Message) -> None:
    if (request.content_length or 0) > most:
        raise TooLarge(message)
    request.max_content_length = most  # of a body that does not say how long it is
