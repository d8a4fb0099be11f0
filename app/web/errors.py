"""Errors -> HTTP, in one place and one shape: `{"error": {"code", "message", "id"}}`, or a page for who asks for it."""

import logging

from flask import Flask, Response, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadHost, HTTPException

from ..errors import (
    N_,
    BadExamples,
    BadRequest,
    Blank,
    CrossSite,
    EightByEightError,
    InputError,
    Message,
    NoEvent,
    NoMap,
    NotAnImage,
    NotReady,
    StoreAway,
    TooLarge,
    TooMany,
    WrongCode,
)
from .accepts import wants_page
from .languages import translate
from .observing import request_id

STATUS: dict[type[EightByEightError], int] = {
    BadRequest: 400,
    BadExamples: 400,
    CrossSite: 403,
    WrongCode: 403,
    TooLarge: 413,
    NotAnImage: 415,
    NoEvent: 409,
    Blank: 422,
    TooMany: 429,
    NotReady: 503,
    NoMap: 404,
    StoreAway: 503,
}
# What HTTP itself finds fault with: its status -> our code and sentence.
NAMED: dict[int, tuple[str, Message]] = {
    400: (BadRequest.code, BadRequest.message),
    404: ("not_found", N_("There is nothing at this address.")),
    405: ("method_not_allowed", N_("This address does not answer to that kind of request.")),
    413: (TooLarge.code, TooLarge.message),
}
MALFORMED = BadRequest.code, N_("That request makes no sense here.")  # with any other status
SOON = 2  # s until a store that is away may be back
FAULT = N_("Something went wrong here, and not through your drawing. Reference: %(reference)s.")  # finds it in the log


def init_app(app: Flask) -> None:
    """Let an app answer every error in this shape, and its log say why a picture was refused."""
    app.logger.setLevel(logging.INFO)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(EightByEightError, on_ours)
    app.register_error_handler(Exception, on_fault)


def on_ours(error: EightByEightError) -> ResponseReturnValue:
    """Return the reply to an error of ours; one that is no visitor's doing is a fault."""
    status = STATUS.get(type(error))
    if status is None:
        return on_fault(error)
    log_reason(error)
    return _reply(error.code, error, status)


def log_reason(error: EightByEightError) -> None:
    """Tell the log why a picture was refused, which the visitor need not know."""
    if "reason" in error.facts:
        current_app.logger.info("refused as %s: %s", error.code, error.facts["reason"])


def on_http(error: HTTPException) -> ResponseReturnValue:
    """Return the reply to an error of Flask's own: no such page, wrong verb, too long a body."""
    status = error.code or 500
    if status < 400:
        return error
    if status >= 500:
        return on_fault(error)
    code, message = NAMED.get(status, MALFORMED)
    body, status, headers = _reply(code, InputError(message), status)
    kept = {name: value for name, value in error.get_headers() if name.lower() in ("allow", "retry-after")}
    return body, status, headers | kept


def on_fault(error: Exception) -> ResponseReturnValue:
    """Return the reply to a fault of ours, a reference; the whole of it is in the log."""
    reference = request_id()
    current_app.logger.error("fault %s at %s %s", reference, request.method, request.path, exc_info=error)
    return _reply(EightByEightError.code, EightByEightError(FAULT, reference=reference), 500)


def _reply(code: str, error: EightByEightError, status: int) -> tuple[Response | str, int, dict[str, str]]:
    message = translate(error)
    headers = {"Cache-Control": "no-store", "Vary": "Accept"}
    if isinstance(error, TooMany | NotReady | StoreAway):
        headers["Retry-After"] = str(error.facts.get("seconds", SOON))
    is_known = not isinstance(request.routing_exception, BadHost)  # under other names no page knows its own addresses
    if is_known and wants_page(request):
        facts = {"message": message, "status": status, "reference": request_id()}
        return render_template("errors/index.html", **facts), status, headers
    return jsonify(error={"code": code, "message": message, "id": request_id()}), status, headers
