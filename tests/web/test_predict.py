"""POST /predict: what an answer holds, and what may not be asked."""

from __future__ import annotations

from base64 import b64decode

import pytest
from PIL import Image

from app.config import Settings
from app.learning.allographs import counter_examples
from app.learning.canvas import draw_plain
from tests.pictures import encoded, seven
from tests.web.refusals import refusal

SEVEN = encoded(seven())


def test_an_answer_says_all_that_the_contract_promises(post):
    body = post(SEVEN).json
    more = {"hint", "pieces", "mirrored", "looks_like", "looks_like_pixels", "looks_like_title"}
    assert set(body) - more == {
        "digit",
        "confidence",
        "is_digit",
        "familiarity",
        "probabilities",
        "pixels",
    }
    assert body["digit"] == 7
    assert len(body["probabilities"]) == 10
    assert sum(body["probabilities"]) == pytest.approx(1)
    assert max(range(10), key=body["probabilities"].__getitem__) == body["digit"]
    assert body["confidence"] == body["probabilities"][body["digit"]]
    assert isinstance(body["is_digit"], bool)
    assert 0 <= body["familiarity"] <= 1
    assert [len(row) for row in body["pixels"]] == [8] * 8
    assert all(type(square) is int and 0 <= square <= 16 for row in body["pixels"] for square in row)


def test_a_sign_has_its_learnt_drawing_and_a_name_in_the_visitors_language(post):
    heart = next(one for one in counter_examples() if one.label == "heart")
    picture = Image.fromarray(255 - draw_plain(heart))
    body = post(encoded(picture), headers={"Accept-Language": "ja"}).json
    assert (body["looks_like"], body["looks_like_title"]) == ("heart", "ハート")
    assert [len(row) for row in body["looks_like_pixels"]] == [8] * 8


def test_squares_are_told_the_change_that_makes_them_another_digit(post, client):
    squares = {"pixels": post(SEVEN).json["pixels"]}
    answer = client.post("/predict?towards=1", json=squares).json
    assert answer["digit"] == 7
    assert set(answer["change"]) == {"row", "column", "count", "confidence"}
    assert refusal(client.post("/predict?towards=ten", json=squares)) == (400, "bad_request")


def test_an_answer_is_not_kept_by_anyone(post):
    assert post(SEVEN).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", ["image/png", "text/plain", "application/x-www-form-urlencoded", "application/pdf"])
def test_a_raw_picture_is_known_by_its_bytes_and_not_by_its_name(kind, post):
    assert post(SEVEN, kind).json["digit"] == 7


@pytest.mark.parametrize("size", [Settings().max_body + 1, 30_000_000])
@pytest.mark.parametrize("kind", ["image/png", "application/json", "multipart/form-data; boundary=x"])
def test_too_many_bytes_are_refused(size, kind, post):
    assert refusal(post(bytes(size), kind)) == (413, "too_large")


def test_what_was_sent_is_never_said_back(post):
    response = post(b"<script>alert(1)</script>", "<script>alert(2)</script>", query_string={"explain": "<script>"})
    assert "script" not in response.text


def test_the_steps_show_the_road_when_asked_for(post):
    plain, explained = post(SEVEN).json, post(SEVEN, query_string={"explain": "steps"}).json
    steps = explained.pop("steps")
    assert explained == plain
    assert [step["name"] for step in steps] == ["ink", "straight", "bitmap", "counts"]
    for step in steps[:3]:
        assert len(b64decode(step["grey"])) == step["width"] * step["height"]
    assert steps[3]["counts"] == plain["pixels"]
    assert [[len(row) for row in rows] for rows in steps[3]["directions"]] == [[8] * 8] * 4


def test_an_unknown_explanation_is_passed_over(post):
    assert post(SEVEN, query_string={"explain": "weather"}).json == post(SEVEN).json


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE"])
def test_only_post_is_answered(method, client):
    response = client.open("/predict", method=method)
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
    if method != "HEAD":
        assert response.json["error"]["code"] == "method_not_allowed"
