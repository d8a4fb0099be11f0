"""Pages of the sites that ALLOWED_ORIGINS names may have drawings read, and look at what belongs to that.

Never in a visitor's name: no reply allows cookies, and what a visitor teaches, keeps or presents is not for them.

By hand, because Flask-CORS goes by patterns of paths and takes an origin with brackets for one, where ours goes by
routes, the same for the preflight, for the reply and for the check of who sends orders.
"""

from flask import Flask, Request, Response, current_app, request

OPEN = {"predict.answer", "lesson.roads", "digit_map.points", "digit_map.pictures", "openapi.index"}  # endpoints
FOR_AN_HOUR = "3600"  # s for which a browser need not ask again
ASKED_FIRST = "Access-Control-Request-Method"  # what makes OPTIONS a preflight
READABLE = "Retry-After, X-Request-ID"  # beside what any page may read of a reply


def init_app(app: Flask) -> None:
    """Let those pages read an app's replies, where there are any such pages."""
    if app.config["ALLOWED_ORIGINS"]:
        app.after_request(add_headers)


def is_allowed(request: Request) -> bool:
    """Return whether a page that ALLOWED_ORIGINS names sent it, to a route that is open to such."""
    return request.endpoint in OPEN and request.headers.get("Origin") in current_app.config["ALLOWED_ORIGINS"]


def add_headers(response: Response) -> Response:
    """Return the reply, errors too, with what lets an allowed page read it."""
    if request.endpoint in OPEN:
        response.vary.add("Origin")
    if is_allowed(request):
        response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
        response.headers["Access-Control-Expose-Headers"] = READABLE
        if request.method == "OPTIONS" and ASKED_FIRST in request.headers:
            response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Max-Age"] = FOR_AN_HOUR
    return response
