"""Every page speaks the visitor's language, whole and without a slip."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.errors import Blank
from app.paths import TRANSLATIONS
from app.web.languages import names, translate
from tests.sentences import catalogue, sentences

LANGUAGES = sorted(TRANSLATIONS.glob("*.po"))
WHOLE = [path for path in LANGUAGES if "_" not in path.stem]  # a variety says the rest as its language does
GAPS = re.compile(r"%\(\w+\)s|\{\w+\}|%%")
PAGES = ["/", "/map", "/ten", "/teach", "/teach/copy", "/lesson", "/report", "/nowhere"]
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:,? [A-Za-z]{2,}){2,}")  # three words in a row
SPOKEN = {"aria-label", "title", "alt", "content"}  # attributes that people are told
CODE = ("style", "code", "samp", "kbd", "pre")  # elements whose text is not in the visitor's language


class Texts(HTMLParser):
    """Collects what a page says, in its text and to those who hear it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.depth = 0  # of elements of code

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag in CODE
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in CODE

    def handle_data(self, data: str) -> None:
        self.texts += [data] if not self.depth else []


def texts(page: str) -> list[str]:
    """Return what a page says, the words for its scripts too."""
    reader = Texts()
    reader.feed(page)
    return reader.texts


def gaps(sentence: object) -> list[str]:
    return sorted(GAPS.findall(str(sentence)))


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_no_sentence_lacks_a_translation(path):
    spoken = {message.id for message in catalogue(path) if message.id and message.string}
    assert sentences() - spoken == set(), "see: make translations"


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_no_translation_is_left_over(path):
    assert {message.id for message in catalogue(path) if message.id} - sentences() == set()


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_translation_fills_in_the_same_facts_and_none_is_a_guess(path):
    for message in catalogue(path):
        if message.id and (message.string or path in WHOLE):
            assert gaps(message.string) == gaps(message.id), message.id
            assert not message.fuzzy, message.id


def test_languages_are_called_what_their_speakers_call_them():
    assert names() == {"en": "English", "ja": "日本語", "ja-Hira": "やさしい日本語"}


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
def test_a_japanese_page_has_no_english_words_left(client: FlaskClient, path: str):
    def english_in(language: str) -> list[str]:
        page = client.get(path, headers={"Accept": "text/html", "Accept-Language": language}).text
        return [text for text in texts(page) if ENGLISH.search(text.replace("Eight by Eight", ""))]

    assert english_in("en") != []
    assert english_in("ja") == []


def test_outside_a_request_it_is_english(app: Flask):
    with app.app_context():
        assert translate(Blank()) == "Nothing is drawn yet."
