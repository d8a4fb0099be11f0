"""`GET /lesson`: how the reader came about, in six chapters, one of them in the visitor's own hand."""

from dataclasses import replace

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from ..errors import N_, BadRequest
from ..figures import curve_svg
from ..lesson.ablation import ablation
from ..lesson.comparison import MOST, ComparedFile, compare, compare_file
from ..paths import NOTEBOOK as NOTEBOOK_FILE
from ..reading.reader import Reader
from .bodies import NO_PICTURE, Pixels, files_in, read_body
from .errors import log_reason
from .extensions import get_lesson, get_reader
from .languages import translate
from .report import chosen
from .serialise import comparison_json
from .turns import let_others, read_in_turn, take_turn

NOTEBOOK = "notebook"  # the model that chapter 4 shows unless another is chosen
ROW_PIXELS = 40_000_000  # of all pictures of a form together, decoded whole: three seconds
PHOTO_PIXELS = 3_200_000  # that each may have however many they are: a phone's photo as it is reduced
TOO_MANY_PICTURES = N_("Send at most 50 pictures at once.")

lesson = Blueprint("lesson", __name__)
lesson.add_app_template_filter(translate)


@lesson.get("/lesson")
def index() -> Response:
    """Return the lesson's page; `?model=` chooses whose answers chapter 4 shows."""
    data = get_lesson()
    curve = curve_svg(list(data.curve.values()))
    facts = {"lesson": data, "evaluation": chosen(NOTEBOOK), "curve": curve, "ablation": ablation(data)}
    response = make_response(render_template("lesson/index.html", **facts))
    response.add_etag()
    response.make_conditional(request)
    return response


@lesson.post("/lesson/roads")
def roads() -> Response:
    """Return both roads' answers to the picture in the request's body: as /predict gives it, and `notebook` beside."""
    body = read_body(request)
    if isinstance(body, Pixels):
        raise BadRequest(NO_PICTURE)
    notebook = get_lesson().notebook
    response = jsonify(comparison_json(read_in_turn(lambda reader: compare(body, reader, notebook))))
    response.cache_control.no_store = True
    return response


@lesson.get("/lesson/notebook.ipynb")
def notebook() -> Response:
    """Return the notebook that the lesson tells of, to be kept and run."""
    return send_file(NOTEBOOK_FILE, "application/x-ipynb+json", as_attachment=True)


@lesson.get("/lesson/row")
def form() -> ResponseReturnValue:
    """Return the way back to the form, for whoever reloads or changes the language."""
    return redirect(url_for("lesson.index", _anchor="row"))


@lesson.post("/lesson/row")
def row() -> Response:
    """Return a page with the answers to up to 50 pictures of a form. Nothing is kept. Raise BadRequest, TooMany."""
    facts = {"rows": _rows(), "roads": ("notebook", "served")}
    response = make_response(render_template("lesson/row.html", **facts))
    response.cache_control.no_store = True
    return response


def _rows() -> list[ComparedFile]:
    files = [file for file in files_in(request, TOO_MANY_PICTURES) if file.filename]
    if not files:
        raise BadRequest(NO_PICTURE)
    if len(files) > MOST:
        raise BadRequest(TOO_MANY_PICTURES)
    take_turn()
    whole = get_reader()
    pixels = min(whole.limits.pixels, max(PHOTO_PIXELS, ROW_PIXELS // len(files)))
    reader = Reader(whole.classifier, whole.card, replace(whole.limits, pixels=pixels))
    return [_row(file, reader) for file in files]


def _row(file: FileStorage, reader: Reader) -> ComparedFile:
    row = compare_file(file.filename or "", file.read(), reader, get_lesson().notebook)
    if row.error is not None:
        log_reason(row.error)
    let_others()
    return row
