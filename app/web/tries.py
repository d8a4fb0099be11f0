"""Words that only some know: a passcode, a code. Whoever guesses has a few tries."""

from __future__ import annotations

from hmac import compare_digest

from flask import request

from ..errors import N_
from .rate_limiter import RateLimiter

TOO_MANY_TRIES = N_("Too many tries. Wait %(seconds)s seconds and try again.")


def is_right(tries: RateLimiter, said: str, secret: str) -> bool:
    """Return whether this is the word; a wrong one is counted for its sender's address.

    Raise TooMany for who has tried too often, StoreAway where tries cannot be counted.
    """
    address = request.remote_addr or ""
    tries.check(address, TOO_MANY_TRIES)
    if compare_digest(said.encode(), secret.encode()):
        return True
    tries.charge(address, 1)
    return False
