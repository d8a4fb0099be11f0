"""`GET /kiosk`: the pad for a stand that nobody attends. It writes by itself until somebody touches it."""

from hmac import compare_digest

from flask import Blueprint, Response, current_app, render_template, request, send_from_directory

from ..errors import WrongCode
from .extensions import get_served
from .releases import release

STROKES = "strokes.json"  # what the pen writes by itself: made by `python -m app strokes`

kiosk = Blueprint("kiosk", __name__)


@kiosk.get("/kiosk")
def index() -> str:
    """Return the kiosk's page."""
    return render_template("kiosk/index.html", release=release())


@kiosk.get("/kiosk/strokes.json")
def strokes() -> Response:
    """Return what the pen writes by itself; 404 where the model was made without."""
    return send_from_directory(get_served().folder.absolute(), STROKES, conditional=True, max_age=0)


@kiosk.post("/kiosk/leave")
def leave() -> dict[str, bool]:
    """Return that the kiosk may be left. Raise WrongCode unless the form's `code` is the one that was set, if any."""
    code = str(current_app.config["KIOSK_CODE"])
    if not compare_digest(request.form.get("code", "").encode(), code.encode()):
        raise WrongCode
    return {"left": True}
