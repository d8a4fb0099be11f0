"""The rate limiter: room for a class behind one address, none for a flood."""

from __future__ import annotations

from io import BytesIO

import pytest

from app import create_app
from app.config import Settings
from app.errors import TooMany
from app.web.rate_limiter import RateLimiter
from tests.pictures import encoded, seven

SEVEN = encoded(seven(64))


@pytest.fixture(scope="module")
def limited():
    return create_app(Settings())


@pytest.fixture
def narrow(limited):
    """A client of an app that lets two requests an hour in."""
    limited.extensions["rate_limiter"] = RateLimiter("2 per hour")
    return limited.test_client()


def test_each_address_is_counted_by_itself():
    limiter = RateLimiter("2 per hour")
    for address in ("10.0.0.1", "10.0.0.2"):
        limiter.hit(address)
        limiter.hit(address)
        with pytest.raises(TooMany) as refused:
            limiter.hit(address)
        assert 1 <= refused.value.facts["seconds"] <= 3600


def test_past_the_rate_a_visitor_is_told_how_long_to_wait(narrow):
    statuses = [narrow.post("/predict", data=SEVEN, content_type="image/png").status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    response = narrow.post("/predict", data=SEVEN, content_type="image/png")
    assert response.json["error"]["code"] == "too_many"
    assert 1 <= int(response.headers["Retry-After"]) <= 3600
    assert response.headers["Retry-After"] in response.json["error"]["message"]


def test_looking_is_never_counted(narrow):
    assert {narrow.get("/health").status_code for _ in range(5)} == {200}


def test_refused_pictures_count_too(narrow):
    statuses = [narrow.post("/predict", data=b"no picture").status_code for _ in range(3)]
    assert statuses == [415, 415, 429]


def test_a_class_drawing_behind_one_address_is_let_in():
    limiter = RateLimiter()
    for _ in range(30 * 10):
        limiter.hit("10.0.0.1")


def test_every_picture_of_a_form_is_counted(narrow):
    two, one = ({"picture": [(BytesIO(b"no picture"), "7.png") for _ in range(many)]} for many in (2, 1))
    assert [narrow.post("/lesson/row", data=data).status_code for data in (two, one)] == [200, 429]


def test_the_setting_takes_the_limits_away(app, limited):
    assert "rate_limiter" in limited.extensions
    assert "rate_limiter" not in app.extensions
