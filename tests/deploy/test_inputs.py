"""Whatever is sent, the answer is one that /openapi.json describes: `make inputs` sends a hundred thousand."""

from __future__ import annotations

import os

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from app import create_app
from app.config import Settings
from tests.deploy.inputs import ALLOWED, DRAWN_TO, READ_BY_ADDRESS, REQUESTS, Sent

pytestmark = pytest.mark.deploy

INPUTS = int(os.environ.get("INPUTS", "600"))
UNCHANGED, NO_RANGE = 304, 416  # HTTP's own answers to If-None-Match and Range, which any look may be given

app = create_app(Settings(rate_limits=False, allowed_origins=(ALLOWED,)))
client = app.test_client()
described = client.get("/openapi.json").json


def schema_for(answer: dict, kind: str) -> dict:
    """The schema of a response with one content type; what it mentions goes along."""
    if "$ref" in answer:
        answer = described["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return {**answer["content"][kind]["schema"], "components": described["components"]}


def send(sent: Sent):
    return client.open(sent.path, method=sent.method, query_string=sent.query, headers=sent.headers, data=sent.body)


@settings(
    max_examples=INPUTS,
    deadline=None,
    derandomize=INPUTS < 10_000,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(REQUESTS)
def test_every_answer_is_a_described_one(sent: Sent) -> None:
    response = send(sent)
    assert response.status_code < 500, response.text
    if response.status_code in (UNCHANGED, NO_RANGE):
        return
    answers = described["paths"][sent.path][sent.method.lower()]["responses"]
    assert str(response.status_code) in answers, response.text
    if response.mimetype == "text/html":  # a person's error
        assert response.status_code >= 400
        return
    schema = schema_for(answers[str(response.status_code)], response.mimetype)
    if response.is_json:
        Draft202012Validator(schema).validate(response.json)


def test_the_description_has_every_route_that_is_sent_to() -> None:
    assert {*READ_BY_ADDRESS, *DRAWN_TO, "/health/ready"} == set(described["paths"])


@pytest.mark.parametrize("path", ["/predict", "/lesson/roads"])
def test_an_undescribed_answer_would_be_noticed(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself: an answer without its digit does not fit."""
    assert isinstance(app, Flask)
    schema = schema_for(described["paths"][path]["post"]["responses"]["200"], "application/json")
    assert not Draft202012Validator(schema).is_valid({"confidence": 1})
