"""`POST /predict`: a picture in, an answer out. Nothing is stored."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from app.reading.reader import Answer
from app.web.bodies import Pixels, read_body
from app.web.current import current_reader
from app.web.styles import with_titles

EVERYTHING = "1"  # asks for every explanation there is

predict = Blueprint("predict", __name__)


@predict.post("/predict")
def answer() -> Response:
    """The answer to the picture, or to the 64 numbers, in the request's body, explained as `?explain=` asks."""
    reader, body = current_reader(), read_body(request)
    if isinstance(body, Pixels):
        return _reply(reader.read_pixels(body.rows))
    if not _asked_for("steps"):
        return _reply(reader.read(body))
    answer, steps = reader.read_with_steps(body)
    return _reply(answer, steps=steps)


def _asked_for(explanation: str) -> bool:
    return bool({explanation, EVERYTHING} & set(request.args.get("explain", "").split(",")))


def _reply(answer: Answer, **more: object) -> Response:
    if _asked_for("reasons"):
        more["reasons"] = with_titles(current_reader().reasons(answer))
    response = jsonify({**answer.to_json(), **more})
    response.cache_control.no_store = True
    return response
