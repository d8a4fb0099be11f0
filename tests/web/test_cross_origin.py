"""Pages of the sites that ALLOWED_ORIGINS names may have drawings read, and do nothing else here."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.config import Settings
from app.web.cross_origin import OPEN
from tests.pictures import encoded, seven
from tests.web.event import event_app

SCHOOL = "https://school.example"
FROM_SCHOOL = {"Origin": SCHOOL, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
PART = re.compile("<[^>]+>")  # of a route's address
SEVEN = encoded(seven())


@pytest.fixture(scope="module")
def open_site() -> Flask:
    return create_app(Settings(rate_limits=False, allowed_origins=(SCHOOL,)))


@pytest.fixture
def visitor(open_site: Flask) -> Iterator[FlaskClient]:
    with open_site.test_client() as client:
        yield client


def allowed(response) -> dict[str, str]:
    return {name: value for name, value in response.headers if name.startswith("Access-Control-")}


def test_an_allowed_page_has_its_drawing_read(visitor):
    response = visitor.post("/predict", data=SEVEN, content_type="image/png", headers=FROM_SCHOOL)
    assert response.json["digit"] == 7
    assert allowed(response)["Access-Control-Allow-Origin"] == SCHOOL
    assert "Origin" in response.vary


def test_its_browser_may_ask_first(visitor):
    response = visitor.options("/predict", headers=FROM_SCHOOL | PREFLIGHT)
    said = allowed(response)
    assert response.status_code == 200
    assert "POST" in said["Access-Control-Allow-Methods"]
    assert said["Access-Control-Allow-Headers"] == "Content-Type"


def test_an_allowed_page_may_read_what_was_wrong(visitor):
    response = visitor.post("/predict", data=b"no picture", content_type="image/png", headers=FROM_SCHOOL)
    assert response.status_code == 415
    assert allowed(response)["Access-Control-Allow-Origin"] == SCHOOL


@pytest.mark.parametrize("path", ["/map.json", "/map.png", "/openapi.json"])
def test_it_may_look_at_what_belongs_to_that(path, visitor):
    assert allowed(visitor.get(path, headers=FROM_SCHOOL))["Access-Control-Allow-Origin"] == SCHOOL


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"{SCHOOL}.evil.example", f"{SCHOOL}:8443", ""])
def test_nobody_else_may(origin, visitor):
    headers = FROM_SCHOOL | {"Origin": origin}
    assert visitor.post("/predict", data=SEVEN, headers=headers).status_code == 403
    response = visitor.options("/predict", headers=headers | PREFLIGHT)
    assert allowed(response) == {}
    assert "Origin" in response.vary  # a cache must not give it to the one who may


def test_a_page_that_names_no_origin_is_another_sites(visitor):
    assert visitor.post("/predict", data=SEVEN, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_no_other_route_is_open_to_them(tmp_path):
    site = event_app(tmp_path, allowed_origins=(SCHOOL,))
    client = site.test_client()
    for rule in site.url_map.iter_rules():
        if rule.endpoint in OPEN:
            continue
        address = PART.sub("1", rule.rule)
        for method in ("OPTIONS", *(rule.methods & {"POST", "DELETE"})):
            response = client.open(address, method=method, headers=FROM_SCHOOL | PREFLIGHT)
            assert allowed(response) == {}, address
            assert method == "OPTIONS" or response.status_code == 403, address
    for address in ("/", "/presenter", "/wall.json", "/teach", "/report.json"):
        assert allowed(client.get(address, headers=FROM_SCHOOL)) == {}, address


def test_no_reply_is_ever_in_a_visitors_name(open_site, visitor):
    for path in (rule.rule for rule in open_site.url_map.iter_rules() if rule.endpoint in OPEN):
        assert "Access-Control-Allow-Credentials" not in allowed(visitor.get(path, headers=FROM_SCHOOL))


def test_without_the_setting_nothing_is_said(client):
    assert allowed(client.options("/predict", headers=FROM_SCHOOL | PREFLIGHT)) == {}
    assert client.post("/predict", data=SEVEN, headers=FROM_SCHOOL).status_code == 403
