"""How much work one address may ask for: enough for a whole class behind it, too little for a flood.

Work is counted in milliseconds of the processor, whatever was asked: a drawing costs three, a large photo or a form of
fifty pictures a hundred times as much, a look at a page as much as writing it takes. So the rates fit every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import thread_time

from flask import Flask, Response, current_app, g, request

from ..errors import Message, StoreAway, TooMany
from .rate_store import IN_MEMORY, Rate, open_rate_store
from .request_checks import SAFE_METHODS
from .turns import ALIVE

# One who draws without a pause asks 8 times a second, for 3 ms each; thirty at once share a school's address.
RATES = (Rate(800, seconds=1), Rate(30_000, seconds=60))
NO_ADDRESS = "unknown"  # a server on a socket file knows none
HOUSEHOLD = 64  # bits of an IPv6 address that name one customer's network, in which anyone has as many as he likes
LATELY = 1024  # addresses whose group is remembered
LOOK = 20  # ms that any look costs at most: what the first one after a start prepares serves all
PER_SECOND = 1000  # ms


class RateLimiter:
    """Counts the work of each address, in ms, in fixed windows of time.

    A window is counted under its number, so that a clock that is set back locks nobody out.
    """

    def __init__(self, rates: Sequence[Rate] = RATES, store: str = IN_MEMORY) -> None:
        """Raise SettingError where the store needs a package that is not there."""
        self._rates = rates
        self._store = open_rate_store(store)
        self._now = self._store.now

    def check(self, address: str, message: Message = TooMany.message) -> None:
        """Raise TooMany, with the seconds to wait, when an address has used up what a rate allows; StoreAway."""
        group = group_of(address)
        for rate in self._rates:
            if self._store.get(rate, group, self._window(rate)) >= rate.most:
                raise TooMany(message, seconds=ceil(rate.seconds - self._now() % rate.seconds) or 1)

    def charge(self, address: str, cost: int) -> None:
        """Count so many ms of work as an address's. Raise StoreAway."""
        group = group_of(address)
        for rate in self._rates:
            self._store.add(rate, group, self._window(rate), cost)

    def _window(self, rate: Rate) -> int:
        return int(self._now() // rate.seconds)


@lru_cache(LATELY)
def group_of(address: str) -> str:
    """Return what an address is counted under: itself, or the network that one IPv6 customer has to himself."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(ip, IPv6Address):
        return str(ip)
    return str(ip.ipv4_mapped or ip_network((ip, HOUSEHOLD), strict=False))


def init_app(app: Flask) -> None:
    """Let an app count the work of every request, unless its settings say no."""
    if app.config["RATE_LIMITS"]:
        app.extensions["rate_limiter"] = RateLimiter(store=app.config["RATE_STORE"])
        app.before_request(check)
        app.after_request(charge)


def check() -> None:
    """Raise TooMany when this visitor has used up what one may; the work begins here otherwise."""
    if request.endpoint == ALIVE:
        return
    try:
        _limiter().check(_address())
    except StoreAway as error:
        _warn(error)
        return
    g.began = thread_time()


def charge(response: Response) -> Response:
    """Return the reply, after what it took was counted; who was sent away did no work."""
    if "began" in g:
        cost = max(1, round((thread_time() - g.pop("began")) * PER_SECOND))
        cost = min(cost, LOOK) if request.method in SAFE_METHODS else cost
        try:
            _limiter().charge(_address(), cost)
        except StoreAway as error:
            _warn(error)
    return response


def _limiter() -> RateLimiter:
    limiter: RateLimiter = current_app.extensions["rate_limiter"]
    return limiter


def _warn(error: StoreAway) -> None:
    current_app.logger.warning("the store of the rates does not answer: %s", error.facts["reason"])


def _address() -> str:
    return request.remote_addr or NO_ADDRESS
