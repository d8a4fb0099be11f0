"""`POST /predict?explain=reasons`: the answer and why, in the visitor's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

SEVEN = (Path(__file__).parents[1] / "drawings" / "7-crossed.png").read_bytes()
ONE = [[0, 0, 0, 16, 8, 0, 0, 0]] * 8


def explained(client: FlaskClient, how: str, language: str = "en"):
    return client.post(f"/predict?explain={how}", data=SEVEN, headers={"Accept-Language": language}).json


@pytest.mark.parametrize(
    ("how", "parts"),
    [
        ("", set()),
        ("steps", {"steps"}),
        ("reasons", {"reasons"}),
        ("steps,reasons", {"steps", "reasons"}),
        ("1", {"steps", "reasons"}),
        ("nonsense", set()),
    ],
)
def test_only_what_is_asked_for_is_explained(client: FlaskClient, how: str, parts: set[str]):
    assert set(explained(client, how)) & {"steps", "reasons"} == parts


def test_explaining_does_not_change_the_answer(client: FlaskClient):
    said = explained(client, "reasons")
    del said["reasons"]
    assert said == explained(client, "")


def test_squares_set_by_hand_have_reasons(client: FlaskClient):
    reasons = client.post("/predict?explain=reasons", json={"pixels": ONE}).json["reasons"]
    assert set(reasons) == {"duel", "relatives", "board", "squares", "words"}


def test_ways_of_writing_keep_their_whole_english_name(client: FlaskClient):
    for relative in explained(client, "reasons")["reasons"]["relatives"]:
        assert relative["source"]["title"] == relative["source"]["name"].partition(", ")[2]


def test_in_japanese_the_words_that_tell_most_are_translated(client: FlaskClient):
    titles = {each["source"]["title"] for each in explained(client, "reasons", "ja")["reasons"]["relatives"]}
    assert "横線の入った形" in titles
    assert not any(title.isascii() and len(title) > 1 for title in titles)  # a letter stays what it is
