"""What docs/security.md claims: each row's test is there, and what no other file tests is tested here."""

from __future__ import annotations

import re

import pytest

from app.paths import PROJECT
from tests.pictures import encoded, seven

SEVEN = encoded(seven())


def test_every_test_that_the_table_names_is_there():
    named = set(re.findall(r"`(test_\w+)`", (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")))
    texts = [path.read_text(encoding="utf-8") for path in (PROJECT / "tests").rglob("test_*.py")]
    there = {name for text in texts for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}
    assert len(named) > 20
    assert named <= there


def test_an_answer_is_kept_by_nobody(client):
    for path in ("/predict", "/lesson/roads", "/nothing"):
        assert client.post(path, data=SEVEN).headers["Cache-Control"] == "no-store"


def test_a_program_may_look_at_what_is_for_looking_and_draw_by_post_alone(client):
    for path in ("/predict", "/lesson/roads"):
        assert client.get(path, query_string={"image": "data:image/png;base64,AA"}).status_code == 405


@pytest.mark.parametrize("path", ["/", "/predict", "/static/logo.svg", "/nothing"])
def test_no_header_names_a_version(path, client):
    with client.get(path) as response:
        said = " ".join(value for name, value in response.headers if name.lower() in ("server", "x-powered-by", "via"))
    assert not re.search(r"\d", said)


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_no_page_elsewhere_may_read_a_reply(method, client):
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    response = client.open("/health" if method == "GET" else "/predict", method=method, headers=headers)
    assert not [name for name, _ in response.headers if name.startswith("Access-Control-")]
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
