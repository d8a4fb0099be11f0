"""What every reply says about its use: no script from elsewhere, no frame elsewhere, no guessing of types.

By hand, because Flask-Talisman is one package more to set the same six constants, and forces HTTPS unless told not to.
"""

from flask import Flask, Response, current_app, request

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",  # what the canvas makes is a blob
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
FRAMED = "embed.index"  # the endpoint that other sites' pages may show in a frame
YEAR = 365 * 24 * 3600  # s for which a browser that came by TLS comes by nothing else


def policy(ancestors: str) -> str:
    """Return the Content-Security-Policy of a reply that these may show in a frame."""
    return "; ".join(f"{what} {where}" for what, where in (POLICY | {"frame-ancestors": ancestors}).items())


HEADERS = {
    "Content-Security-Policy": policy("'none'"),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def init_app(app: Flask) -> None:
    """Put the headers on every reply of an app."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Return the reply with the headers that it does not set itself."""
    own = set(response.headers.keys(lower=True))
    for name, value in HEADERS.items():
        if name.lower() not in own:
            response.headers.add(name, value)
    if request.endpoint == FRAMED:
        del response.headers["X-Frame-Options"]  # it knows nobody but ourselves
        response.headers["Content-Security-Policy"] = policy(" ".join(current_app.config["FRAME_ANCESTORS"]))
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # for pages that isolate themselves
    if request.is_secure and not current_app.config["OWN_CERTIFICATE"]:  # which nobody need believe next time
        response.headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}")
    return response
