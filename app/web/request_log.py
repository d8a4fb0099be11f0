"""A name for each request, and a line about it for who runs the site: what was asked, never by whom or with what."""

from __future__ import annotations

import json
import logging
import sys
from secrets import token_hex

LOG = logging.getLogger("eight_by_eight.requests")
NO_ROUTE = "none"  # of an address that is none of ours: the address itself may say who asked


def open_log() -> None:
    """Let each request be a line of JSON on the standard output."""
    LOG.handlers = [logging.StreamHandler(sys.stdout)]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def new_id() -> str:
    """Return a name for a request."""
    return token_hex(8)


def log_request(name: str, method: str, route: str, status: int, seconds: float) -> None:
    """Write a request's line, if there is a log."""
    if LOG.handlers:
        facts = {"id": name, "method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        LOG.info(json.dumps(facts))
