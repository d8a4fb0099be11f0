"""How much work one address may ask for: enough for a whole class behind it, too little for a flood.

Work is counted in milliseconds of the processor, whatever was asked: a drawing costs three, a large photo or a form of
fifty pictures a hundred times as much, a look at a page as much as writing it takes. So the rates fit every machine.
"""

from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import monotonic, thread_time, time

from flask import Flask, Response, current_app, g, request
from limits import RateLimitItem, parse_many
from limits.errors import ConfigurationError, StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from ..errors import SettingError, TooMany
from .request_checks import SAFE_METHODS
from .turns import ALIVE

# One who draws without a pause asks 8 times a second, for 3 ms each; thirty at once share a school's address.
RATES = "800 per second; 30000 per minute"
NO_ADDRESS = "unknown"  # a server on a socket file knows none
HOUSEHOLD = 64  # bits of an IPv6 address that name one customer's network, in which anyone has as many as he likes
IN_MEMORY = "memory://"
PATIENCE = 0.2  # s for a store on another machine; without its answer everybody is let in
NO_REDIS = "it needs the package redis, which deploy/requirements.txt names."
LOOK = 20  # ms that any look costs at most: what the first one after a start prepares serves all
PER_SECOND = 1000  # ms


class RateLimiter:
    """Counts the work of each address, in ms, in fixed windows of time.

    A window's number is part of the name that it is counted under, so that a clock that is set back locks nobody out.
    """

    def __init__(self, rates: str = RATES, store: str = IN_MEMORY) -> None:
        """Raise SettingError where the store needs a package that is not there."""
        self._rates: list[RateLimitItem] = parse_many(rates)
        patience = {} if store == IN_MEMORY else {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        try:
            storage = storage_from_string(store, wrap_exceptions=True, **patience)
        except ConfigurationError as error:
            raise SettingError(name="RATE_STORE", value=store, reason=NO_REDIS) from error
        self._limiter = FixedWindowRateLimiter(storage)
        self._now = monotonic if isinstance(storage, MemoryStorage) else time  # what those who share the store agree on

    def check(self, address: str) -> None:
        """Raise TooMany, with the seconds to wait, when an address has used up what a rate allows."""
        for rate in self._rates:
            if not self._limiter.test(rate, group_of(address), self._window(rate)):
                raise TooMany(seconds=ceil(rate.get_expiry() - self._now() % rate.get_expiry()) or 1)

    def charge(self, address: str, cost: int) -> None:
        """Count so many ms of work as an address's."""
        for rate in self._rates:
            self._limiter.hit(rate, group_of(address), self._window(rate), cost=cost)

    def _window(self, rate: RateLimitItem) -> str:
        return str(int(self._now() // rate.get_expiry()))


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
    except StorageError as error:
        current_app.logger.warning("the store of the rates does not answer: %s", error)
        return
    g.began = thread_time()


def charge(response: Response) -> Response:
    """Return the reply, after what it took was counted; who was sent away did no work."""
    if "began" in g:
        cost = max(1, round((thread_time() - g.pop("began")) * PER_SECOND))
        cost = min(cost, LOOK) if request.method in SAFE_METHODS else cost
        try:
            _limiter().charge(_address(), cost)
        except StorageError as error:
            current_app.logger.warning("the store of the rates does not answer: %s", error)
    return response


def _limiter() -> RateLimiter:
    limiter: RateLimiter = current_app.extensions["rate_limiter"]
    return limiter


def _address() -> str:
    return request.remote_addr or NO_ADDRESS
