"""`GET /wall`: the latest drawings for a projector, and the score."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from ..store import shown, tallies
from ..store.shown import Spot
from ..store.tables import Drawing, Event, label_name
from .digit_map import map_address
from .event_state import get_state, get_store
from .extensions import get_map, get_reader
from .joining import join_address, qr_svg
from .wall_map import get_wall_map

FINE = 500  # places along the map's side, as in `/map.json`
SHEETS = 21  # six by four places, of which the newest drawing has four

wall = Blueprint("wall", __name__)


@wall.app_template_filter()
def png_address(picture: bytes) -> str:
    """Return the data: address of a PNG."""
    return "data:image/png;base64," + b64encode(picture).decode("ascii")


@wall.get("/wall")
def index() -> str:
    """Return the wall's page, which fetches its drawings itself; with `?pen`, the big screen that a phone draws on."""
    address = join_address()
    if "pen" in request.args:
        address = address and f"{address}pen"
        return render_template("wall/pen.html", address=address, code=qr_svg(address) if address else None)
    code = qr_svg(address) if address else None
    return render_template("wall/index.html", address=address, code=code)


@wall.get("/wall.json")
def state() -> Response:
    """Return what is on the wall just now; 304 while nothing has changed."""
    event = get_state().now()
    addresses = {name: map_address(name) for name in ("points", "pictures")} if get_map() else None
    response = jsonify((_state(event) if event else {"event": None}) | {"map": addresses})
    response.cache_control.no_cache = True
    response.add_etag()
    response.make_conditional(request)
    return response


def _state(event: Event) -> dict[str, Any]:
    score = tallies.score_of(tallies.matrix(get_store(), event.id, event.group_number))
    sheets = shown.latest(get_store(), event, SHEETS) if event.shows_wall else []
    digit_map = get_map()
    spots = get_wall_map().spots(event, digit_map, get_reader()) if event.shows_wall and digit_map else []
    return {
        "event": event.name,
        "n": score.n,
        "right": score.right,
        "sheets": [_sheet(one) for one in sheets],
        "points": [_point(one) for one in spots],
    }


def _point(spot: Spot) -> list[int]:
    return [round((spot.x or 0) * FINE), round((spot.y or 0) * FINE), int(spot.is_right)]


def _sheet(drawing: Drawing) -> dict[str, Any]:
    return {
        "id": drawing.id,
        "picture": png_address(drawing.picture or b""),
        "label": label_name(drawing.label),
        "guess": label_name(drawing.guess),
        "is_right": drawing.label == drawing.guess,
    }
