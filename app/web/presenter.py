"""`/presenter`: the score as it grows, the wall's drawings to hide, and the few things that a presenter decides."""

from __future__ import annotations

import json

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from ..store import archive, drawings, events, purge
from ..store.tables import LARGEST_ID, Event
from . import sign_in
from .event_state import get_state, get_store
from .extensions import get_reader
from .joining import join_address, qr_svg
from .pen import get_pen
from .presenter_facts import live_facts, model_facts, past_events
from .presenter_stand import stand_facts, stand_settings

ID = f"<int(max={LARGEST_ID}):id>"  # in an address

presenter = Blueprint("presenter", __name__, url_prefix="/presenter")


@presenter.before_request
def guard() -> AnyResponse | None:
    """Let nobody but the presenter further than the passcode, and no form without its token."""
    sign_in.check_token()
    get_state().forget()
    open_to_all = ("presenter.index", "presenter.enter")
    return None if request.endpoint in open_to_all else sign_in.require_presenter()


@presenter.after_request
def keep_nowhere(response: Response) -> Response:
    """Return the reply, which no browser may keep."""
    response.cache_control.no_store = True
    return response


@presenter.get("")
def index() -> str:
    """Return the presenter's page, or the form for the passcode."""
    if not sign_in.is_presenter():
        return render_template("presenter/sign-in.html", is_wrong="wrong" in request.args)
    address = join_address()
    code = qr_svg(address) if address else None
    facts = model_facts() | live_facts() | stand_facts() | {"pen": get_pen().look()["state"]}
    return render_template("presenter/index.html", past=past_events(), address=address, code=code, **facts)


@presenter.post("")
def enter() -> AnyResponse:
    """Let in whoever knows the passcode. Raise TooMany."""
    is_right = sign_in.try_passcode(request.form.get("passcode", ""))
    return redirect(url_for("presenter.index", wrong=None if is_right else ""), code=303)


@presenter.post("/leave")
def leave() -> AnyResponse:
    """Ask for the passcode again."""
    sign_in.sign_out()
    return _back()


@presenter.get("/live")
def live() -> ResponseReturnValue:
    """Return what changes by itself on the page: score, matrix, drawings; 304 while nothing did."""
    response = make_response(render_template("presenter/live.html", **model_facts(), **live_facts()))
    response.add_etag()
    response.make_conditional(request)
    return response


@presenter.post("/begin")
def begin() -> AnyResponse:
    """Begin an event; one that was on has ended."""
    if name := request.form.get("name", "").strip():
        events.begin(get_store(), name)
    return _back()


@presenter.post("/settings")
def settings() -> AnyResponse:
    """Change what the event keeps and shows, and how its stands behave. Raise BadRequest."""
    keeps, shows = "keep" in request.form, "wall" in request.form
    events.change(get_store(), keeps_drawings=keeps, shows_wall=shows, stand=stand_settings())
    return _back()


@presenter.post("/pen")
def pen() -> AnyResponse:
    """Let a phone be the pen of the big screen, take it away, or have none."""
    if request.form.get("pen") == "take":
        get_pen().take_away()
    else:
        get_pen().switch(request.form.get("pen") == "on")
    return _back()


@presenter.post("/freeze")
def freeze() -> AnyResponse:
    """Let the wall stay as it is, or go on."""
    events.freeze(get_store(), request.form.get("freeze") == "on")
    return _back()


@presenter.post("/group")
def group() -> AnyResponse:
    """Let score and wall begin anew for the next visitors."""
    events.next_group(get_store())
    return _back()


@presenter.post(f"/hide/{ID}")
def hide(id: int) -> AnyResponse:
    """Take a drawing from the wall, or put it back."""
    drawings.hide(get_store(), id, request.form.get("hide") == "on")
    return _back()


@presenter.post("/end")
def end() -> AnyResponse:
    """End the event."""
    events.end(get_store())
    return _back()


@presenter.post(f"/forget/{ID}")
def forget(id: int) -> AnyResponse:
    """Delete an event's drawings, or the whole of it."""
    _event(id)
    if request.form.get("what") == "event":
        purge.forget(get_store(), id)
    else:
        purge.purge(get_store(), event_id=id)
    return _back()


@presenter.get(f"/export/{ID}.zip")
def export(id: int) -> Response:
    """Return an event's drawings as a ZIP, which is written as it is sent."""
    event = _event(id)
    card = json.dumps(get_reader().card._asdict()).encode()
    response = Response(archive.stream(get_store(), event, card), mimetype="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=f"event-{id}.zip")
    return response


def _event(id: int) -> Event:
    """Return an event; a reply of 404 where there is none."""
    return events.find(get_store(), id) or abort(404)


def _back() -> AnyResponse:
    get_state().forget()
    return redirect(url_for("presenter.index"), code=303)
