"""Turns: heavy work waits, drawings do not, and nobody waits for what cannot come in time."""

from __future__ import annotations

from io import BytesIO
from threading import Event, Thread

import pytest

from app import create_app
from app.config import Settings
from app.errors import TooMany
from app.reading.reader import Reader
from app.web.turns import AT_WORK, HEAVY_AT_ONCE, LIGHT_BODY, LONGEST_WAIT, STEP_ASIDE, THREADS, WAITED, Turns
from tests.pictures import encoded, seven
from tests.running import PATIENCE
from tests.web.refusals import refusal

SEVEN, LARGE = encoded(seven(280)), encoded(seven(2048))
ROW = [(BytesIO(SEVEN), "7.png") for _ in range(2)]
HEAVY = {
    "a large picture in few bytes": ("/predict", {"data": LARGE}),
    "the same, explained": ("/predict?explain=1", {"data": LARGE}),
    "the same, read twice": ("/lesson/roads", {"data": LARGE}),
    "many bytes": ("/predict", {"data": SEVEN.ljust(LIGHT_BODY + 1, b"\0")}),
    "a form of pictures": ("/lesson/row", {"data": {"picture": ROW}}),
}


@pytest.fixture(scope="module")
def busy():
    """An app that has as much heavy work as it may."""
    app = create_app(Settings(rate_limits=False))
    turns = app.extensions["turns"]
    for _ in range(HEAVY_AT_ONCE):
        assert turns._places.acquire(blocking=False)
    return app.test_client()


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_work_beyond_what_half_of_the_threads_do_is_sent_away_at_once(name, busy):
    path, options = HEAVY[name]
    response = busy.post(path, **options, headers={"Accept": "application/json"})
    assert refusal(response) == (429, "too_many")
    assert response.headers["Retry-After"] == "1"


@pytest.mark.parametrize("path", ["/predict", "/predict?explain=1", "/lesson/roads"])
def test_a_drawing_is_read_meanwhile(path, busy):
    assert busy.post(path, data=SEVEN).json["digit"] == 7


def test_pages_are_shown_meanwhile(busy):
    assert busy.get("/lesson").status_code == 200


STEPS_ASIDE = {
    "a drawing": ("POST", "/predict", {"data": SEVEN}, False),
    "a drawing, explained": ("POST", "/predict?explain=1", {"data": SEVEN}, False),
    "a large picture": ("POST", "/predict", {"data": LARGE}, True),
    "many bytes": ("POST", "/predict", {"data": SEVEN.ljust(LIGHT_BODY + 1, b"\0")}, True),
    "a page": ("GET", "/", {}, True),
    "what is not there": ("GET", "/nowhere", {}, True),
}


@pytest.mark.parametrize("name", STEPS_ASIDE)
def test_what_waits_or_takes_long_lets_the_next_request_begin(name, client):
    method, path, options, steps_aside = STEPS_ASIDE[name]
    asked: list[bool] = []
    client.open(path, method=method, environ_base={STEP_ASIDE: lambda: asked.append(True)}, **options)
    assert any(asked) is steps_aside


def test_one_small_picture_is_read_at_a_time(app, client):
    turns, answered = app.extensions["turns"], []
    with turns.reading:
        other = Thread(target=lambda: answered.append(app.test_client().post("/predict", data=SEVEN).status_code))
        other.start()
        assert client.post("/predict", json={"pixels": [[8] * 8] * 8}).status_code == 200, "what is no picture goes on"
        assert answered == []
    other.join(PATIENCE)
    assert answered == [200]


def test_a_store_on_another_machine_keeps_nobody_else_waiting(monkeypatch, app, client):
    monkeypatch.setitem(app.config, "RATE_STORE", "redis://127.0.0.1")
    asked: list[bool] = []
    client.post("/predict", data=SEVEN, environ_base={STEP_ASIDE: lambda: asked.append(True)})
    assert any(asked)


def test_half_of_the_threads_are_left_for_drawings():
    assert HEAVY_AT_ONCE == THREADS // 2
    assert AT_WORK <= HEAVY_AT_ONCE


def test_a_turn_ends_with_its_request(client, monkeypatch):
    for _ in range(2 * HEAVY_AT_ONCE):
        assert client.post("/predict", data=LARGE).json["digit"] == 7
    monkeypatch.setattr(Reader, "read", lambda *_: 1 / 0)
    for _ in range(2 * HEAVY_AT_ONCE):
        assert client.post("/predict", data=SEVEN.ljust(LIGHT_BODY + 1, b"\0")).status_code == 500


def test_who_finds_a_place_waits_until_those_at_work_are_done():
    turns, done = Turns(), Event()

    def work():
        turns.begin()
        done.set()
        turns.end()

    for _ in range(AT_WORK):
        turns.begin()
    waiting = Thread(target=work)
    waiting.start()
    assert not done.is_set()
    turns.let_others()
    turns.end()
    waiting.join()
    assert done.is_set()


def test_beyond_the_places_nobody_waits():
    turns = Turns()
    turns._places.acquire()
    for _ in range(HEAVY_AT_ONCE - 1):
        turns._places.acquire()
    with pytest.raises(TooMany):
        turns.begin()


@pytest.mark.parametrize(("waited", "status"), [(LONGEST_WAIT / 2, 200), (LONGEST_WAIT * 2, 429)])
def test_who_waited_too_long_already_is_sent_away_at_once(waited, status, client):
    response = client.post("/predict", data=SEVEN, environ_base={WAITED: waited})
    assert response.status_code == status


@pytest.mark.parametrize("path", ["/static/logo.svg", "/script/main.js", "/style/pad.css", "/health/live"])
def test_what_a_page_is_made_of_comes_however_long_it_waited(path, client):
    with client.get(path, environ_base={WAITED: LONGEST_WAIT * 2}) as reply:
        assert reply.status_code == 200


@pytest.mark.parametrize(("proxies", "status"), [(0, 200), (1, 429)])
def test_a_trusted_proxy_may_say_since_when_it_waits(proxies, status):
    client = create_app(Settings(rate_limits=False, trusted_proxies=proxies)).test_client()
    assert client.get("/health", headers={"X-Request-Start": "t=1000000000.000"}).status_code == status
