"""Every reply forbids what the pages do not need."""

from __future__ import annotations

import re

import pytest

from app import create_app
from app.config import Settings

PAGE = {"Accept": "text/html"}


@pytest.mark.parametrize("path", ["/", "/report", "/health", "/nowhere", "/static/nothing.js"])
@pytest.mark.parametrize("headers", [{}, PAGE])
def test_every_reply_says_how_it_may_be_used(path, headers, client):
    said = client.get(path, headers=headers).headers
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    policy = said["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)


@pytest.mark.parametrize("path", ["/", "/report", "/nowhere"])
def test_no_page_needs_what_the_policy_forbids(path, client):
    page = client.get(path, headers=PAGE).text
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", page)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", page)
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)


@pytest.mark.parametrize(
    ("proto", "proxies", "is_secure"), [("https", 1, True), ("http", 1, False), ("https", 0, False)]
)
def test_behind_tls_the_browser_comes_by_tls_alone(proto, proxies, is_secure):
    client = create_app(Settings(rate_limits=False, trusted_proxies=proxies)).test_client()
    headers = {"X-Forwarded-Proto": proto, "X-Forwarded-Prefix": "/digits"}
    response = client.post("/language", data={"language": "ja"}, headers=headers)
    assert ("Strict-Transport-Security" in response.headers) is is_secure
    cookie = response.headers["Set-Cookie"]
    assert ("Secure" in cookie) is is_secure
    assert f"Path={'/digits' if proxies else '/'}" in cookie.split("; ")


@pytest.mark.parametrize("name", ["If-Modified-Since", "If-Unmodified-Since", "If-Range"])
@pytest.mark.parametrize("path", ["/static/logo.svg", "/report", "/style/pad.css"])
def test_an_impossible_date_is_passed_over(name, path, client):
    date = "Mon, 01 Jan 999999999999999999999 00:00:00 GMT"
    assert client.get(path, headers={name: date}, buffered=True).status_code == 200


def test_a_picture_that_is_sent_is_never_empty(client):
    etag = client.get("/report.png").headers["ETag"]
    response = client.get("/report.png", headers={"If-None-Match": etag, "If-Match": etag})
    assert response.status_code == 304 or response.data


@pytest.mark.parametrize("name", ["Accept", "Accept-Language"])
def test_an_absurdly_long_list_of_what_is_accepted_is_passed_over(name, client):
    response = client.get("/report", headers={"Accept": "text/html", name: "text/html,ja," * 1000})
    assert response.headers["Content-Type"] == ("image/png" if name == "Accept" else "text/html; charset=utf-8")


def test_nor_is_it_read_for_who_is_sent_away(client):
    response = client.get("/", headers={"Host": "evil.example", "Accept-Language": "ja," * 5000})
    assert (response.status_code, response.headers["Content-Language"]) == (400, "en")
