"""`GET /kiosk`: the pad for a stand that nobody attends. It writes by itself until somebody touches it."""

from __future__ import annotations

from hashlib import sha256
from typing import cast

from flask import Blueprint, Response, current_app, g, jsonify, render_template, request, send_from_directory
from flask.blueprints import BlueprintSetupState

from ..errors import WrongCode
from .extensions import get_event, get_served
from .languages import OFFERED, names
from .rate_limiter import RateLimiter
from .rate_store import Rate
from .releases import release
from .tries import is_right

STROKES = "strokes.json"  # what the pen writes by itself: made by `python -m app strokes`
RING = 15  # s from the question whether somebody is there until the stand forgets, where the presenter says nothing
PEN = 2  # s from then until the pen writes
NAME_LENGTH = 12  # hex digits
TRIES = (Rate(10, seconds=60),)  # wrong codes, of one address: four digits take a working day

kiosk = Blueprint("kiosk", __name__)


@kiosk.record_once
def count_tries(state: BlueprintSetupState) -> None:
    """Let an app count wrong codes."""
    state.app.extensions["kiosk_tries"] = RateLimiter(TRIES, state.app.config["RATE_STORE"])


@kiosk.before_request
def offer_languages() -> None:
    """Let a stand speak no language but those that the presenter offers."""
    event = get_event()
    chosen = (event.stand_languages or "").split(",") if event else []
    if offered := [code for code in names() if code in chosen]:
        setattr(g, OFFERED, offered)


@kiosk.get("/kiosk")
def index() -> str:
    """Return the kiosk's page."""
    return render_template("kiosk/index.html", release=version(), **times())


@kiosk.get("/kiosk/now")
def now() -> Response:
    """Return what the page is made of just now: a stand that has another loads itself anew while nobody is there."""
    response = jsonify(release=version())
    response.cache_control.no_store = True
    return response


def times() -> dict[str, int]:
    """Return the seconds that a stand waits: the presenter's, or this server's own."""
    event = get_event()
    usual = {"ask": int(current_app.config["KIOSK_IDLE"]), "ring": RING, "pen": PEN}
    chosen = {name: getattr(event, f"stand_{name}") for name in usual} if event else {}
    return {name: usual[name] if chosen.get(name) is None else chosen[name] for name in usual}


def version() -> str:
    """Return a name that changes with the release, and with whatever the presenter sets for a stand."""
    event = get_event()
    facts = (event.id, event.keeps_drawings, event.stand_languages) if event else ()
    return sha256(repr((release(), facts, times())).encode()).hexdigest()[:NAME_LENGTH]


@kiosk.get("/kiosk/strokes.json")
def strokes() -> Response:
    """Return what the pen writes by itself; 404 where the model was made without."""
    return send_from_directory(get_served().folder.absolute(), STROKES, conditional=True, max_age=0)


@kiosk.post("/kiosk/leave")
def leave() -> dict[str, bool]:
    """Return that the kiosk may be left. Raise WrongCode unless the form's `code` is the one that was set, if any.

    Raise TooMany for who has tried too many, and StoreAway where the tries cannot be counted.
    """
    code, tries = str(current_app.config["KIOSK_CODE"]), cast(RateLimiter, current_app.extensions["kiosk_tries"])
    if code and not is_right(tries, request.form.get("code", ""), code):
        raise WrongCode
    return {"left": True}
