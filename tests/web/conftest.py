"""What tests of `/predict` share, and those of `/teach`."""

from __future__ import annotations

import pytest

from app.teaching.school import School
from tests.pictures import encoded, seven
from tests.teaching.conftest import Written, written

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
