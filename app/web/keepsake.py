"""`POST /keepsake/twin`: what a card to keep wants besides the drawing itself; nothing is kept."""

from flask import Blueprint, Response, jsonify, request

from .bodies import Pixels, read_body
from .extensions import get_reader
from .joining import join_address, qr_rows
from .serialise import twin_json
from .turns import read_in_turn

keepsake = Blueprint("keepsake", __name__)


@keepsake.post("/keepsake/twin")
def twin() -> Response:
    """Return the digit of the data set that is most like the one in the request's body, a picture or 64 numbers.

    Beside it stands `code`, a QR code that leads here, row by row, "1" for dark; null where nobody else would find it.
    """
    body = read_body(request)
    if isinstance(body, Pixels):
        answer = get_reader().read_pixels(body.rows)
    else:
        answer = read_in_turn(lambda reader: reader.read(body))
    address = join_address()
    code = qr_rows(address) if address else None
    response = jsonify(twin_json(get_reader().twin(answer)) | {"code": code})
    response.cache_control.no_store = True
    return response
