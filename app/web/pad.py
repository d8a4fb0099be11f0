"""`GET /`: the pad to draw on."""

from flask import Blueprint, Response, render_template

from ..paths import STATIC
from .assets import asset
from .releases import release

ANY_RELEASE = 'RELEASE = "any"'  # in the worker's file

pad = Blueprint("pad", __name__)


@pad.get("/")
def index() -> str:
    """Return the pad's page."""
    return render_template("pad/index.html")


@pad.get("/service-worker.js")
def worker() -> Response:
    """Return this release's service worker: it may only serve the whole site from the top of it."""
    text = (STATIC / "service-worker.js").read_text(encoding="utf-8")
    return asset(text.replace(ANY_RELEASE, f'RELEASE = "{release()}"'), "text/javascript")
