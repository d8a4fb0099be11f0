"""GET /embed: the pad in a frame of another site's page, where FRAME_ANCESTORS names it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from app import create_app
from app.config import Settings
from tests.pictures import encoded, seven

SCHOOL = "https://school.example"


@pytest.fixture(scope="module")
def visitor() -> Iterator[FlaskClient]:
    with create_app(Settings(rate_limits=False, frame_ancestors=(SCHOOL,))).test_client() as client:
        yield client


def test_without_the_setting_there_is_none(client):
    assert client.get("/embed").status_code == 404


def test_it_alone_may_be_framed_and_only_by_whom_the_setting_names(visitor):
    said = visitor.get("/embed").headers
    assert f"frame-ancestors {SCHOOL}" in said["Content-Security-Policy"]
    assert "X-Frame-Options" not in said
    for path in ("/", "/map", "/report", "/kiosk", "/privacy", "/nowhere"):
        said = visitor.get(path, headers={"Accept": "text/html"}).headers
        assert "frame-ancestors 'none'" in said["Content-Security-Policy"], path
        assert said["X-Frame-Options"] == "DENY"


def test_anybody_may_where_the_setting_says_so():
    client = create_app(Settings(rate_limits=False, frame_ancestors=("*",))).test_client()
    assert "frame-ancestors *" in client.get("/embed").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("query", "language"), [("?lang=ja", "ja"), ("?lang=en", "en"), ("?lang=xx", "ja"), ("", "ja")]
)
def test_the_address_says_the_language(query, language, visitor):
    response = visitor.get(f"/embed{query}", headers={"Accept-Language": "ja"})
    assert response.headers["Content-Language"] == language
    assert f'data-predict="/predict?lang={language}"' in response.text


def test_its_answers_are_in_that_language_too(client):
    response = client.post("/predict?lang=ja", data=b"no picture", headers={"Accept-Language": "en"})
    assert response.headers["Content-Language"] == "ja"
    assert client.post("/predict", data=encoded(seven())).status_code == 200


@pytest.mark.parametrize(
    ("query", "style"), [("?theme=dark", "embed-dark"), ("?theme=light", "embed-light"), ("?theme=x", "embed")]
)
def test_the_address_says_light_or_dark(query, style, visitor):
    assert f"/style/{style}.css?" in visitor.get(f"/embed{query}").text


def test_a_theme_holds_whatever_the_system_is(client):
    for theme in ("light", "dark"):
        text = client.get(f"/style/embed-{theme}.css").text
        assert f"color-scheme: {theme}" in text
        assert "prefers-color-scheme" not in text


def test_it_leads_out_of_its_frame_alone(visitor):
    page = visitor.get("/embed").text
    assert page.count("<a ") - page.count('class="skip') == page.count('target="_blank" rel="noopener"') == 2
    assert "<form" not in page
