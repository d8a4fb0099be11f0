"""What tests of `/predict` share."""

from __future__ import annotations

import pytest

from tests.pictures import encoded, seven

SEVEN = encoded(seven())


@pytest.fixture
def post(client):
    """Post a body, then a good picture, which must be read whatever came before it."""

    def send(data: object, content_type: str = "image/png", **options: object):
        response = client.post("/predict", data=data, content_type=content_type, **options)
        assert client.post("/predict", data=SEVEN, content_type="image/png").json["digit"] == 7
        return response

    return send
