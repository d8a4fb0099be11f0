"""Who may come in: requests by a name that is ours, and no orders that another website gives in a visitor's name.

A web page anywhere can make its visitor's browser send requests to a program on the visitor's own machine, and a name
that it owns can be made to point there. So the name is checked always, and the sender on whatever is not a plain look.
"""

from __future__ import annotations

import socket
from functools import cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from flask import Flask, Request, current_app, request

from ..errors import BadRequest

LOOKING = {"GET", "HEAD", "OPTIONS"}  # verbs that change nothing and carry nothing
OWN = {"same-origin", "none"}  # what Sec-Fetch-Site says when our page, or the visitor directly, asks
ANY_NAME = "*"
UNKNOWN_NAME = "This site is not called that. Whoever runs it can allow the name with ALLOWED_HOSTS."
FROM_ELSEWHERE = "That came from another website. Open this site itself and draw there."


def init(app: Flask) -> None:
    """Let an app ask at the gate before anything else."""
    app.before_request(check_name)
    app.before_request(check_sender)


def check_name() -> None:
    """Raise BadRequest unless the request calls us by an address, this machine's name or an allowed name."""
    name = _name(request.headers.get("Host", ""))
    if not name or not (_is_address(name) or name in _own_names() or _is_allowed(name)):
        raise BadRequest(UNKNOWN_NAME)


def check_sender() -> None:
    """Raise BadRequest when another website's page sent more than a look."""
    if request.method not in LOOKING and not _is_own(request):
        raise BadRequest(FROM_ELSEWHERE)


def _is_own(request: Request) -> bool:
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN:
        return False
    origin = request.headers.get("Origin")
    return origin is None or _split(origin).netloc == request.headers.get("Host")


def _name(host: str) -> str:
    """The name in a Host header, without its port; empty when it is none."""
    return _split(f"//{host}").hostname or ""


def _split(address: str) -> SplitResult:
    """The parts of an address; all empty when it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _is_address(name: str) -> bool:
    """Whether it is a plain address, which nobody can make point elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@cache
def _own_names() -> frozenset[str]:
    own = socket.gethostname().lower()
    return frozenset({"localhost", own, f"{own}.local"})


def _is_allowed(name: str) -> bool:
    allowed: tuple[str, ...] = current_app.config["ALLOWED_HOSTS"]
    return ANY_NAME in allowed or name in allowed
