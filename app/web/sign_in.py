"""Who knows the passcode is the presenter: a signed cookie says so for a day's work, and every form carries a token."""

from __future__ import annotations

from base64 import b32encode
from datetime import timedelta
from typing import cast

from flask import Flask, current_app, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFError, CSRFProtect  # type: ignore[import-untyped]  # it ships no types
from werkzeug.wrappers import Response

from ..errors import N_, BadRequest
from ..store import Store
from .rate_limiter import RateLimiter
from .rate_store import Rate
from .tries import is_right

TRIES = (Rate(10, seconds=600),)  # wrong ones, of one address; a million take two years
LENGTH = 8  # characters of a random passcode: 40 bits
LIFE = timedelta(hours=12)  # of the cookie: a long day
COOKIE = "presenter"
SIGNED_IN = "presenter"
STALE = N_("That page is too old. Go back, load it again, and press once more.")


class PresenterSession(SecureCookieSessionInterface):
    """Flask's signed cookie, for this site alone, and by TLS alone where it came by TLS."""

    def get_cookie_path(self, app: Flask) -> str:
        """Return the prefix that the site lies under."""
        return request.script_root or "/"

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether the browser may send it by TLS only."""
        return request.is_secure


def init_app(app: Flask, store: Store, passcode: str) -> None:
    """Let an app know its presenter by a passcode, the same for all servers of the store where none is given."""
    app.config.update(
        PASSCODE=passcode or b32encode(bytes.fromhex(store.signed("passcode")))[:LENGTH].decode().lower(),
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=LIFE,
        WTF_CSRF_CHECK_DEFAULT=False,  # only the presenter's forms carry a token: other pages keep nothing
        WTF_CSRF_TIME_LIMIT=None,  # as long as the cookie
    )
    app.config["SECRET_KEY"] = store.signed("cookie", app.config["PASSCODE"])  # a new passcode signs everybody out
    app.session_interface = PresenterSession()
    app.extensions["tries"] = RateLimiter(TRIES, app.config["RATE_STORE"])
    CSRFProtect(app)


def is_presenter() -> bool:
    """Return whether whoever asks has shown the passcode."""
    return bool(session.get(SIGNED_IN))


def require_presenter() -> Response | None:
    """Return the way to the passcode for anybody but the presenter."""
    return None if is_presenter() else redirect(url_for("presenter.index"), code=303)


def check_token() -> None:
    """Raise BadRequest when a form does not carry the token that was given to this browser."""
    try:
        current_app.extensions["csrf"].protect()
    except CSRFError as error:
        raise BadRequest(STALE) from error


def try_passcode(said: str) -> bool:
    """Return whether this is the passcode; then the browser is the presenter's. Raise as `is_right` does."""
    tries = cast(RateLimiter, current_app.extensions["tries"])
    if not is_right(tries, said.strip(), current_app.config["PASSCODE"]):
        return False
    session.clear()
    session[SIGNED_IN] = True
    session.permanent = True
    return True


def sign_out() -> None:
    """Forget that this browser is the presenter's."""
    session.clear()
