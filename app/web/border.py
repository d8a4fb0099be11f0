"""`POST /map/border`: the border between two digits on the map, fitted anew by scikit-learn for whoever asks."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from ..errors import NoMap
from ..figures import Mark, border_svg
from ..lesson.digit_map import DigitMap
from ..teaching.border import Border, box_of
from ..teaching.border import border as border_between
from .border_bodies import Wanted, read_wanted
from .extensions import get_map, get_school

border = Blueprint("border", __name__)


@border.app_template_filter("border_svg")
def still_svg(found: DigitMap) -> str:
    """Return the figure of the border that was fitted with the map."""
    still = found.border
    if still is None:
        return ""
    left, top, side = still.box
    places, ringed = (found.places - (left, top)) / side, set(still.support)
    marks = [
        Mark(found.labels[one], (x, y), found.labels[one] == still.digits[1], one in ringed)
        for one, (x, y) in zip(still.members, places[still.members].tolist(), strict=True)
    ]
    return border_svg(marks, still.lines)


@border.post("/map/border")
def answer() -> Response:
    """Return the border that an SVC draws between two digits on the map, and which digits hold it.

    Raise BadRequest, NoMap, NotReady.
    """
    found = get_map()
    if found is None:
        raise NoMap
    school = get_school()
    school.begin()
    wanted = read_wanted(request, found)
    box = box_of(found.places[wanted.members], wanted.at)
    is_second = [found.labels[one] == wanted.digits[1] for one in wanted.kept]
    got = border_between(school.new_svc, found.places[wanted.kept], is_second, wanted.strictness, box, wanted.at)
    response = jsonify(_border_json(got, wanted))
    response.cache_control.no_store = True
    return response


def _border_json(got: Border, wanted: Wanted) -> dict[str, object]:
    body: dict[str, object] = {
        "box": got.box,
        "decisions": got.decisions,
        "support": [wanted.kept[one] for one in got.support],
        "n": len(wanted.kept),
        "wrong": got.wrong,
    }
    return body if got.at is None else {**body, "at": got.at}
