"""/wall and its JSON: small, and sent again only when something has changed."""

from __future__ import annotations

import re
from threading import Thread

from app.store import drawings, events, shown
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
    (one,) = shown.latest(store, events.current(store), 1)
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


def test_the_map_has_what_is_kept_and_shown_where_the_five_nearest_say(visitor, event_site, presenter):
    visitor.post("/drawings?label=7", data=SEVEN)
    assert visitor.get("/wall.json").json["points"] == []
    kept_one = visitor.post("/drawings?label=7&keep=1", data=SEVEN).json["id"]
    visitor.post("/drawings?label=1&keep=1", data=SEVEN)
    wrong, right = visitor.get("/wall.json").json["points"]
    place = visitor.post("/predict?explain=map", data=SEVEN).json["map"]
    assert right == [round(500 * place["x"]), round(500 * place["y"]), 1] and wrong == [*right[:2], 0]
    presenter.press(f"/hide/{kept_one}", hide="on")
    assert visitor.get("/wall.json").json["points"] == [wrong]
    presenter.press("/settings", keep="on")
    assert visitor.get("/wall.json").json["points"] == []


def test_a_drawing_that_is_kept_later_comes_to_the_map_then(visitor):
    key = "0" * 31 + "1"
    visitor.post(f"/drawings?label=7&key={key}", data=SEVEN)
    visitor.post(f"/drawings?label=7&key={key}&keep=1", data=SEVEN)
    assert len(visitor.get("/wall.json").json["points"]) == 1


def all_are_placed(event_site) -> Thread | None:
    """The thread that placed drawings last; it has ended."""
    thread = event_site.extensions["wall_map"]._placing
    if thread:
        thread.join()
    return thread


def test_on_the_map_of_another_model_drawings_are_placed_anew(visitor, event_site, monkeypatch):
    squares = {"pixels": [[0, 0, 0, 16, 16, 0, 0, 0]] * 8}
    visitor.post("/drawings?label=7&keep=1", data=SEVEN)
    visitor.post("/drawings?label=1&keep=1", json=squares)
    before = visitor.get("/wall.json").json
    all_are_placed(event_site)
    other = event_site.extensions["serving"].now.digit_map
    monkeypatch.setattr(other, "fingerprint", "of another")
    monkeypatch.setattr(other, "places", 1 - other.places)
    after = visitor.get("/wall.json").json
    assert after["points"] == [] and after["map"]["points"] != before["map"]["points"]
    all_are_placed(event_site)
    assert visitor.get("/wall.json").json["points"] == [[500 - x, 500 - y, right] for x, y, right in before["points"]]


def test_what_cannot_be_read_any_more_is_looked_at_once(visitor, event_site):
    store = event_site.extensions["event_state"].store
    drawings.add(store, kept(map_x=0.5, map_y=0.5, map_name="of another"))
    wall_map = event_site.extensions["wall_map"]
    all_are_placed(event_site)
    assert visitor.get("/wall.json").json["points"] == []
    first = all_are_placed(event_site)
    assert visitor.get("/wall.json").json["points"] == []
    assert wall_map._placing is first
