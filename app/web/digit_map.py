"""`GET /map`: all digits of the data set on a plane, what is alike near each other, and the visitor's among them."""

from functools import lru_cache

from flask import Blueprint, Response, current_app, jsonify, render_template, request, url_for

from ..errors import NoMap
from ..figures import atlas_png
from ..lesson.digit_map import DigitMap
from .border import border
from .extensions import get_lesson, get_map
from .report import SERVED, TEST
from .serialise import map_json

YEAR = 365 * 24 * 3600  # s that a browser keeps what has its name in its address

digit_map = Blueprint("digit_map", __name__)
digit_map.register_blueprint(border)


@digit_map.app_context_processor
def template_variables() -> dict[str, object]:
    """Return what every template knows of the map: it, or None, and where its data lies."""
    found = get_map()
    return {"digit_map": found, "map_address": map_address} if found else {"digit_map": None}


@digit_map.get("/map")
def index() -> str:
    """Return the map's page. Raise NoMap."""
    _found()
    return render_template("map/index.html")


@digit_map.get("/map.json")
def points() -> Response:
    """Return where each digit lies, what it is and what is read in it. Raise NoMap."""
    found = _found()
    exam = get_lesson().evaluations[SERVED, TEST].predictions
    read = [*found.read[: -len(exam)], *(one.digit for one in exam)]
    return _kept(jsonify(map_json(found, read)), found)


@digit_map.get("/map.png")
def pictures() -> Response:
    """Return the pictures of all digits, black on clear, 60 in a row. Raise NoMap."""
    found = _found()
    return _kept(Response(_atlas(found), mimetype="image/png"), found)


@lru_cache(maxsize=1)
def _atlas(found: DigitMap) -> bytes:
    return atlas_png(found.counts)


def _found() -> DigitMap:
    found = get_map()
    if found is None:
        raise NoMap
    return found


def map_address(name: str) -> str:
    """Return the address of a view that changes whenever the map does: browsers may keep what they got there."""
    return url_for(f"digit_map.{name}", v=_version(_found()))


def _version(found: DigitMap) -> str:
    return f"{found.fingerprint}-{get_lesson().fingerprint}"


def _kept(response: Response, found: DigitMap) -> Response:
    """Return the reply: under its own name for good, else with the question whether it is still the same."""
    response.set_etag(f"{_version(found)}-{current_app.config['VERSION']}")
    if request.args.get("v") == _version(found):
        response.cache_control.max_age = YEAR
        response.cache_control.immutable = True
    else:
        response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
