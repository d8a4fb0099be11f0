"""`GET /report`: how often which digit is read as which, as a page, a picture, a table or numbers."""

from __future__ import annotations

import csv
from io import StringIO

from flask import Blueprint, Response, current_app, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue

from ..errors import BadRequest
from ..figures import confusion_png, digit_png, reliability_svg
from ..lesson.book import Lesson
from ..lesson.trials import Asked, Trial
from .accepts import wants_page
from .current import current_book

PICTURE = "image/png"
SERVED, TEST = "served", "test"  # the model and the drawings that are reported on unless others are asked for
NO_REPORT = "There is no such report. Choose one of those that the report's page offers."
DIGITS = [str(digit) for digit in range(10)]

report = Blueprint("report", __name__)
report.add_app_template_filter(digit_png, "digit_png")


@report.get("/report")
def index() -> ResponseReturnValue:
    """The page for a browser, the picture for anything else."""
    response = _page() if wants_page(request, instead_of=PICTURE) else picture()
    response.vary.add("Accept")
    return response


@report.get("/report.png")
def picture() -> Response:
    """The confusion matrix as a heat map; a client that has it already gets 304 and nothing is drawn."""
    trial = chosen(lesson())
    response = Response(mimetype=PICTURE)
    if not has_it(response, "picture", trial.model, trial.of):
        response.data = confusion_png(trial.confusion, trial.accuracy, trial.n)
    response.make_conditional(request)
    return response


@report.get("/report.csv")
def table() -> Response:
    """The confusion matrix as a table: a row for each digit written, a column for each digit read."""
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(["", *DIGITS])
    rows.writerows([digit, *counts] for digit, counts in zip(DIGITS, chosen(lesson()).confusion, strict=True))
    return Response(file.getvalue(), mimetype="text/csv")


@report.get("/report.json")
def numbers() -> Response:
    """Everything on the page as numbers."""
    return jsonify(to_json(chosen(lesson()), lesson()))


def lesson() -> Lesson:
    """What was measured when the model was trained."""
    return current_book().lesson


def chosen(lesson: Lesson, model: str = SERVED) -> Trial:
    """The trial of `?model=` and `?of=`; the given model is the usual one. Raises BadRequest."""
    trial = lesson.trials.get((request.args.get("model", model), request.args.get("of", TEST)))
    if trial is None:
        raise BadRequest(NO_REPORT)
    return trial


def has_it(response: Response, *names: str) -> bool:
    """Whether the client holds what the names stand for; the reply is marked with them and the numbers' fingerprint."""
    etag = "-".join([lesson().fingerprint, *names, current_app.config["VERSION"]])
    response.set_etag(etag)
    response.cache_control.no_cache = True  # keep it, but ask whether it is still the one
    return etag in request.if_none_match


def to_json(trial: Trial, lesson: Lesson) -> dict[str, object]:
    """A trial's numbers, as JSON can carry them."""
    return {
        "model": {"name": trial.model, "code": lesson.models[trial.model].code},
        "of": trial.of,
        "n": trial.n,
        "accuracy": trial.accuracy,
        "confusion": trial.confusion,
        "digits": [one._asdict() for one in trial.digits],
        "reliability": [one._asdict() for one in trial.bins],
        "answers": [
            {"true": one.drawing.truth, "read": one.answer, "confidence": one.confidence} for one in trial.asked
        ],
    }


def _page() -> Response:
    book, cell = lesson(), _cell()
    trial = chosen(book)
    curve = reliability_svg([(one.confidence, one.accuracy, one.n) for one in trial.bins])
    facts = {"lesson": book, "trial": trial, "cell": cell, "behind": _behind(trial, cell), "curve": curve}
    response = make_response(render_template("report/index.html", **facts))
    response.add_etag()
    response.make_conditional(request)
    return response


def _cell() -> tuple[int, int] | None:
    """The cell of `?true=` and `?read=`, if both are there. Raises BadRequest."""
    wanted = [request.args.get(name, "") for name in ("true", "read")]
    if not any(wanted):
        return None
    if not all(one in DIGITS for one in wanted):
        raise BadRequest(NO_REPORT)
    return int(wanted[0]), int(wanted[1])


def _behind(trial: Trial, cell: tuple[int, int] | None) -> tuple[Asked, ...]:
    return trial.cell(*cell) if cell else trial.wrong
