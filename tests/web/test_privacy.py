"""/privacy says what this server does with drawings just now, and so does the foot of every page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.store import events
from tests.pictures import encoded, seven

SEVEN = encoded(seven())

NOTHING = "nothing is kept"
IF_YOU_SAY_SO = "kept only if you say so"


@pytest.mark.parametrize("path", ["/", "/ten", "/lesson", "/report", "/privacy"])
def test_a_server_without_events_keeps_nothing_and_says_so(path, client):
    text = client.get(path, headers={"Accept": "text/html"}).text
    assert NOTHING in text
    assert 'href="/privacy"' in text


def test_without_events_there_is_nothing_to_take_back(client):
    text = client.get("/privacy").text
    assert "I keep nothing" in text
    assert "Take it back" not in text


def test_an_event_that_only_counts_says_so(presenter, visitor):
    presenter.press("/settings", wall="on")
    assert "I only count" in visitor.get("/privacy").text
    assert NOTHING in visitor.get("/").text
    assert 'data-keeps=""' in visitor.get("/").text


def test_an_event_that_keeps_drawings_says_how_long(visitor):
    text = visitor.get("/privacy").text
    assert "Keep my drawing and show it" in text
    assert "deleted after 30 days" in text
    assert "here on the wall" in text
    assert IF_YOU_SAY_SO in visitor.get("/").text


def test_what_was_kept_long_enough_is_deleted_whoever_looks(visitor, event_site, monkeypatch):
    visitor.post("/drawings?label=7&keep=1", data=SEVEN)
    now, state = events.this_hour(), event_site.extensions["event_state"]
    for days, left in ((30, 1), (31, 0)):
        monkeypatch.setattr(events, "this_hour", lambda days=days: now + timedelta(days=days))
        state.forget()
        assert len(visitor.get("/wall.json").json["sheets"]) == left
    assert visitor.get("/wall.json").json["n"] == 1


def test_a_wall_that_is_off_is_not_promised(presenter, visitor):
    presenter.press("/settings", keep="on")
    assert "here on the wall" not in visitor.get("/privacy").text


def test_the_log_holds_no_drawing_and_no_address(visitor, caplog):
    visitor.post("/drawings?label=7&keep=1", data=b"hello", environ_base={"REMOTE_ADDR": "192.0.2.55"})
    visitor.post("/drawings?label=7&keep=1", data=b"", environ_base={"REMOTE_ADDR": "192.0.2.55"})
    assert "refused as not_an_image" in caplog.text
    assert "192.0.2.55" not in caplog.text
    assert "hello" not in caplog.text
