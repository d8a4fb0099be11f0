"""How much of a request is looked at: as much as what it asks for needs, and no more."""

from io import BytesIO

from flask import Flask, Request, request
from werkzeug.http import parse_date

from ..errors import N_, Message, TooLarge

KIB = 1024  # bytes
FORM = "application/x-www-form-urlencoded"
SMALL = 4 * KIB  # bytes of a form without files: the choice of a language, and where it was made
JSON = 64 * KIB  # bytes: 64 numbers, or a drawing as text; a photo comes as it is
HEADER = 1 * KIB  # bytes of what a browser says it accepts: most say less than 200, and each word costs
ACCEPTED = ("HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE")
DATES = ("HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_RANGE")
LONG_JSON = N_("JSON may have 64 kB here. Send a larger picture as it is, not as text.")
LONG_FORM = N_("That form is too large. Send a picture by itself, under its own type, such as image/png.")


class InMemoryRequest(Request):
    """A request whose files never touch a disk, which may be full and is nobody's to keep drawings on."""

    def _get_file_stream(self, *_: object, **__: object) -> BytesIO:
        return BytesIO()


def init_app(app: Flask) -> None:
    """Let an app look at no more of each request than that."""
    app.request_class = InMemoryRequest
    app.before_request(limit)


def limit() -> None:
    """Limit this request's body, and pass over headers that are absurdly long or impossible. Raise TooLarge."""
    if request.is_json:
        _allow(JSON, LONG_JSON)
    if request.mimetype == FORM:
        _allow(SMALL, LONG_FORM)
    for name in DATES:
        if _is_impossible(request.environ.get(name)):
            del request.environ[name]
    for name in ACCEPTED:
        if len(request.environ.get(name, "")) > HEADER:
            del request.environ[name]


def _is_impossible(date: str | None) -> bool:
    """Return whether a date is one that no calendar holds; what is no date at all does no harm."""
    try:
        parse_date(date)
    except (ValueError, OverflowError):
        return True
    return False


def _allow(most: int, message: Message) -> None:
    if (request.content_length or 0) > most:
        raise TooLarge(message)
    request.max_content_length = most  # of a body that does not say how long it is
