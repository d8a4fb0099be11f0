"""`GET /report`: how often which digit is read as which, as a page or as a picture."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.errors import BadRequest
from app.figures import confusion_png
from app.web.accepts import wants_page
from app.web.current import current_reader

PICTURE = "image/png"
NO_MODEL = "There is no report on that model. Choose served or notebook."

report = Blueprint("report", __name__)


@report.get("/report")
def index() -> ResponseReturnValue:
    """The page for a browser, the picture for anything else."""
    if not wants_page(request, instead_of=PICTURE):
        response = picture()
    else:
        name, reports = _chosen(), current_reader().card["report"]
        response = make_response(render_template("report/index.html", chosen=name, reports=reports))
        response.add_etag()
        response.make_conditional(request)
    response.vary.add("Accept")
    return response


@report.get("/report.png")
def picture() -> Response:
    """The confusion matrix as a heat map; a client that has it already gets 304 and nothing is drawn."""
    name = _chosen()
    response = Response(mimetype=PICTURE)
    etag = f"{current_reader().fingerprint}-{name}-{current_app.config['VERSION']}"
    response.set_etag(etag)
    response.cache_control.no_cache = True  # keep it, but ask whether it is still the one
    if etag not in request.if_none_match:
        response.data = _drawn(current_reader().card["report"][name])
    response.make_conditional(request)
    return response


def _chosen() -> str:
    name = request.args.get("model", "served")
    if name not in current_reader().card["report"]:
        raise BadRequest(NO_MODEL)
    return name


def _drawn(numbers: dict[str, Any]) -> bytes:
    return confusion_png(tuple(map(tuple, numbers["confusion"])), numbers["accuracy"], numbers["n"])
