"""/pen: one phone at a time draws on the big screen, and nothing of it is kept."""

from __future__ import annotations

import os
import signal
import warnings
from threading import Thread

import pytest

from app.web import pen_memory
from tests.running import PATIENCE
from tests.web.refusals import refusal

ONE, TWO = "1" * 32, "2" * 32
LINE = [[0, 0, 4096, 8192]]


@pytest.fixture
def phone(event_site, presenter):
    presenter.press("/pen", pen="on")

    def send(key=ONE, strokes=LINE, ask=False, live=False):
        body = {"key": key, "strokes": strokes, "ask": ask, "live": live}
        return event_site.test_client().post("/pen/strokes", json=body)

    yield send
    presenter.press("/pen", pen="off")


def test_what_the_phone_draws_is_on_the_big_screen(phone, visitor):
    assert visitor.get("/pen/now").json == {"state": "free", "strokes": [], "live": False}
    assert phone(ask=True, live=True).json == {"state": "yours"}
    shown = visitor.get("/pen/now")
    assert shown.json == {"state": "held", "strokes": LINE, "live": True}
    assert visitor.get("/pen/now", headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304


def test_a_second_phone_waits(phone, visitor):
    phone(ONE, ask=True)
    assert phone(TWO, [[1, 1]], ask=True).json == {"state": "wait"}
    assert visitor.get("/pen/now").json["strokes"] == LINE


def test_a_pen_that_was_taken_away_comes_back_only_to_who_asks(phone, presenter, visitor):
    phone(ask=True)
    presenter.press("/pen", pen="take")
    assert visitor.get("/pen/now").json == {"state": "free", "strokes": [], "live": False}
    assert phone().json == {"state": "gone"}
    assert phone(TWO, ask=True).json == {"state": "yours"}


def test_who_draws_nothing_new_has_put_the_pen_down(phone, visitor, monkeypatch):
    now = pen_memory.monotonic()
    phone(ask=True)
    for later, state in ((19, "yours"), (21, "gone")):
        monkeypatch.setattr(pen_memory, "monotonic", lambda later=later: now + later)
        assert phone().json == {"state": state}
    assert visitor.get("/pen/now").json["state"] == "free"


def test_without_the_presenter_there_is_no_pen(phone, presenter):
    presenter.press("/pen", pen="off")
    assert phone(ask=True).json == {"state": "off"}


@pytest.mark.parametrize(
    "strokes", [None, "x", [[1]], [[]], [[1, "2"]], [[1, -1]], [[1, 8193]], [[1, 2.5]], [[True, 1]], {"a": 1}]
)
def test_what_are_no_strokes_is_refused(phone, strokes):
    assert refusal(phone(strokes=strokes)) == (400, "bad_request")


def test_a_sheet_that_is_too_full_is_refused(phone):
    assert refusal(phone(strokes=[[1] * 4002])) == (413, "too_large")
    assert phone(strokes=[[8192] * 4000], ask=True).json == {"state": "yours"}


@pytest.mark.parametrize("body", ["[" * 60_000, "{", "7", "", '{"key": NaN}'])
def test_what_is_no_object_is_refused(body, phone, event_site):
    sent = event_site.test_client().post("/pen/strokes", data=body, content_type="application/json")
    assert refusal(sent) == (400, "bad_request")


def test_what_a_killed_worker_left_half_written_is_forgotten():
    memory = pen_memory.PenMemory()
    memory.switch(True)
    memory._memory[4:9] = b"[[[[["
    assert memory.look() == {"state": "off", "strokes": [], "live": False}
    memory.switch(True)
    assert memory.draw(ONE, LINE, is_live=False, asks=True) == "yours"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one process alone")
def test_a_worker_that_is_killed_while_it_changes_something_holds_up_nobody():
    memory = pen_memory.PenMemory()
    told, tell = os.pipe()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # the child does next to nothing
        worker = os.fork()
    if not worker:
        with memory._changing():
            os.write(tell, b"1")
            signal.pause()
    os.read(told, 1)
    waiting = Thread(target=memory.switch, args=(True,))
    waiting.start()
    os.kill(worker, signal.SIGKILL)
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
    os.waitpid(worker, 0)
    assert memory.look()["state"] == "free"
    os.close(told)
    os.close(tell)
