"""GET /kiosk: a page for a stand that nobody attends, what its pen writes, and the code that leaves it."""

from __future__ import annotations

import re

import pytest

from app import create_app
from app.config import Settings
from app.errors import StoreAway
from app.web.kiosk import STROKES
from app.web.languages import names
from app.web.rate_store import InMemory


@pytest.fixture(scope="module")
def coded():
    return create_app(Settings(rate_limits=False, kiosk_code="4711", kiosk_idle=20))


def test_nothing_on_the_page_leads_away(client):
    page = client.get("/kiosk")
    assert page.status_code == 200
    assert re.findall(r'<a [^>]*href="([^"]*)"', page.text) == ["#main"]
    assert 'data-idle="45"' in page.text and "data-asks-code" not in page.text


def test_the_settings_reach_the_page_but_the_code_does_not(coded):
    page = coded.test_client().get("/kiosk").text
    assert 'data-idle="20"' in page and "data-asks-code" in page
    assert "4711" not in page


def test_the_pen_has_every_digit_to_write_within_the_sheet(client):
    with client.get("/kiosk/strokes.json") as response:
        drawings = response.json
    assert {one["digit"] for one in drawings} == set(range(10))
    places = [place for one in drawings for line in one["lines"] for point in line for place in point]
    assert 0.05 < min(places) and max(places) < 0.95


def test_a_model_without_strokes_leaves_the_pen_nothing_to_write(client, app, tmp_path, monkeypatch):
    serving = app.extensions["serving"]
    monkeypatch.setattr(serving, "now", serving.now._replace(folder=tmp_path))
    assert not (tmp_path / STROKES).exists()
    assert client.get("/kiosk/strokes.json").status_code == 404


def test_only_the_code_leaves_the_kiosk(coded):
    client = coded.test_client()
    for wrong in ({}, {"code": ""}, {"code": "4712"}, {"code": "四七一一"}):
        refused = client.post("/kiosk/leave", data=wrong)
        assert (refused.status_code, refused.json["error"]["code"]) == (403, "wrong_code")
    assert client.post("/kiosk/leave", data={"code": "4711"}).json == {"left": True}


def test_who_tries_one_code_after_another_is_told_to_wait():
    client = create_app(Settings(rate_limits=False, kiosk_code="4711")).test_client()
    statuses = [client.post("/kiosk/leave", data={"code": f"{code:04}"}).status_code for code in range(11)]
    assert statuses == [403] * 10 + [429]
    assert client.post("/kiosk/leave", data={"code": "4711"}).status_code == 429


def test_without_a_code_the_long_press_is_enough_whether_tries_can_be_counted_or_not(client, monkeypatch):
    def away(*_: object) -> int:
        raise StoreAway(reason="nobody at the door")

    monkeypatch.setattr(InMemory, "get", away)
    assert client.post("/kiosk/leave", data={"code": ""}).json == {"left": True}


def test_what_the_presenter_sets_reaches_every_stand(event_site, presenter):
    stand = event_site.test_client()
    before = stand.get("/kiosk/now").json["release"]
    presenter.press("/settings", keep="on", ask="20", ring="9", pen="4", languages=["ja"])
    page = stand.get("/kiosk", headers={"Accept-Language": "en"}).text
    assert 'data-idle="20" data-ring="9" data-pen="4"' in page
    assert '<html lang="ja">' in page and 'name="language"' not in page
    after = stand.get("/kiosk/now").json["release"]
    assert f'data-release="{after}"' in page and after != before
    assert stand.get("/", headers={"Accept-Language": "en"}).text.count('<html lang="en">') == 1
    presenter.press("/settings", keep="on", ask="", languages=list(names()))
    assert stand.get("/kiosk/now").json["release"] == before


@pytest.mark.parametrize("wrong", ["-1", "4.5", "soon", "3601", "9" * 30])
def test_a_time_that_is_none_changes_nothing(event_site, presenter, wrong):
    presenter.press("/settings", ask="20")
    assert presenter.press("/settings", ask=wrong).status_code == 400
    assert 'data-idle="20"' in event_site.test_client().get("/kiosk").text
