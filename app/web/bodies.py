"""What a visitor sent -> the bytes of one picture, or 64 numbers."""

import json
import re
from base64 import b64decode
from dataclasses import dataclass
from math import inf
from typing import Any, NoReturn

from flask import Request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from ..errors import N_, BadRequest, Message

NO_PICTURE = N_("There is no picture in the request. Send one PNG, JPEG or WebP.")
ONE_PICTURE = N_("Send one picture at a time.")
BAD_JSON = N_('Send JSON like {"image": "data:image/png;base64,…"} or {"pixels": [[0, …], …]}.')
BAD_BASE64 = N_("The picture's base64 is broken.")
FORM = "multipart/form-data"
DATA_URL = re.compile(r"\s*data:[^,]*;\s*base64\s*,", re.IGNORECASE)  # what stands before the base64
SPACES = re.compile(r"[\t\n\f\r ]+")  # base64 may be wrapped: what the web's own decoder skips


@dataclass(frozen=True)
class Pixels:
    """Numbers that claim to be 8 rows of 8; the reader checks them."""

    rows: Any


def read_body(request: Request) -> bytes | Pixels:
    """Return the picture's bytes, or the numbers, that a request carries in any of its forms. Raise BadRequest."""
    if request.mimetype == FORM:
        data: bytes | Pixels = _from_form(request)
    elif request.is_json:
        data = _from_json(request.get_data())
    else:
        data = request.get_data()
    if data == b"":
        raise BadRequest(NO_PICTURE)
    return data


def files_in(request: Request, too_many: Message) -> list[FileStorage]:
    """Return the files of a form. Raise BadRequest, in these words, when it has more parts than anybody sends."""
    if request.mimetype != FORM:
        return []
    try:
        return [file for name in request.files for file in request.files.getlist(name)]
    except RequestEntityTooLarge as error:
        if request.content_length is None or request.content_length > (request.max_content_length or inf):
            raise
        raise BadRequest(too_many) from error


def _from_form(request: Request) -> bytes:
    files = files_in(request, ONE_PICTURE)
    if len(files) != 1:
        raise BadRequest(ONE_PICTURE if files else NO_PICTURE)
    data: bytes = files[0].read()
    return data


def _from_json(body: bytes) -> bytes | Pixels:
    try:
        sent = json.loads(body, parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest(BAD_JSON) from error
    if not isinstance(sent, dict) or ("image" in sent) == ("pixels" in sent):
        raise BadRequest(BAD_JSON)
    return Pixels(sent["pixels"]) if "pixels" in sent else from_data_url(sent["image"])


def from_data_url(url: object) -> bytes:
    """Return the bytes of a data: address. Raise BadRequest."""
    start = DATA_URL.match(url) if isinstance(url, str) else None
    if not isinstance(url, str) or not start:
        raise BadRequest(BAD_JSON)
    text = SPACES.sub("", url[start.end() :]).rstrip("=")
    try:
        return b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError as error:
        raise BadRequest(BAD_BASE64) from error


def refuse_constant(name: str) -> NoReturn:
    """Raise ValueError for NaN and Infinity, which Python would take for JSON."""
    raise ValueError(f"{name} is no JSON number")
