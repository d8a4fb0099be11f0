"""`GET /ten`: write 0 to 9 one after another, and see how many are read right. The page keeps nothing."""

from flask import Blueprint, render_template

ten = Blueprint("ten", __name__)


@ten.get("/ten")
def index() -> str:
    """Return the challenge's page."""
    return render_template("ten/index.html")
