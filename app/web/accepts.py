"""What kind of reply a client asked for."""

from flask import Request

PAGE = "text/html"


def wants_page(request: Request, instead_of: str = "application/json") -> bool:
    """Return whether the client would rather have a page than the other kind; one that does not care gets the other."""
    return request.accept_mimetypes[PAGE] > request.accept_mimetypes[instead_of]
