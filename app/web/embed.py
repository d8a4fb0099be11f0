"""`GET /embed`: the pad alone, for a frame in another site's page. Only a server with FRAME_ANCESTORS has it."""

from flask import Blueprint, render_template, request

from .stylesheets import THEMES

embed = Blueprint("embed", __name__)


@embed.get("/embed")
def index() -> str:
    """Return the page, in the language of `?lang=`, light or dark as `?theme=` says, else as the visitor has it."""
    theme = request.args.get("theme", "")
    return render_template("embed/index.html", theme=theme if theme in THEMES else "")
