"""The reply with a page's style or script: browsers keep it, and ask whether it is still the same."""

from flask import Response, request


def asset(text: str, mimetype: str) -> Response:
    """Return a reply with the text, or with nothing, 304, when the browser has it already."""
    response = Response(text, mimetype=mimetype)
    response.add_etag()
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
