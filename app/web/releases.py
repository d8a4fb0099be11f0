"""Which release a style, a script or a picture is of: its address says it, so that no page mixes two.

An address of this release's never changes what it stands for, and browsers keep it for good. One of another release is
not here any more, or not yet: a page of that release must not be given ours, nor a service worker keep half of each.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, request

from ..paths import PROJECT, STATIC, TRANSLATIONS

VERSION = "v"  # the part of an address that says it
VERSIONED = {"static", "scripts.script", "stylesheets.style"}  # endpoints
MADE_OF = (STATIC, PROJECT / "templates", TRANSLATIONS, Path(__file__).parent)  # a page and all that it loads
ENDS = {".css", ".html", ".js", ".json", ".po", ".png", ".py", ".svg", ".txt", ".webmanifest", ".webp"}
NAME_LENGTH = 12  # hex digits
FOR_GOOD = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Let an app's addresses say the release, and browsers keep what they stand for."""
    app.url_defaults(add_version)
    app.before_request(check_version)
    app.after_request(keep_for_good)


@cache
def release() -> str:
    """Return this release's name: a few hex digits that change whenever anything does that a page is made of."""
    digest = sha256()
    for folder in MADE_OF:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in ENDS):
            digest.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:NAME_LENGTH]


def add_version(endpoint: str, values: dict[str, Any]) -> None:
    """Add the release to an address that is being made."""
    if endpoint in VERSIONED:
        values.setdefault(VERSION, release())


def check_version() -> None:
    """Raise NotFound for what another release's page wants."""
    asked = _asked()
    if asked is not None and asked != release():
        abort(404)


def keep_for_good(response: Response) -> Response:
    """Return the reply, to be kept for good where its address says which release it is of."""
    asked = _asked()
    if asked is not None and response.status_code < 400 and asked == release():
        response.headers["Cache-Control"] = FOR_GOOD
    return response


def _asked() -> str | None:
    return request.args.get(VERSION) if request.endpoint in VERSIONED else None
