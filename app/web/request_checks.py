"""Requests come by a name that is ours, and none is another website's order in a visitor's name.

A web page anywhere can make its visitor's browser send requests to a program on the visitor's own machine, and a name
that it owns can be made to point there. So the host is checked always, and the origin of whatever is not a plain look.

By hand, because Flask's TRUSTED_HOSTS is a list of names: it cannot say "any plain address", by which a class finds a
teacher's machine, and says nothing of origins.
"""

import re
import socket
from functools import cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from flask import Flask, Request, current_app, request

from ..errors import N_, BadRequest, CrossSite
from .cross_origin import is_allowed

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}  # they change nothing and carry nothing
OWN_SITE = {"same-origin", "none"}  # what Sec-Fetch-Site says when our page, or the visitor directly, asks
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s/?#@\[\]\\:]+)(:\d*)?", re.IGNORECASE)  # a name or an address, and a port
ANY_BELOW = "*."  # before a name: whatever stands below it is allowed
ANY_HOST = "*"
UNKNOWN_HOST = N_("This site is not called that. Whoever runs it can allow the name with ALLOWED_HOSTS.")


def init_app(app: Flask) -> None:
    """Let an app check every request before anything else."""
    app.before_request(check_host)
    app.before_request(check_origin)


def check_host() -> None:
    """Raise BadRequest unless the request calls us by an address, this machine's name or an allowed name."""
    name = _hostname(request.headers.get("Host", ""))
    if not name or not (_is_address(name) or name in _own_hosts() or _is_ours(name)):
        raise BadRequest(UNKNOWN_HOST)


def check_origin() -> None:
    """Raise CrossSite when another website's page sent more than a look, where it may not."""
    if request.method not in SAFE_METHODS and not _is_same_origin(request) and not is_allowed(request):
        raise CrossSite


def _is_same_origin(request: Request) -> bool:
    """Return what the browser says of it; one that does not say it names the page's origin, at least, or is no browser.

    Only without the browser's word do the names count: a proxy may have replaced ours.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITE
    origin = request.headers.get("Origin")
    return origin is None or _split(origin).netloc == request.headers.get("Host")


def _hostname(host: str) -> str:
    """Return the name in a Host header, without its port and the root's dot; empty when it is none."""
    match = HOST.fullmatch(host)
    return match[1].strip("[]").lower().removesuffix(".") if match else ""


def _split(address: str) -> SplitResult:
    """Return the parts of an address; all empty when it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _is_address(name: str) -> bool:
    """Return whether it is a plain address, which nobody can make point elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@cache
def _own_hosts() -> frozenset[str]:
    own = socket.gethostname().lower()
    return frozenset({"localhost", own, f"{own}.local"})


def _is_ours(name: str) -> bool:
    allowed: tuple[str, ...] = current_app.config["ALLOWED_HOSTS"]
    return any(one in (ANY_HOST, name) or (one.startswith(ANY_BELOW) and name.endswith(one[1:])) for one in allowed)
