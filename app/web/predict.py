"""`POST /predict`: a picture in, an answer out. Nothing is stored."""

from string import digits

from flask import Blueprint, Response, jsonify, request

from ..errors import N_, BadRequest
from .bodies import Pixels, read_body
from .drawing_titles import sign_title, title
from .extensions import get_map, get_reader
from .serialise import WIRE_SIDE, answer_json, place_json, reasons_json, steps_json
from .turns import read_in_turn

BAD_DIGIT = N_("Ask for one digit from 0 to 9.")
EXPLANATIONS = {"steps", "reasons", "map"}
EVERYTHING = "1"  # asks for all of them

predict = Blueprint("predict", __name__)


@predict.post("/predict")
def answer() -> Response:
    """Return the answer to the picture, or to the 64 numbers, in the request's body, explained as `?explain=` asks.

    With 64 numbers, `?towards=` a digit adds the one change that speaks most for it.
    """
    body, explained = read_body(request), _explained()
    more: dict[str, object] = {}
    if isinstance(body, Pixels):
        result = get_reader().read_pixels(body.rows)
        if (digit := _wanted()) is not None:
            more["change"] = vars(get_reader().suggest(body.rows, digit))
    elif "steps" in explained:
        trace = read_in_turn(lambda reader: reader.trace(body, WIRE_SIDE))
        result, more["steps"] = trace.answer, steps_json(trace)
    else:
        result = read_in_turn(lambda reader: reader.read(body))
    if "reasons" in explained:
        more["reasons"] = reasons_json(get_reader().explain(result), title)
    if "map" in explained and (digit_map := get_map()):
        more["map"] = place_json(digit_map.place(result))
    response = jsonify({**answer_json(result, sign_title), **more})
    response.cache_control.no_store = True
    return response


def _wanted() -> int | None:
    """Return the digit that the numbers shall become, None where nobody asks. Raise BadRequest."""
    asked = request.args.get("towards")
    if asked is None:
        return None
    if asked not in set(digits):
        raise BadRequest(BAD_DIGIT)
    return int(asked)


def _explained() -> set[str]:
    """Return the names of the explanations that were asked for."""
    asked = set(request.args.get("explain", "").split(","))
    return EXPLANATIONS if EVERYTHING in asked else asked
