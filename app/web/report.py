"""`GET /report`: how often which digit is read as which, as a page, a picture, a table or numbers."""

import csv
from http import HTTPStatus
from io import StringIO
from typing import cast

from flask import Blueprint, Response, current_app, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue

from ..errors import N_, BadRequest
from ..figures import confusion_png, digit_svg, heat_tones, reliability_svg
from ..lesson.evaluation import Evaluation
from .accepts import wants_page
from .extensions import get_lesson
from .turns import take_turn

PICTURE = "image/png"
SERVED, TEST = "served", "test"  # the model and the drawings that are reported on unless others are asked for
EVENT = "event"  # as drawings that are reported on; what shows them is there on a server with events alone
NO_REPORT = N_("There is no such report. Choose one of those that the report's page offers.")
DIGITS = [str(digit) for digit in range(10)]

report = Blueprint("report", __name__)
report.add_app_template_filter(digit_svg, "digit_svg")
report.add_app_template_filter(heat_tones, "heat_tones")


@report.get("/report")
def index() -> ResponseReturnValue:
    """Return the page for a browser, the picture for anything else; of an event, where there are any, its own page."""
    if request.args.get("of") == EVENT and EVENT in current_app.extensions:
        return cast(ResponseReturnValue, current_app.extensions[EVENT]())
    response = _page() if wants_page(request, instead_of=PICTURE) else picture()
    response.vary.add("Accept")
    return response


@report.get("/report.png")
def picture() -> Response:
    """Return the confusion matrix as a heat map; a client that has it already gets 304 and nothing is drawn."""
    evaluation = chosen()
    depends_on = get_lesson().fingerprint, "picture", evaluation.model, evaluation.of, current_app.config["VERSION"]
    etag = "-".join(depends_on)
    response = Response(mimetype=PICTURE)
    response.set_etag(etag)
    response.cache_control.no_cache = True  # keep it, but ask whether it is still the one
    response.make_conditional(request)
    if response.status_code == HTTPStatus.OK:
        take_turn()
        response.data = confusion_png(evaluation.confusion, evaluation.accuracy, evaluation.n)
    return response


@report.get("/report.csv")
def table() -> Response:
    """Return the confusion matrix as a table: a row for each digit written, a column for each digit read."""
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(["", *DIGITS])
    rows.writerows([digit, *counts] for digit, counts in zip(DIGITS, chosen().confusion, strict=True))
    return Response(file.getvalue(), mimetype="text/csv")


@report.get("/report.json")
def numbers() -> Response:
    """Return everything on the page as numbers."""
    evaluation = chosen()
    return jsonify(
        model={"name": evaluation.model, "code": get_lesson().models[evaluation.model].code},
        of=evaluation.of,
        n=evaluation.n,
        accuracy=evaluation.accuracy,
        confusion=evaluation.confusion,
        digits=[one._asdict() for one in evaluation.digits],
        reliability=[one._asdict() for one in evaluation.bins],
        answers=[
            {"true": one.sample.truth, "read": one.digit, "confidence": one.confidence}
            for one in evaluation.predictions
        ],
    )


def chosen(model: str = SERVED) -> Evaluation:
    """Return the evaluation of `?model=` and `?of=`; the given model is the usual one. Raises BadRequest."""
    evaluation = get_lesson().evaluations.get((request.args.get("model", model), request.args.get("of", TEST)))
    if evaluation is None:
        raise BadRequest(NO_REPORT)
    return evaluation


def _page() -> Response:
    evaluation, cell = chosen(), _cell()
    curve = reliability_svg([(one.confidence, one.accuracy, one.n) for one in evaluation.bins])
    behind = evaluation.cell(*cell) if cell else evaluation.wrong
    facts = {"lesson": get_lesson(), "evaluation": evaluation, "cell": cell, "behind": behind, "curve": curve}
    response = make_response(render_template("report/index.html", **facts))
    response.add_etag()
    response.make_conditional(request)
    return response


def _cell() -> tuple[int, int] | None:
    """Return the cell of `?true=` and `?read=`, if both are there. Raises BadRequest."""
    wanted = [request.args.get(name, "") for name in ("true", "read")]
    if not any(wanted):
        return None
    if not all(one in DIGITS for one in wanted):
        raise BadRequest(NO_REPORT)
    return int(wanted[0]), int(wanted[1])
