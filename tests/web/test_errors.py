"""Errors: one shape for programs, a page for people, and nothing of ours shown to either."""

from __future__ import annotations

import logging

import pytest

from app import create_app
from app.config import Settings
from app.errors import AlteredModel
from app.web.errors import FAULT, MALFORMED, NAMED, STATUS
from tests.sentences import sentences

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def broken():
    app = create_app(Settings(rate_limits=False))

    @app.get("/fault")
    def fault():
        raise RuntimeError("a secret of ours")

    @app.get("/altered")
    def altered():
        raise AlteredModel(path="/somewhere/secret")

    return app.test_client()


@pytest.mark.parametrize("accept", [{}, {"Accept": "*/*"}, {"Accept": "application/json"}])
def test_a_program_gets_json(accept, client):
    response = client.get("/nowhere", headers=accept)
    assert response.status_code == 404
    error = {
        "code": "not_found",
        "message": "There is nothing at this address.",
        "id": response.headers["X-Request-ID"],
    }
    assert response.json == {"error": error}


def test_a_person_gets_a_page(client):
    response = client.get("/nowhere", headers=PAGE)
    assert response.status_code == 404
    assert response.mimetype == "text/html"
    assert "There is nothing at this address." in response.text
    assert response.headers["X-Request-ID"] in response.text
    assert "Accept" in response.vary


@pytest.mark.parametrize("host", ["a..b", "x" * 64, "127.0.0.1.."])
def test_under_a_name_that_is_none_a_person_gets_json_too(host, client):
    response = client.get("/", headers={**PAGE, "Host": host})
    assert (response.status_code, response.json["error"]["code"]) == (400, "bad_request")


def test_the_verbs_that_would_work_are_named(client):
    response = client.delete("/health")
    assert response.status_code == 405
    assert response.json["error"]["code"] == "method_not_allowed"
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("path", ["/fault", "/altered"])
@pytest.mark.parametrize("headers", [{}, PAGE])
def test_a_fault_shows_a_reference_and_logs_the_rest(path, headers, broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = broken.get(path, headers=headers)
    assert response.status_code == 500
    assert "secret" not in response.text
    (record,) = caplog.records
    assert record.args[0] == response.headers["X-Request-ID"]
    assert record.args[0] in response.text
    assert record.exc_info


def test_another_fault_of_the_request_is_not_told_of_as_a_picture(client):
    response = client.get("/static/js/main.js", headers={"Range": "bytes=9999999-"})
    assert (response.status_code, response.json["error"]["code"]) == (416, "bad_request")
    assert "picture" not in response.json["error"]["message"]


def test_messages_come_in_the_visitors_language(client):
    english, japanese = (
        client.post("/predict", json={"pixels": [[0] * 8] * 8}, headers={"Accept-Language": language})
        for language in ("en", "ja")
    )
    assert english.json["error"]["code"] == japanese.json["error"]["code"] == "blank"
    assert english.json["error"]["message"] == "Nothing is drawn yet."
    assert japanese.json["error"]["message"] == "まだ何も書かれていません。"
    assert "Accept-Language" in japanese.vary


def test_whatever_an_error_may_say_to_a_visitor_has_translations():
    told = [FAULT, *(error.message for error in STATUS), *(message for _, message in [*NAMED.values(), MALFORMED])]
    assert set(told) <= sentences()
