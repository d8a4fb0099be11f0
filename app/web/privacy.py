"""`GET /privacy`: what becomes of a drawing, as this server is set up just now."""

from flask import Blueprint, current_app, render_template

privacy = Blueprint("privacy", __name__)


@privacy.get("/privacy")
def index() -> str:
    """Return the page; templates know the event that is on, where there is one."""
    state = current_app.extensions.get("event_state")
    return render_template("privacy/index.html", keep_days=state.keep_days if state else None)
