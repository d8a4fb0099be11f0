"""`GET /`: the pad to draw on."""

from flask import Blueprint, Response, current_app, render_template

pad = Blueprint("pad", __name__)


@pad.get("/")
def index() -> str:
    """Return the pad's page."""
    return render_template("pad/index.html")


@pad.get("/service-worker.js")
def worker() -> Response:
    """Return the page's service worker: it may only serve the whole site from the top of it."""
    return current_app.send_static_file("service-worker.js")
