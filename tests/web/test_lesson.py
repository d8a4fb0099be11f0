"""GET /lesson: six chapters in the visitor's language; and a drawing, or fifty, on both roads."""

from __future__ import annotations

import html
import json
import logging
import re
from io import BytesIO
from pathlib import Path

import pytest

from app.web.lesson import TOO_MANY_PICTURES
from tests.cases import no_picture, nothing_drawn

PROJECT = Path(__file__).parents[2]
DRAWINGS = PROJECT / "tests" / "drawings"
SNIPPETS = sorted((PROJECT / "templates" / "lesson" / "snippets").glob("*.py"))
PLOTS = sorted((PROJECT / "templates" / "lesson" / "plots").glob("*.py"))
PICTURE = 'class="digit-picture"'
CHAPTERS = ["data", "rows", "learning", "errors", "hand", "ablation"]
UNREADABLE = "not_an_image-text.png"  # in tests/drawings: counts as a picture and costs no reading
BROWSER = {"Accept": "text/html"}


def section(page: str, name: str) -> str:
    return page.split(f'<section id="{name}"')[1].split("</section>")[0]


def test_the_lesson_has_six_chapters(client):
    page = client.get("/lesson").text
    assert re.findall(r'<section id="(\w+)"', page) == CHAPTERS
    assert all(f'href="#{name}"' in page for name in CHAPTERS)


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.stem)
def test_every_snippet_is_shown_with_what_it_prints(path, client):
    page = html.unescape(client.get("/lesson").text)
    assert f"{path.read_text().rstrip()}</code>" in page
    assert f"{path.with_suffix('.txt').read_text().rstrip()}</samp>" in page


@pytest.mark.parametrize("path", PLOTS, ids=lambda path: path.stem)
def test_the_code_of_a_figure_is_shown_to_those_who_ask(path, client):
    page = html.unescape(client.get("/lesson").text)
    code = page.split(f"{path.read_text().rstrip()}</code>")[0].rsplit("<details", 1)[1]
    assert "Show the code" in code and "</details>" not in code


def test_the_notebook_can_be_taken_away(client):
    address = re.search(r'href="(\S+notebook\.ipynb)"', client.get("/lesson").text)[1]
    with client.get(address) as reply:
        assert reply.headers["Content-Disposition"] == "attachment; filename=notebook.ipynb"
        notebook = json.loads(reply.data)
    assert notebook["nbformat"] == 4 and len(notebook["cells"]) > 10


def test_the_first_hundred_stand_in_a_gallery(client):
    data = section(client.get("/lesson").text, "data")
    assert data.count(PICTURE) == 100
    assert data.count("<td") == 64


def test_the_numbers_of_the_notebook_are_on_the_page(client):
    learning = section(client.get("/lesson").text, "learning")
    assert "0.9488888888888889" in learning
    assert "427 of 450" in learning


@pytest.mark.parametrize(("model", "slips"), [("notebook", 23), ("gamma", 15), ("neighbours", 16)])
def test_chapter_four_shows_whose_answers_one_likes(model, slips, client):
    errors = section(client.get(f"/lesson?model={model}").text, "errors")
    assert errors.count(PICTURE) == 100 + slips
    assert errors.count('aria-current="true"') == 1
    assert "8&thinsp;→&thinsp;3" in errors


def test_the_confusion_matrix_is_a_heat_map_whose_numbers_lead_to_their_drawings(client):
    errors = section(client.get("/lesson").text, "errors")
    matrix = errors.split('<table class="matrix">')[1].split("</table>")[0]
    tints = re.findall(r'<td class="(\w+) t(\d+)">', matrix)
    assert [int(tone) for kind, tone in tints if kind == "right"] == pytest.approx([16] * 10, abs=2)
    assert tints[38] == ("slip", "8"), "six threes read as eights, more than any other"
    assert {tone for kind, tone in tints if kind == "none"} == {"0"}
    assert 'href="/report?model=notebook&amp;true=3&amp;read=8#behind"' in matrix


def test_ten_of_our_own_stand_in_a_row_as_both_roads_read_them(client, app):
    hand = section(client.get("/lesson").text, "hand")
    row = hand.split('<ol class="gallery own"')[1].split("</ol>")[0]
    assert row.count("<li>") == 10
    assert row.count(PICTURE) == 20
    lesson = app.extensions["serving"].now.lesson
    wrong = sum((one.notebook != one.truth) + (one.served != one.truth) for one in lesson.row)
    assert row.count("pipeline wrong") == wrong > 0
    assert f"Just shrunk, {10 - wrong} of ten are read right; prepared, 10." in hand


def test_a_model_that_was_not_measured_is_a_bad_request(client):
    assert client.get("/lesson?model=oracle").status_code == 400


