"""Every page speaks the visitor's language, whole and without a slip."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.errors import Blank
from app.paths import TRANSLATIONS
from app.web.languages import names, translate
from tests.sentences import catalogue, sentences

LANGUAGES = sorted(TRANSLATIONS.glob("*.po"))
GAPS = re.compile(r"%\(\w+\)s|\{\w+\}|%%")
PAGES = ["/", "/lesson", "/report"]


def gaps(sentence: object) -> list[str]:
    return sorted(GAPS.findall(str(sentence)))


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_no_sentence_lacks_a_translation(path):
    spoken = {message.id for message in catalogue(path) if message.id and message.string}
    assert sentences() - spoken == set(), "see: make translations"


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_no_translation_is_left_over(path):
    assert {message.id for message in catalogue(path) if message.id} - sentences() == set()


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_translation_fills_in_the_same_facts_and_none_is_a_guess(path):
    for message in catalogue(path):
        if message.id:
            assert gaps(message.string) == gaps(message.id), message.id
            assert not message.fuzzy, message.id


def test_languages_are_called_what_their_speakers_call_them():
    assert names() == {"en": "English", "ja": "日本語"}


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("ja", "ja"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "ja"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("fr, ja;q=0.5", "ja"),
        ("", "en"),
    ],
)
def test_the_browser_chooses_the_language(client: FlaskClient, wanted: str, spoken: str):
    page = client.get("/", headers={"Accept-Language": wanted})
    assert f'<html lang="{spoken}">' in page.text
    assert page.headers["Content-Language"] == spoken
    assert {"Accept-Language", "Cookie"} <= set(page.vary)


def test_the_switch_outranks_the_browser_and_is_remembered(client: FlaskClient):
    moved = client.post("/language", data={"language": "ja", "back": "/report"})
    assert (moved.status_code, moved.location) == (303, "/report")
    assert '<html lang="ja">' in client.get("/", headers={"Accept-Language": "en"}).text


@pytest.mark.parametrize("nonsense", ["", "xx", "../../etc/passwd", "EN"])
def test_a_language_that_does_not_exist_changes_nothing(client: FlaskClient, nonsense: str):
    assert "Set-Cookie" not in client.post("/language", data={"language": nonsense, "back": "/"}).headers
    client.set_cookie("language", nonsense)
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.parametrize(
    "foreign",
    [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "//[",
        "/x\r\ny: z",
        "",
    ],
)
def test_the_switch_leads_nowhere_else(client: FlaskClient, foreign: str):
    assert client.post("/language", data={"language": "ja", "back": foreign}).location == "/"


def test_errors_speak_it_too(client: FlaskClient):
    said = client.post("/predict", data=b"no picture", headers={"Accept-Language": "ja"})
    assert said.json and "画像" in said.json["error"]["message"]


@pytest.mark.parametrize("path", PAGES)
def test_a_japanese_page_has_no_english_sentence_left(client: FlaskClient, path: str):
    page = client.get(path, headers={"Accept-Language": "ja", "Accept": "text/html"}).text
    english = [line for line in sentences() if len(line) > 8 and "%" not in line and f">{line}<" in page]
    assert english == []


def test_outside_a_request_it_is_english(app: Flask):
    with app.app_context():
        assert translate(Blank()) == "Nothing is drawn yet."
