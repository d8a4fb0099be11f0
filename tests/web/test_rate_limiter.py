"""The rate limiter: room for a class behind one address, none for a flood, whatever the flood consists of."""

from __future__ import annotations

import time
from io import BytesIO

import pytest

from app import create_app
from app.config import Settings
from app.errors import StoreAway, TooMany
from app.web import rate_limiter
from app.web.rate_limiter import LOOK, RateLimiter, group_of
from app.web.rate_store import InMemory, Rate
from tests.pictures import encoded, seven

SEVEN = encoded(seven(64))


@pytest.fixture(scope="module")
def limited():
    return create_app(Settings())


@pytest.fixture
def narrow(limited):
    """A client of an app that lets every address do a millisecond's work an hour: whatever comes first."""
    limited.extensions["rate_limiter"] = RateLimiter([Rate(1, seconds=3600)])
    return limited.test_client()


def is_let_in(limiter: RateLimiter, address: str) -> bool:
    try:
        limiter.check(address)
    except TooMany:
        return False
    return True


def test_each_address_is_counted_by_itself():
    limiter = RateLimiter([Rate(20, seconds=3600)])
    limiter.charge("10.0.0.1", 19)
    assert is_let_in(limiter, "10.0.0.1")
    limiter.charge("10.0.0.1", 100)
    assert not is_let_in(limiter, "10.0.0.1")
    assert is_let_in(limiter, "10.0.0.2")


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
    ],
)
def test_one_household_is_one_visitor_however_many_addresses_it_has(address, group):
    assert group_of(address) == group


def test_a_clock_that_is_set_back_locks_nobody_out(monkeypatch):
    limiter = RateLimiter([Rate(20, seconds=1)])
    limiter.charge("10.0.0.1", 20)
    now, clock = time.time(), time.monotonic()
    monkeypatch.setattr(time, "time", lambda: now - 3600)
    monkeypatch.setattr(limiter, "_now", lambda: clock + 2)  # two seconds later, by the clock that nobody sets
    assert is_let_in(limiter, "10.0.0.1")
    assert RateLimiter()._now is time.monotonic


def test_what_a_window_counted_is_forgotten_with_it():
    store, rate = InMemory(), Rate(20, seconds=1)
    for number in range(1000):
        store.add(rate, f"10.0.{number % 250}.{number}", window=7, cost=20)
    store.add(rate, "10.0.0.1", window=8, cost=5)
    assert [store.get(rate, group, window=8) for group in ("10.0.0.1", "10.0.1.1")] == [5, 0]
    assert sum(len(counts) for _, counts in store._counts.values()) == 1


def test_everybody_is_let_in_while_the_store_does_not_answer(narrow, monkeypatch, caplog):
    def away(*_: object) -> int:
        raise StoreAway(reason="nobody at the door")

    monkeypatch.setattr(InMemory, "get", away)
    statuses = [narrow.post("/predict", data=SEVEN, content_type="image/png").status_code for _ in range(2)]
    assert statuses == [200, 200]
    assert "nobody at the door" in caplog.text


def test_past_the_rate_a_visitor_is_told_how_long_to_wait(narrow):
    statuses = [narrow.post("/predict", data=SEVEN, content_type="image/png").status_code for _ in range(2)]
    assert statuses == [200, 429]
    response = narrow.post("/predict", data=SEVEN, content_type="image/png")
    assert response.json["error"]["code"] == "too_many"
    assert 1 <= int(response.headers["Retry-After"]) <= 3600
    assert response.headers["Retry-After"] in response.json["error"]["message"]


WORK = {
    "a drawing": ("POST", "/predict", {"data": SEVEN}),
    "what is no picture": ("POST", "/predict", {"data": b"no picture"}),
    "a form of pictures": ("POST", "/lesson/row", {"data": {"picture": (BytesIO(b"no picture"), "7.png")}}),
    "the choice of a language": ("POST", "/language", {"data": {"language": "ja"}}),
    "a page": ("GET", "/lesson", {}),
    "a page that is not there": ("GET", "/nowhere", {}),
}


@pytest.mark.parametrize("name", WORK)
def test_all_work_counts(name, narrow):
    method, path, options = WORK[name]
    assert narrow.open(path, method=method, **options).status_code < 429
    assert narrow.get("/").status_code == 429


def test_work_is_counted_by_the_time_that_it_takes(narrow, monkeypatch):
    charged = []
    monkeypatch.setattr(RateLimiter, "charge", lambda self, address, cost: charged.append(cost))
    clock = iter([10.0, 10.250])
    monkeypatch.setattr(rate_limiter, "thread_time", lambda: next(clock))
    narrow.post("/predict", data=SEVEN)
    assert charged == [250]


def test_a_look_costs_little_though_it_is_the_first_after_a_start(narrow, monkeypatch):
    charged = []
    monkeypatch.setattr(RateLimiter, "charge", lambda self, address, cost: charged.append(cost))
    clock = iter([10.0, 12.0])
    monkeypatch.setattr(rate_limiter, "thread_time", lambda: next(clock))
    narrow.get("/health")
    assert charged == [LOOK]


def test_who_is_sent_away_is_charged_nothing(narrow, monkeypatch):
    narrow.get("/health")
    monkeypatch.setattr(RateLimiter, "charge", lambda *_: pytest.fail("charged"))
    assert narrow.get("/health").status_code == 429


def test_a_class_drawing_behind_one_address_is_let_in():
    limiter = RateLimiter([Rate(800, seconds=1)])
    for _ in range(30 * 8):
        limiter.check("10.0.0.1")
        limiter.charge("10.0.0.1", 3)


def test_the_setting_takes_the_limits_away(app, limited):
    assert "rate_limiter" in limited.extensions
    assert "rate_limiter" not in app.extensions
