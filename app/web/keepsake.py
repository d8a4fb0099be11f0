"""`POST /keepsake/twin`: what a card to keep wants besides the drawing itself; nothing is kept."""

from flask import Blueprint, Response, jsonify, request

from .bodies import Pixels, read_body
from .extensions import get_reader
from .serialise import twin_json
from .turns import read_in_turn

keepsake = Blueprint("keepsake", __name__)


@keepsake.post("/keepsake/twin")
def twin() -> Response:
    """Return the digit of the data set that is most like the one in the request's body, a picture or 64 numbers."""
    body = read_body(request)
    if isinstance(body, Pixels):
        answer = get_reader().read_pixels(body.rows)
    else:
        answer = read_in_turn(lambda reader: reader.read(body))
    response = jsonify(twin_json(get_reader().twin(answer)))
    response.cache_control.no_store = True
    return response
