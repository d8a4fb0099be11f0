"""`POST /drawings`: a drawing and what it was; `DELETE /drawings/<id>` takes it back."""

from __future__ import annotations

import re

from flask import Blueprint, Response, abort, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from ..errors import N_, BadRequest, TooLarge
from ..figures import ink_png, squares_png
from ..reading.answer import Answer
from ..store import drawings as kept
from ..store.tables import KEY, LABELS, LARGEST_ID, NO_DIGIT
from .bodies import FORM, Pixels, read_body
from .event_state import get_store
from .extensions import get_map, get_reader
from .turns import read_in_turn

BODY = 1024 * 1024  # bytes; what the pad sends has a few thousand
SIDE = 1024  # px: the drawing is looked at as large as it is read
RANDOM = re.compile(rf"[0-9a-f]{{{KEY}}}")
BAD_LABEL = N_("Say which digit it was: 0 to 9, or none.")
BAD_KEY = N_("A key and a visit are 32 hexadecimal digits.")
TOO_LARGE = N_("A drawing to keep may have 1 MB.")

drawings = Blueprint("drawings", __name__)


@drawings.post("/drawings")
def add() -> ResponseReturnValue:
    """Count a drawing, and keep it where presenter and writer agree; return what it can be taken back with."""
    if (request.content_length or 0) > BODY:
        raise TooLarge(TOO_LARGE)
    request.max_content_length = BODY  # of a body that does not say how long it is
    body = read_body(request)
    facts = {**request.args, **(request.form if request.mimetype == FORM else {})}
    label, key, visit = LABELS.get(facts.get("label", "")), _random(facts, "key"), _random(facts, "visit")
    if label is None:
        raise BadRequest(BAD_LABEL)
    answer, picture = _read(body)
    told = kept.Told(label, guess_of(answer), answer.confidence, answer.familiarity, key=key)
    told = told._replace(is_trick=facts.get("trick") == "1")
    if facts.get("keep") == "1":
        counts = bytes(count for row in answer.pixels for count in row)
        told = told._replace(picture=picture, counts=counts, visit=visit)
        if digit_map := get_map():
            place = digit_map.place(answer)
            told = told._replace(map_x=place.x, map_y=place.y, map_name=digit_map.fingerprint)
    receipt = kept.add(get_store(), told)
    response = jsonify(receipt._asdict() | {"digit": answer.digit, "is_digit": answer.is_digit})
    response.headers["Location"] = url_for("drawings.take_back", id=receipt.id)
    response.cache_control.no_store = True
    return response, 201


@drawings.delete(f"/drawings/<int(max={LARGEST_ID}):id>")
def take_back(id: int) -> ResponseReturnValue:
    """Forget a drawing, for whoever has its receipt in the header `Receipt`; 404 for anybody else."""
    if not kept.take_back(get_store(), id, request.headers.get("Receipt", "")):
        abort(404)
    return Response(status=204)


def guess_of(answer: Answer) -> int:
    """Return what a drawing counts as having been read as."""
    return answer.digit if answer.is_digit else NO_DIGIT


def _read(body: bytes | Pixels) -> tuple[Answer, bytes]:
    """Return the answer, and a small picture of what was drawn. Raise as the reader does."""
    if isinstance(body, Pixels):
        answer = get_reader().read_pixels(body.rows)
        return answer, squares_png(answer.pixels)
    trace = read_in_turn(lambda reader: reader.trace(body, SIDE))
    ink = trace.stages[0]
    height, width = ink.picture.shape
    return trace.answer, ink_png(ink.picture, ink.box or (0, 0, width, height))


def _random(facts: dict[str, str], name: str) -> str | None:
    """Return a random name that the page made, or None. Raise BadRequest for anything else."""
    value = facts.get(name)
    if value is not None and not RANDOM.fullmatch(value):
        raise BadRequest(BAD_KEY)
    return value
