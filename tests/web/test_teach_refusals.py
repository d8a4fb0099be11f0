"""What `/teach` cannot learn from: refused in the one shape, in the visitor's language."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tests.pictures import encoded, seven
from tests.web.lessons import data_url
from tests.web.refusals import refusal

BLANK = encoded(Image.new("L", (160, 160), 255))
HUGE = encoded(Image.new("1", (4_000, 4_000), 1))
BAD = {
    "one class only": ({"examples": "one class"}, 400, "bad_examples"),
    "the same drawing under two names": ({"examples": "contradiction"}, 400, "bad_examples"),
    "201 examples": ({"examples": "201"}, 400, "bad_examples"),
    "13 classes": ({"examples": "13"}, 400, "bad_examples"),
    "a row that is too short": ({"examples": [{"label": "a", "row": [1]}]}, 400, "bad_examples"),
    "no label": ({"examples": [{"row": [1] * 320}]}, 400, "bad_request"),
    "neither row nor image": ({"examples": [{"label": "a"}]}, 400, "bad_request"),
    "examples that are no list": ({"examples": 7}, 400, "bad_request"),
    "a blank drawing": ({"drawing": data_url(BLANK)}, 422, "blank"),
    "a blank example": ({"examples": [{"label": "a", "image": data_url(BLANK)}]}, 422, "blank"),
    "a blank row": ({"drawing": [0] * 320}, 422, "blank"),
    "a huge drawing": ({"drawing": data_url(HUGE)}, 413, "too_large"),
    "a huge example": ({"examples": [{"label": "a", "image": data_url(HUGE)}]}, 413, "too_large"),
    "no picture": ({"drawing": data_url(b"no picture")}, 415, "not_an_image"),
    "a drawing that is a number": ({"drawing": 7}, 400, "bad_request"),
    "more than there are": ({"more": 1797}, 400, "bad_request"),
    "more that is no number": ({"more": "10"}, 400, "bad_request"),
}


def made(what: object) -> object:
    """The examples that a name stands for."""
    labels = {
        "one class": ["a", "a"],
        "contradiction": ["a", "b"],
        "201": ["a", "b"] * 100 + ["a"],
        "13": [f"sign {number}" for number in range(13)],
    }
    if not isinstance(what, str):
        return what
    rows = [[number % 250 + 1, *[1] * 319] for number in range(len(labels[what]))]
    rows[1] = rows[0] if what == "contradiction" else rows[1]
    return [{"label": label, "row": row} for label, row in zip(labels[what], rows, strict=True)]


@pytest.mark.parametrize("name", BAD)
def test_what_teaches_nothing_is_refused_in_the_visitors_language(name, teach, client):
    body, status, code = BAD[name]
    sent = {key: made(value) if key == "examples" else value for key, value in body.items()}
    said = [client.post("/teach", json=sent, headers={"Accept-Language": language}) for language in ("en", "ja")]
    assert [refusal(response) for response in said] == [(status, code)] * 2
    english, japanese = (response.json["error"]["message"] for response in said)
    assert english.isascii() or "…" in english
    assert japanese != english


@pytest.mark.parametrize("body", ["", "[]", "7", '{"examples": [NaN]}', '{"drawing": [NaN]}', "{", "[" * 5000])
def test_what_is_no_lesson_is_refused(body, client):
    assert refusal(client.post("/teach", data=body, content_type="application/json")) == (400, "bad_request")


def test_a_contradiction_names_both_drawings_and_both_signs(teach):
    said = teach(examples=made("contradiction")).json["error"]["message"]
    assert said.startswith("Drawings 1 and 2 look the same to me, but one is called a and the other b.")


def test_a_request_has_room_for_two_hundred_drawings_and_not_for_much_more(teach, client):
    rows = [[number // 20 + 1, number % 20 + 1, *[22] * 318] for number in range(200)]
    full = [{"label": "12 letters " + "ab"[number % 2], "row": row} for number, row in enumerate(rows)]
    assert teach(examples=full, drawing=data_url(encoded(seven(160)))).status_code == 200
    long = json.dumps({"examples": []}) + " " * 400_000
    assert refusal(client.post("/teach", data=long, content_type="application/json")) == (413, "too_large")