def test_who_has_the_lesson_already_gets_only_a_nod(client):
    tag = client.get("/lesson").headers["ETag"]
    assert client.get("/lesson", headers={"If-None-Match": tag}).status_code == 304


def test_one_drawing_is_read_on_both_roads(client):
    response = client.post("/lesson/roads", data=(DRAWINGS / "0.png").read_bytes(), content_type="image/png")
    assert (response.json["digit"], response.json["notebook"]["digit"]) == (0, 4)
    assert len(response.json["notebook"]["pixels"]) == 8
    assert response.headers["Cache-Control"] == "no-store"


def test_the_roads_refuse_what_predict_refuses(client):
    asked = {
        415: no_picture()["cut at half"],
        422: nothing_drawn()["white"],
        400: b"",
    }
    for status, body in asked.items():
        assert client.post("/lesson/roads", data=body, content_type="image/png").status_code == status


def test_numbers_are_no_drawing(client):
    response = client.post("/lesson/roads", json={"pixels": [[16] * 8] * 8})
    assert (response.status_code, response.json["error"]["code"]) == (400, "bad_request")


def send(client, *names: str):
    files = [(BytesIO((DRAWINGS / name).read_bytes()), name) for name in names]
    return client.post("/lesson/row", data={"picture": files}, headers=BROWSER)


def test_many_pictures_get_a_row_of_answers(client):
    response = send(client, "0.png", "7-crossed.png", "not_an_image-text.png")
    rows = re.findall(r"<tr><th>([^<]+)</th>(.*?)</tr>", response.text.split("<tbody")[1], re.DOTALL)
    assert [name for name, _ in rows] == ["0.png", "7-crossed.png", "not_an_image-text.png"]
    assert 'class="wrong"' in rows[0][1]
    assert "not a picture I can open" in rows[2][1]
    assert response.headers["Cache-Control"] == "no-store"


def test_the_log_says_why_a_picture_of_many_was_refused(client, caplog):
    with caplog.at_level(logging.INFO):
        send(client, "7.png", UNREADABLE)
    (record,) = caplog.records
    assert record.getMessage().startswith("refused as not_an_image: ")


def test_fifty_pictures_are_welcome_and_fifty_one_too_many(client):
    answered = send(client, *[UNREADABLE] * 50)
    assert (answered.status_code, answered.text.count(f"<th>{UNREADABLE}</th>")) == (200, 50)
    for number in (51, 55, 100):
        refused = send(client, *[UNREADABLE] * number)
        assert refused.status_code == 400
        assert TOO_MANY_PICTURES in refused.text


def test_a_form_without_pictures_is_told_so(client):
    assert client.post("/lesson/row", data={"picture": (BytesIO(b""), "")}).status_code == 400


def test_whoever_reloads_the_answers_comes_back_to_the_form(client):
    assert client.get("/lesson/row").location == "/lesson#row"


def test_chapter_six_counts_the_slips_of_four_recipes(client):
    chapter = section(client.get("/lesson").text, "ablation")
    cells = re.findall(r"<td>(\d+)</td><td>(\d+)</td>\s*<td>(\d+|\D)</td></tr>", chapter)
    rows = [(int(exam), int(own)) for exam, own, _ in cells]
    assert rows[:2] == [(23, rows[0][1]), (23, rows[1][1])]
    assert [own for _, own in rows] == sorted((own for _, own in rows), reverse=True)
    assert len(rows) == 4
    unasked, *new_ways = (new for _, _, new in cells)
    assert not unasked.isdigit()
    assert 1000 > int(new_ways[0]) > int(new_ways[1]) > int(new_ways[2]) > 0
    address = html.unescape(re.search(r'href="(/report\S+)"', chapter)[1])
    assert f"({rows[2][0]})" in client.get(address, headers=BROWSER).text


def test_a_lesson_that_was_measured_without_test_drawings_has_five(app, client, monkeypatch):
    serving = app.extensions["serving"]
    without = serving.now._replace(lesson=serving.now.lesson._replace(shares=None))
    monkeypatch.setattr(serving, "now", without)
    assert re.findall(r'<section id="(\w+)"', client.get("/lesson").text) == CHAPTERS[:-1]


def test_the_border_can_be_seen_on_paper_and_without_scripts(client):
    page = client.get("/lesson").text
    figure = page.split('class="svm-still"')[1].split("</figure>")[0]
    n, ringed = map(int, re.findall(r"(\d+) digits, of which (\d+), the ringed ones", figure)[0])
    assert figure.count("<text ") == n == 361
    assert re.findall(r'class="ring" d="([^"]*)', figure)[0].count("M") == ringed
