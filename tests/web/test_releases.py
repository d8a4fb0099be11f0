"""Addresses say the release: what they stand for is kept for good, and no page is given another release's."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest

from app.web.releases import release

PAGE = {"Accept": "text/html"}
FOR_GOOD = "public, max-age=31536000, immutable"
LINK = re.compile(r'(?:href|src|data-style)="([^"#:]*/(?:style|script|static)/[^"]+)"')


@pytest.mark.parametrize("page", ["/", "/ten", "/lesson", "/report"])
def test_all_that_a_page_loads_is_of_its_release_and_kept_for_good(page, client):
    links = LINK.findall(client.get(page, headers=PAGE).text)
    assert {urlsplit(link).query for link in links} == {f"v={release()}"}
    for link in links:
        with client.get(link) as response:
            assert (response.status_code, response.headers["Cache-Control"]) == (200, FOR_GOOD), link


def test_so_is_what_a_script_loads_later(client):
    text = re.sub(r"/\*.*?\*/", "", client.get(f"/script/main.js?v={release()}").text, flags=re.DOTALL)
    later = re.findall(r'import\("\./([^"]+)"\)', text)
    assert {urlsplit(link).query for link in later} == {f"v={release()}"}
    worker = client.get("/service-worker.js").text
    assert [link for link in later if f'"script/{urlsplit(link).path}"' not in worker] == [], "without a network too"


@pytest.mark.parametrize("path", ["/script/main.js", "/style/pad.css", "/static/logo.svg"])
def test_another_releases_is_not_here(path, client):
    response = client.get(path, query_string={"v": "of-old"})
    assert response.status_code == 404
    assert "immutable" not in response.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/script/main.js", "/style/pad.css", "/static/logo.svg", "/service-worker.js"])
def test_without_a_release_browsers_ask_each_time(path, client):
    with client.get(path) as response:
        assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")


def test_the_worker_is_this_releases_own(client):
    assert f'const RELEASE = "{release()}";' in client.get("/service-worker.js").text


def test_a_release_is_another_when_a_template_changes(tmp_path, monkeypatch):
    page = tmp_path / "page.html"
    names = set()
    monkeypatch.setattr("app.web.releases.MADE_OF", (tmp_path,))
    for text in ("one", "two"):
        page.write_text(text)
        names.add(release.__wrapped__())
    assert len(names) == 2


@pytest.mark.parametrize("path", ["/script/main.js", "/style/pad.css", "/service-worker.js"])
def test_it_travels_packed_to_who_unpacks_it(path, client):
    plain, packed = client.get(path), client.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert (plain.headers.get("Content-Encoding"), packed.headers["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in plain.vary
    assert client.get(path, headers={"Accept-Encoding": "gzip;q=0"}).data == plain.data
