"""/wall and its JSON: small, and sent again only when something has changed."""

from __future__ import annotations

import re

from app.store import drawings, events
from tests.pictures import encoded, seven
from tests.store.told import kept

SEVEN = encoded(seven())


def test_the_wall_is_there_for_everybody(visitor):
    assert 'data-wall="/wall.json"' in visitor.get("/wall").text


def test_while_nothing_changes_the_wall_is_not_sent_again(visitor):
    first = visitor.get("/wall.json")
    again = visitor.get("/wall.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, first.headers["Cache-Control"]) == (304, b"", "no-cache")
    visitor.post("/drawings?label=7", data=SEVEN)
    assert visitor.get("/wall.json", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_full_wall_is_small(visitor, event_site):
    visitor.post("/drawings?label=7&keep=1", data=SEVEN)
    store = event_site.extensions["event_state"].store
    (one,) = drawings.latest(store, events.current(store), 1)
    for _ in range(24):
        drawings.add(store, kept(picture=one.picture))
    response = visitor.get("/wall.json")
    assert len(response.json["sheets"]) == 21
    assert len(response.data) < 64 * 1024


def test_the_qr_code_leads_to_where_this_site_was_found(visitor):
    text = visitor.get("/wall", base_url="http://192.0.2.7:8000").text
    assert "http://192.0.2.7:8000/" in text
    assert re.search(r"<svg[^>]*><path", text[text.index('class="join"') :])


def test_where_only_this_machine_is_served_there_is_no_code(visitor, event_site, monkeypatch):
    assert 'class="join"' not in visitor.get("/wall").text
    monkeypatch.setitem(event_site.config, "ADDRESSES", ["http://127.0.0.1:8000", "http://192.0.2.9:8000"])
    assert "http://192.0.2.9:8000/" in visitor.get("/wall").text
