"""The reply with a page's style or script: browsers keep it, and ask whether it is still the same."""

import gzip
from functools import cache

from flask import Response, request

PACKED = "gzip"


def asset(text: str, mimetype: str) -> Response:
    """Return a reply with the text, or with nothing, 304, when the browser has it already."""
    response = Response(text, mimetype=mimetype)
    if request.accept_encodings[PACKED]:
        response.data = packed(text)
        response.content_encoding = PACKED
    response.vary.add("Accept-Encoding")
    response.add_etag()
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response


@cache
def packed(text: str) -> bytes:
    """Return a style or a script as small as gzip makes it, once: there are few of them."""
    return gzip.compress(text.encode(), mtime=0)
