"""`POST /predict`: a picture in, an answer out. Nothing is stored."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from app.web.bodies import Pixels, read_body
from app.web.current import current_reader

predict = Blueprint("predict", __name__)


@predict.post("/predict")
def answer() -> Response:
    """The answer to the picture, or to the 64 numbers, in the request's body."""
    reader, body = current_reader(), read_body(request)
    if isinstance(body, Pixels):
        return _reply(reader.read_pixels(body.rows).to_json())
    if "steps" in request.args.get("explain", "").split(","):
        answer, steps = reader.read_with_steps(body)
        return _reply({**answer.to_json(), "steps": steps})
    return _reply(reader.read(body).to_json())


def _reply(body: dict[str, object]) -> Response:
    response = jsonify(body)
    response.cache_control.no_store = True
    return response
