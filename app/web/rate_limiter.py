"""How often one address may ask: enough for a whole class behind it, too little for a flood."""

from math import ceil
from time import time

from flask import Flask, current_app, request
from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from ..errors import TooMany

# One who draws without a pause asks 10 times a second; thirty at once share a school's address.
RATES = "300 per second; 12000 per minute"
NO_ADDRESS = "unknown"  # a server on a socket file knows none


class RateLimiter:
    """Counts the requests of each address."""

    def __init__(self, rates: str = RATES) -> None:
        self._rates: list[RateLimitItem] = parse_many(rates)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def hit(self, address: str, cost: int = 1) -> None:
        """Count so many requests of an address. Raise TooMany, with the seconds to wait, past a rate."""
        for rate in self._rates:
            if not self._limiter.hit(rate, address, cost=cost):
                wait = self._limiter.get_window_stats(rate, address).reset_time - time()
                raise TooMany(seconds=max(1, ceil(wait)))


def init_app(app: Flask) -> None:
    """Let an app count every request that makes the reader work, unless its settings say no."""
    if app.config["RATE_LIMITS"]:
        app.extensions["rate_limiter"] = RateLimiter()
        app.before_request(lambda: hit() if request.method == "POST" else None)


def hit(cost: int = 1) -> None:
    """Count so many requests as this visitor's. Raise TooMany past a rate."""
    limiter: RateLimiter | None = current_app.extensions.get("rate_limiter")
    if limiter and cost:
        limiter.hit(request.remote_addr or NO_ADDRESS, cost)
