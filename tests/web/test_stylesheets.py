"""One style a page, joined from rooms of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.config import PROJECT
from app.web.stylesheets import PAGES

PARTS = sorted(path.stem for path in (PROJECT / "static" / "css").glob("*.css"))


@pytest.mark.parametrize("page", PAGES)
def test_a_pages_style_holds_its_parts_in_their_order(client, page):
    response = client.get(f"/style/{page}.css")
    parts = [Path(PROJECT, "static", "css", f"{part}.css").read_text(encoding="utf-8") for part in PAGES[page]]
    assert (response.status_code, response.mimetype) == (200, "text/css")
    assert response.text == "\n".join(parts)


@pytest.mark.parametrize("path", ["/", "/ten", "/lesson", "/report", "/nothing-here"])
def test_every_page_has_one_stylesheet_that_is_there(client, path):
    links = re.findall(
        r'<link rel="stylesheet" href="([^"]+)">', client.get(path, headers={"Accept": "text/html"}).text
    )
    assert len(links) == 1
    assert client.get(links[0]).status_code == 200


def test_no_part_is_left_over():
    assert PARTS == sorted({part for parts in PAGES.values() for part in parts})


def test_a_style_that_did_not_change_is_not_sent_again(client):
    first = client.get("/style/pad.css")
    again = client.get("/style/pad.css", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_there_is_no_other_style(client):
    assert client.get("/style/../site.css").status_code == 404
    assert client.get("/style/tokens.css").status_code == 404
