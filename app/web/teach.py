"""`/teach`: a visitor teaches a machine of his own. Each request carries all examples; nothing is kept."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, jsonify, make_response, render_template, request, send_file
from flask.blueprints import BlueprintSetupState

from ..errors import BadRequest
from ..teaching.files import NAMES, notebook_json, npz_of
from ..teaching.school import School
from ..teaching.taught import teach as taught_by
from ..teaching.taught_copy import read_as_copy
from .drawing_titles import sign_title
from .extensions import get_lesson, get_reader, get_school
from .serialise import answer_json
from .serialise_teach import LEARNT, taught_json
from .teach_bodies import BAD_TEACHING, Drawing, drawing_in, examples_in, more_in, read_teaching, rows_in
from .turns import take_turn

QUICK = 16  # examples up to which what was learnt is shown at once: 20 ms

teach = Blueprint("teach", __name__)


@teach.record_once
def open_school(state: BlueprintSetupState) -> None:
    """Give an app what teaches the visitors' machines; nothing is loaded before somebody teaches."""
    state.app.extensions["school"] = School(state.app.config["MODELS_DIR"])


@teach.get("/teach")
def index() -> str:
    """Return the page."""
    knows = get_lesson().evaluations["served", "test"].accuracy
    return render_template("teach/index.html", knows=knows)


@teach.post("/teach")
def answer() -> Response:
    """Return what a machine that learnt these examples reads in the drawing, and what it learnt, as `?explain=` asks.

    Raise BadRequest, BadExamples, Blank, NotAnImage, TooLarge, TooMany, NotReady.
    """
    school = get_school()
    school.begin()
    sent = read_teaching(request)
    examples, drawing, more = examples_in(sent), drawing_in(sent), more_in(sent)
    learnt = request.args.get("explain") == LEARNT
    body = _drawing_json(drawing)
    if examples is not None:
        if more is not None or (learnt and len(examples) > QUICK):
            take_turn()
        taught = taught_by(school, examples, drawing.row if drawing else None, learnt, more)
        body |= taught_json(taught, len(examples))
    return _unkept(jsonify(body))


@teach.post("/teach/copy")
def copy() -> Response:
    """Return what the served reader says of a drawing, and what its copy says that learnt one sign more."""
    school = get_school()
    school.begin()
    sent = read_teaching(request)
    (sign, rows), drawing = rows_in(sent), drawing_in(sent)
    if drawing is None:
        raise BadRequest(BAD_TEACHING)
    taught = read_as_copy(get_reader().classifier, sign, rows, drawing.row, school.new_svc)
    return _unkept(jsonify({"sign": sign if taught.is_it else None, "margin": taught.margin, **_drawing_json(drawing)}))


@teach.get("/teach/copy")
def copy_words() -> str:
    """Return what the pad shows to whoever says that it was wrong: a part of a page."""
    return render_template("teach/copy.html")


@teach.post("/teach/examples.npz")
def arrays() -> Response:
    """Return the examples as a file for NumPy. Raise BadRequest, BadExamples."""
    examples = examples_in(read_teaching(request))
    if examples is None:
        raise BadRequest(BAD_TEACHING)
    return _unkept(
        send_file(BytesIO(npz_of(examples)), "application/x-npz", as_attachment=True, download_name=NAMES["npz"])
    )


@teach.get("/teach/notebook.ipynb")
def notebook() -> Response:
    """Return a notebook that does the same with that file."""
    response = make_response(notebook_json(render_template("teach/snippet.py")))
    response.mimetype = "application/x-ipynb+json"
    response.headers["Content-Disposition"] = f"attachment; filename={NAMES['notebook']}"
    return response


def _drawing_json(drawing: Drawing | None) -> dict[str, object]:
    if drawing is None:
        return {}
    house = {"house": answer_json(drawing.answer, sign_title)} if drawing.answer else {}
    return {"row": drawing.row.tolist(), **house}


def _unkept(response: Response) -> Response:
    response.cache_control.no_store = True
    return response
