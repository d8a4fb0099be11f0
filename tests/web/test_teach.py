"""`/teach`: the machine that a visitor teaches, by what is posted and what comes back."""

from __future__ import annotations

import json
import os
from io import BytesIO

import numpy as np
import pytest
from sklearn.svm import SVC

from app.errors import NotReady
from app.teaching.school import School
from app.web.teach import QUICK
from app.web.turns import HEAVY_AT_ONCE
from tests.web.lessons import data_url, shown
from tests.web.refusals import refusal


def test_an_empty_machine_knows_nothing(teach):
    response = teach()
    assert (response.status_code, response.json) == (200, {})
    assert response.headers["Cache-Control"] == "no-store"


def test_a_drawing_comes_back_as_the_row_that_teaches_and_with_what_the_reader_says(teach, client, hands):
    reply = teach(drawing=data_url(hands.pictures[7])).json
    assert reply["row"] == hands.rows[7].tolist()
    assert reply["house"] == client.post("/predict", data=hands.pictures[7]).json


@pytest.mark.parametrize(("signs", "known", "least"), [("01", 3, 0.95), ("0123456789", 5, 0.75)])
def test_after_few_drawings_it_reads_hands_that_it_never_saw(signs, known, least, teach, hands):
    examples = shown(hands, hands.of(range(known), signs))
    asked = np.flatnonzero(hands.of(range(known, 12), signs))
    answers = [teach(examples=examples, drawing=hands.rows[i].tolist()).json["answer"]["sign"] for i in asked]
    assert np.mean(answers == hands.labels[asked]) >= least


def test_the_machine_is_scikit_learns_own_on_the_same_rows(teach, hands):
    chosen = hands.of(range(4), "0479")
    svc = SVC(C=10).fit(hands.rows[chosen].astype(float), hands.labels[chosen])
    asked = np.flatnonzero(hands.of(range(4, 6), "0479"))
    for i in asked:
        reply = teach(examples=shown(hands, chosen), drawing=hands.rows[i].tolist()).json
        assert reply["answer"]["sign"] == svc.predict(hands.rows[[i]].astype(float))[0]
        assert reply["support"] == svc.support_.tolist()
    assert (reply["examples"], reply["signs"], reply["chance"]) == (16, ["0", "4", "7", "9"], 0.25)


def test_what_it_learnt_is_told_on_request(teach, hands):
    examples = shown(hands, hands.of(range(5), "49"))
    learnt = teach(examples=examples, query="?explain=learnt").json["learnt"]
    assert len(learnt["guesses"]) == len(learnt["map"]["places"]) == 10
    assert learnt["right"] + len(learnt["mistakes"]) == 10
    assert 0 <= learnt["weightiest"] < 10
    assert "learnt" not in teach(examples=examples).json


def test_examples_may_be_pictures_too(teach, hands):
    chosen = np.flatnonzero(hands.of(range(3), "17"))
    pictures = [{"label": str(hands.labels[i]), "image": data_url(hands.pictures[i])} for i in chosen]
    rows = shown(hands, hands.of(range(3), "17"))
    drawing = hands.rows[hands.of(range(9, 10), "7")][0].tolist()
    assert teach(examples=pictures, drawing=drawing).json == teach(examples=rows, drawing=drawing).json


def test_given_more_digits_it_takes_the_exam(teach, hands):
    examples = shown(hands, hands.of(range(1), "0123456789"))
    exams = [teach(examples=examples, more=more).json["exam"] for more in (0, 100)]
    assert exams[0]["n"] == 450
    assert exams[0]["right"] < exams[1]["right"]


def test_who_comes_before_scikit_learn_is_there_is_asked_to_wait(ready, client, hands, monkeypatch):
    def not_yet(_):
        raise NotReady(seconds=1)

    monkeypatch.setattr(School, "_loaded", not_yet)
    response = client.post("/teach", json={"examples": shown(hands, hands.of(range(1), "17"))})
    assert refusal(response) == (503, "not_ready")
    assert response.headers["Retry-After"] == "1"
    assert client.post("/teach", json={"drawing": data_url(hands.pictures[0])}).status_code == 200


