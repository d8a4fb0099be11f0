"""What learnt drawings are called: every sign that is no digit has a title in each language, from one place."""

from __future__ import annotations

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.learning.allographs import counter_examples
from app.learning.canvas import draw_plain
from app.learning.families import SIGN_FAMILIES
from app.reading.normalise import normalise
from app.web.drawing_titles import is_sign, sign_title, title
from app.web.sign_names import CHARACTERS, WORDS

TAUGHT = (*(sign.name for sign in counter_examples()), *(family.name for family in SIGN_FAMILIES))
LABELS = sorted({name.partition(",")[0] for name in TAUGHT})
JAPANESE = {"Accept-Language": "ja"}


def test_every_sign_that_was_learnt_has_a_title():
    assert [label for label in LABELS if not is_sign(label)] == []


def test_no_title_is_left_over():
    assert sorted((set(CHARACTERS) | WORDS) - set(LABELS)) == []


def test_no_two_signs_share_a_title(app: Flask):
    for language in ("en", "ja"):
        with app.test_request_context(headers={"Accept-Language": language}):
            titles = [sign_title(label) for label in LABELS]
        assert len(set(titles)) == len(titles), language


def test_every_sign_is_called_by_a_japanese_word_or_by_its_character(app: Flask):
    with app.test_request_context(headers=JAPANESE):
        assert [label for label in LABELS if len(label) > 1 and sign_title(label).isascii()] == []


@pytest.mark.parametrize(
    ("label", "english", "japanese"),
    [
        ("A", "A", "A"),
        ("hiragana a", "あ (hiragana a)", "あ"),
        ("pi", "π (pi)", "π"),
        ("heart", "heart", "ハート"),
        ("never learnt", "never learnt", "never learnt"),
    ],
)
def test_a_sign_is_called_in_the_visitors_language(app: Flask, label: str, english: str, japanese: str):
    with app.test_request_context():
        assert sign_title(label) == english
    with app.test_request_context(headers=JAPANESE):
        assert sign_title(label) == japanese


@pytest.mark.parametrize(
    ("name", "english", "japanese"),
    [
        ("7, crossed, bar rising", "crossed, bar rising", "横線の入った形"),
        ("heart, plain", "heart, plain", "ハート"),
        ("hiragana ka, plain", "hiragana ka, plain", "か"),
        ("7, as nobody says it", "as nobody says it", ""),
    ],
)
def test_a_way_of_writing_is_called_in_the_visitors_language(app: Flask, name: str, english: str, japanese: str):
    with app.test_request_context():
        assert title(name) == english
    with app.test_request_context(headers=JAPANESE):
        assert title(name) == japanese


def test_an_answer_tells_what_it_looks_like_in_the_visitors_language(client: FlaskClient):
    heart = next(sign for sign in counter_examples() if sign.label == "heart")
    pixels = json.dumps({"pixels": normalise(draw_plain(heart)).features[:64].reshape(8, 8).astype(int).tolist()})
    post = {"data": pixels, "content_type": "application/json"}
    english, japanese = client.post("/predict", **post).json, client.post("/predict", headers=JAPANESE, **post).json
    assert (english["looks_like"], english["looks_like_title"]) == ("heart", "heart")
    assert (japanese["looks_like"], japanese["looks_like_title"]) == ("heart", "ハート")
