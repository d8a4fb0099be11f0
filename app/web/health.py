"""`GET /health`: whether this server can still read, for those who watch over it."""

from flask import Blueprint, Response, current_app, jsonify

from .extensions import get_reader
from .releases import release

BAR = [[0, 0, 0, 16, 16, 0, 0, 0]] * 8  # a plain upright stroke: the least that must be readable

health = Blueprint("health", __name__)


@health.get("/health/live")
def alive() -> Response:
    """Return at once, however much there is to do: a server that does not answer this is to be started anew."""
    response = jsonify(status="ok")
    response.cache_control.no_store = True
    return response


@health.get("/health")
@health.get("/health/ready")
def check() -> Response:
    """Return the versions at work, after the reader has read something."""
    reader = get_reader()
    reader.read_pixels(BAR)
    response = jsonify(status="ok", version=current_app.config["VERSION"], release=release(), **reader.card._asdict())
    response.cache_control.no_store = True
    return response
