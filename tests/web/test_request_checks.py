"""The request checks: the site is called by its own names, and only its own pages send it orders."""

from __future__ import annotations

import pytest

from app import create_app
from app.config import Settings
from tests.pictures import encoded, seven

SEVEN = encoded(seven())


def predict(client, **headers: str):
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/predict", data=SEVEN, content_type="image/png", headers=names)


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "localhost.", "LOCALHOST:", "127.0.0.1:8000", "192.168.0.17:8000", "[::1]:8000"],
)
def test_an_address_or_this_machines_name_is_always_right(host, client):
    assert client.get("/health", headers={"Host": host}).status_code == 200


FOREIGN = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.nip.io",
    "",
    "a b",
    "[::1",
    "@",
    "a..b",
    "x" * 64,
    "evil@127.0.0.1",
    "evil:x@localhost",
    "127.0.0.1/",
    "localhost..",
    "localhost:80:80",
]


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_not_ours_is_refused(host, client):
    for path in ("/health", "/", "/predict"):
        response = client.get(path, headers={"Host": host})
        assert response.status_code == 400
        assert response.json["error"]["code"] == "bad_request"


@pytest.mark.parametrize(
    ("allowed", "status"),
    [
        (("demo.example",), 200),
        (("*",), 200),
        (("*.example",), 200),
        (("other.example",), 400),
        (("*.demo.example",), 400),
    ],
)
def test_names_can_be_allowed(allowed, status):
    client = create_app(Settings(allowed_hosts=allowed)).test_client()
    assert client.get("/health", headers={"Host": "Demo.example:80"}).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost", "Sec_Fetch_Site": "same-origin"},
        {"Origin": "https://digits.example", "Sec_Fetch_Site": "same-origin"},  # a proxy said another Host
        {"Sec_Fetch_Site": "none"},
    ],
)
def test_our_own_page_and_plain_programs_are_read(headers, client):
    assert predict(client, **headers).json["digit"] == 7


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://localhost:9999"},
        {"Origin": "http://localhost", "Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_another_websites_page_is_turned_away(headers, client):
    response = predict(client, **headers)
    assert response.status_code == 403
    assert response.json["error"]["code"] == "cross_site"


def test_a_link_from_another_website_may_lead_here(client):
    assert client.get("/health", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
