"""How often one address may ask: enough for a whole class behind it, too little for a flood."""

from __future__ import annotations

from math import ceil
from time import time

from flask import Flask, current_app, request
from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from ..errors import TooMany

# One who draws without a pause asks 10 times a second; thirty at once share a school's address.
RATES = "300 per second; 12000 per minute"
NOBODY = "unknown"  # a server on a socket file knows no addresses


class Turnstile:
    """Counts the requests of each address."""

    def __init__(self, rates: str = RATES) -> None:
        self._rates: list[RateLimitItem] = parse_many(rates)
        self._counter = FixedWindowRateLimiter(MemoryStorage())

    def enter(self, address: str, pictures: int = 1) -> None:
        """Count so many pictures, each as a request; raises TooMany, with the seconds to wait, past a rate."""
        for rate in self._rates:
            if not self._counter.hit(rate, address, cost=pictures):
                wait = self._counter.get_window_stats(rate, address).reset_time - time()
                raise TooMany(seconds=max(1, ceil(wait)))


def init(app: Flask) -> None:
    """Put a turnstile before everything in an app that makes the reader work, unless its settings say no."""
    if app.config["RATE_LIMITS"]:
        app.extensions["turnstile"] = Turnstile()
        app.before_request(lambda: count(1) if request.method == "POST" else None)


def count(pictures: int) -> None:
    """Count so many pictures as this visitor's. Raises TooMany."""
    turnstile: Turnstile | None = current_app.extensions.get("turnstile")
    if turnstile and pictures:
        turnstile.enter(request.remote_addr or NOBODY, pictures)
