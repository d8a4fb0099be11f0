"""What tests of `/predict` share, and those of `/teach` and of an event."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.teaching.school import School
from tests.pictures import encoded, seven
from tests.teaching.conftest import Written, written
from tests.web.event import Presenter, event_app

SEVEN = encoded(seven())


@pytest.fixture
def post(client):
    """Post a body, then a good picture, which must be read whatever came before it."""

    def send(data: object, content_type: str = "image/png", **options: object):
        response = client.post("/predict", data=data, content_type=content_type, **options)
        assert client.post("/predict", data=SEVEN, content_type="image/png").json["digit"] == 7
        return response

    return send


@pytest.fixture(scope="session")
def hands() -> Written:
    return written()


@pytest.fixture(scope="session")
def ready(app):
    """The app once scikit-learn is loaded."""
    school: School = app.extensions["school"]
    school.begin()
    school._loading.result(30)
    return app


@pytest.fixture
def teach(ready, client):
    def send(**body):
        return client.post(f"/teach{body.pop('query', '')}", json=body, headers=body.pop("headers", None))

    return send


@pytest.fixture(scope="module")
def event_site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app with events, shared by the tests of a file: each begins an event of its own."""
    return event_app(tmp_path_factory.mktemp("event"))


@pytest.fixture
def presenter(event_site: Flask) -> Presenter:
    """The presenter of an event that has just begun and keeps drawings."""
    return Presenter(event_site).signed_in().begin()


@pytest.fixture
def visitor(event_site: Flask, presenter: Presenter) -> FlaskClient:
    """Somebody at that event."""
    return event_site.test_client()
