"""GET /report: a page for browsers, a picture for everything else, drawn once; a table and numbers to take along."""

from __future__ import annotations

import csv
import re
from io import StringIO

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
def test_a_browser_gets_a_page_with_the_numbers_and_the_picture_to_take_along(accept, client):
    response = client.get("/report", headers={"Accept": accept})
    assert response.mimetype == "text/html"
    assert "Accept" in response.vary
    assert 'href="/report.png" download="report.png"' in response.text
    assert "<img" not in response.text, "one matrix, not two"
    matrix = response.text.split('<table class="matrix">')[1].split("</table>")[0]
    assert len(re.findall(r"<td", matrix)) == 100
    assert len(re.findall(r'<th scope="row"', matrix)) == 10
    assert len(re.findall(r'<th scope="col"', matrix)) == 11


def test_the_picture_has_an_address_of_its_own(client):
    assert client.get("/report.png", headers={"Accept": CHROME}).mimetype == "image/png"


def test_the_notebooks_model_reads_as_the_notebook_says(app, client):
    numbers = app.extensions["serving"].now.lesson.evaluations["notebook", "test"]
    assert numbers.accuracy == 0.9488888888888889
    assert numbers.n == 450
    assert numbers.confusion[3][8] == 6
    page = client.get("/report?model=notebook", headers={"Accept": CHROME}).text
    assert "94.9" in page
    assert 'href="/report.png?model=notebook"' in page


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


@pytest.mark.parametrize(
    "path",
    [
        "/report?model=other",
        "/report.png?model=../card",
        "/report?model=",
        "/report?of=elsewhere",
        "/report.csv?model=forest&of=own",
        "/report.json?of=",
    ],
)
def test_what_was_not_measured_is_a_bad_request(path, client):
    response = client.get(path)
    assert response.status_code == 400
    assert response.json["error"]["code"] == "bad_request"


def test_the_report_is_only_looked_at(client):
    assert client.post("/report").status_code == 405


@pytest.mark.parametrize("model", ["served", "counts", "notebook", "forest", "gamma", "neighbours", "logistic"])
def test_every_model_of_the_lesson_has_a_report(model, client):
    page = client.get(f"/report?model={model}", headers={"Accept": CHROME})
    assert page.status_code == 200
    assert page.text.count('aria-current="true"') == 1 + ("of=own" in page.text)
    assert f'href="/report.png{"" if model == "served" else f"?model={model}"}"' in page.text
    assert f'<option value="{model}" selected>' in page.text


def test_a_number_leads_to_the_drawings_behind_it(client):
    page = client.get("/report?model=notebook", headers={"Accept": CHROME}).text
    link = "/report?model=notebook&amp;true=3&amp;read=8#behind"
    assert f'href="{link}"' in page
    behind = client.get(link.replace("&amp;", "&"), headers={"Accept": CHROME}).text.split('id="behind"')[1]
    assert behind.split("</section>")[0].count('class="digit-picture"') == 6


def test_without_a_number_all_slips_are_shown(client):
    behind = client.get("/report?model=notebook", headers={"Accept": CHROME}).text.split('id="behind"')[1]
    assert behind.split("</section>")[0].count('class="digit-picture"') == 23


@pytest.mark.parametrize("cell", ["true=3", "read=8", "true=3&read=10", "true=-1&read=0", "true=a&read=b"])
def test_a_number_that_is_not_in_the_matrix_is_a_bad_request(cell, client):
    assert client.get(f"/report?{cell}", headers={"Accept": CHROME}).status_code == 400


def test_the_matrix_can_be_taken_along_as_a_table(client):
    response = client.get("/report.csv?model=notebook")
    assert response.mimetype == "text/csv"
    rows = list(csv.reader(StringIO(response.text)))
    assert rows[0] == ["", *"0123456789"]
    assert rows[4] == ["3", "0", "0", "0", "37", "0", "2", "0", "2", "6", "0"]


def test_everything_can_be_taken_along_as_numbers(client):
    said = client.get("/report.json?model=forest").json
    assert said["model"] == {"name": "forest", "code": "RandomForestClassifier(random_state=0)"}
    assert (said["of"], said["n"], len(said["answers"])) == ("test", 450, 450)
    right = sum(one["true"] == one["read"] for one in said["answers"])
    assert said["accuracy"] == right / 450
    assert sum(bin["n"] for bin in said["reliability"]) == 450


def test_a_model_that_says_how_sure_it_is_shows_whether_it_may_be(client):
    assert '<svg class="graph"' in client.get("/report", headers={"Accept": CHROME}).text


def test_one_that_does_not_has_no_such_graph(client):
    assert '<svg class="graph"' not in client.get("/report?model=notebook", headers={"Accept": CHROME}).text


def test_our_own_drawings_are_read_and_shown_as_each_road_saw_them(client):
    ours, notebook = (client.get(f"/report.json?of=own&model={name}").json for name in ("served", "notebook"))
    assert ours["n"] == notebook["n"] >= 100
    assert ours["accuracy"] > notebook["accuracy"]
