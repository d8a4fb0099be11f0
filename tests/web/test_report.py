"""GET /report: a page for browsers, a picture for everything else, drawn once."""

from __future__ import annotations

import re

import pytest

PNG = b"\x89PNG\r\n\x1a\n"
CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"


@pytest.mark.parametrize("accept", [None, "*/*", "image/png", "image/*", "application/json", "image/avif,*/*;q=0.8"])
def test_whoever_asks_for_nothing_special_gets_the_picture(accept, client):
    response = client.get("/report", headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    assert response.mimetype == "image/png"
    assert response.data.startswith(PNG)
    assert "Accept" in response.vary


@pytest.mark.parametrize("accept", [CHROME, "text/html", "text/html;q=0.9, image/png;q=0.1"])
def test_a_browser_gets_a_page_with_the_picture_and_its_numbers(accept, client):
    response = client.get("/report", headers={"Accept": accept})
    assert response.mimetype == "text/html"
    assert "Accept" in response.vary
    assert 'src="/report.png"' in response.text
    assert len(re.findall(r"<td", response.text)) == 100
    assert len(re.findall(r'<th scope="row"', response.text)) == 10
    assert len(re.findall(r'<th scope="col"', response.text)) == 11


def test_the_picture_has_an_address_of_its_own(client):
    assert client.get("/report.png", headers={"Accept": CHROME}).mimetype == "image/png"


def test_the_notebooks_model_reads_as_the_notebook_says(app, client):
    numbers = app.extensions["reader"].card["report"]["notebook"]
    assert numbers["accuracy"] == 0.9488888888888889
    assert numbers["n"] == 450
    assert numbers["confusion"][3][8] == 6
    page = client.get("/report?model=notebook", headers={"Accept": CHROME}).text
    assert "94.9" in page
    assert 'src="/report.png?model=notebook"' in page


@pytest.mark.parametrize("path", ["/report", "/report.png", "/report?model=notebook"])
@pytest.mark.parametrize("accept", [CHROME, "image/png"])
def test_who_has_it_already_gets_only_a_nod(path, accept, client):
    first = client.get(path, headers={"Accept": accept})
    again = client.get(path, headers={"Accept": accept, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == first.headers["ETag"]


def test_page_and_pictures_are_never_taken_for_each_other(client):
    tags = {
        client.get(path, headers={"Accept": accept}).headers["ETag"]
        for path in ("/report", "/report?model=notebook")
        for accept in (CHROME, "image/png")
    }
    assert len(tags) == 4


@pytest.mark.parametrize("path", ["/report?model=other", "/report.png?model=../card", "/report?model="])
def test_a_model_that_is_not_there_is_a_bad_request(path, client):
    response = client.get(path)
    assert response.status_code == 400
    assert response.json["error"]["code"] == "bad_request"


def test_the_report_is_only_looked_at(client):
    assert client.post("/report").status_code == 405
