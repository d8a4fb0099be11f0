"""`python floor.py PORT`: a server that takes a picture in and reads nothing; no WSGI program is faster under it."""

import logging
import sys
from collections.abc import Callable
from typing import Any

from waitress import serve

ANSWER = b'{"digit":7}'


def floor(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
    """Return the same answer to everything."""
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(ANSWER)))])
    return [ANSWER]


logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # no line for each that waits: nobody else writes any
serve(floor, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
