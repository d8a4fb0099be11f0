"""`GET /lesson`: how the reader came about, in five chapters, the last of them in the visitor's own hand."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..errors import BadRequest
from ..figures import curve_svg
from ..lesson.book import Lesson
from ..lesson.hand import MOST, Row, read_both, read_row
from .bodies import NO_PICTURE, Pixels, files_in, read_body
from .current import current_book, current_reader
from .languages import translate
from .rates import count
from .report import chosen
from .serialise import both_json

NOTEBOOK = "notebook"  # the model that chapter 4 shows unless another is chosen
TOO_MANY_PICTURES = "Send at most 50 pictures at once."

lesson = Blueprint("lesson", __name__)
lesson.add_app_template_filter(translate, "said")


@lesson.get("/lesson")
def index() -> Response:
    """The whole walk; `?model=` chooses whose answers chapter 4 shows."""
    book = current_book().lesson
    facts = {"lesson": book, "trial": chosen(book, NOTEBOOK), "curve": _curve(book)}
    response = make_response(render_template("lesson/index.html", **facts))
    response.add_etag()
    response.make_conditional(request)
    return response


@lesson.post("/lesson/roads")
def roads() -> Response:
    """Both roads' answers to the picture in the request's body: ours as /predict gives it, and `notebook` beside it."""
    body = read_body(request)
    if isinstance(body, Pixels):
        raise BadRequest(NO_PICTURE)
    response = jsonify(both_json(read_both(body, current_reader(), current_book().plain)))
    response.cache_control.no_store = True
    return response


@lesson.get("/lesson/row")
def form() -> ResponseReturnValue:
    """The way back to the form, for whoever reloads or changes the language."""
    return redirect(url_for("lesson.index", _anchor="row"))


@lesson.post("/lesson/row")
def row() -> Response:
    """A page with the answers to up to 50 pictures of a form. Nothing is kept. Raises BadRequest, TooMany."""
    facts = {"rows": _rows(), "roads": ("notebook", "served")}
    response = make_response(render_template("lesson/row.html", **facts))
    response.cache_control.no_store = True
    return response


def _rows() -> list[Row]:
    files = [file for file in files_in(request, TOO_MANY_PICTURES) if file.filename]
    if not files:
        raise BadRequest(NO_PICTURE)
    if len(files) > MOST:
        raise BadRequest(TOO_MANY_PICTURES)
    count(len(files) - 1)  # the request itself was counted at the door
    reader, plain = current_reader(), current_book().plain
    return [read_row(file.filename or "", file.read(), reader, plain) for file in files]


def _curve(book: Lesson) -> str:
    return curve_svg(list(book.curve.values()))