def test_much_to_explain_waits_for_its_turn_and_a_drawing_does_not(ready, teach, hands):
    turns = ready.extensions["turns"]
    examples = shown(hands, hands.of(range(2), "0123456789"))
    assert len(examples) > QUICK
    for _ in range(HEAVY_AT_ONCE):
        assert turns._places.acquire(blocking=False)
    try:
        heavy = [teach(examples=examples, query="?explain=learnt"), teach(examples=examples, more=1347)]
        quick = teach(examples=examples, drawing=hands.rows[0].tolist())
    finally:
        for _ in range(HEAVY_AT_ONCE):
            turns._places.release()
    assert [refusal(one) for one in heavy] == [(429, "too_many")] * 2
    assert quick.status_code == 200


def test_a_copy_of_the_reader_learns_one_sign(ready, client, hands):
    sevens = hands.rows[hands.labels == "7"].tolist()
    known = {"sign": "7", "examples": sevens[:6]}
    reply = client.post("/teach/copy", json={**known, "drawing": sevens[6]}).json
    assert reply["sign"] == "7" and reply["margin"] > 0
    other = data_url(hands.pictures[0])
    reply = client.post("/teach/copy", json={**known, "drawing": other}).json
    assert reply["sign"] is None and reply["house"]["digit"] == 0


@pytest.mark.parametrize("missing", ["sign", "examples", "drawing"])
def test_a_copy_wants_a_sign_its_drawings_and_one_more(missing, ready, client, hands):
    body = {"sign": "7", "examples": hands.rows[:2].tolist(), "drawing": hands.rows[3].tolist()}
    del body[missing]
    assert refusal(client.post("/teach/copy", json=body)) == (400, "bad_request")


def test_what_is_taken_home_does_the_same_in_python(ready, client, hands, tmp_path, capsys, monkeypatch):
    examples = shown(hands, hands.of(range(5), "349"))
    with client.post("/teach/examples.npz", json={"examples": examples}) as reply:
        assert reply.headers["Content-Disposition"] == "attachment; filename=examples.npz"
        (tmp_path / "examples.npz").write_bytes(reply.data)
    notebook = client.get("/teach/notebook.ipynb")
    assert notebook.headers["Content-Disposition"] == "attachment; filename=teach.ipynb"
    cells = ["".join(cell["source"]) for cell in json.loads(notebook.data)["cells"]]
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec("\n\n".join(cells), names)
    names["data"].close()
    learnt = client.post("/teach?explain=learnt", json={"examples": examples}).json
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"['3' '4' '9'] {learnt['support_vectors']} support vectors"
    assert printed[1] == f"{learnt['learnt']['right']} of 15"


def test_the_file_holds_what_was_shown_and_nothing_that_runs(ready, client, hands):
    chosen = hands.of(range(2), "17")
    data = client.post("/teach/examples.npz", json={"examples": shown(hands, chosen)}).data
    with np.load(BytesIO(data), allow_pickle=False) as file:
        assert np.array_equal(file["rows"], hands.rows[chosen])
        assert file["labels"].tolist() == hands.labels[chosen].tolist()
    assert refusal(client.post("/teach/examples.npz", json={})) == (400, "bad_request")


def test_the_page_shows_the_lines_that_the_notebook_holds(client):
    page = client.get("/teach").text
    assert "svc = SVC(C=10).fit(rows, labels)" in page
    assert 'aria-current="page">Teach</a>' in page
    assert page.count('role="gridcell"') == 64


def test_the_pad_is_no_heavier_for_it(client):
    """What it needs of this is fetched by those who say that it was wrong."""
    page = client.get("/").text + client.get("/script/main.js").text + client.get("/style/pad.css").text
    assert "correction" not in page
    assert "correction" in client.get("/teach/copy").text


def test_nothing_is_kept(ready, client, hands, tmp_path):
    before = {name for _, _, names in os.walk(tmp_path) for name in names}
    client.post("/teach", json={"examples": shown(hands, hands.of(range(2), "17"))})
    assert client.post("/teach", json={"drawing": hands.rows[0].tolist()}).json == {"row": hands.rows[0].tolist()}
    assert {name for _, _, names in os.walk(tmp_path) for name in names} == before
