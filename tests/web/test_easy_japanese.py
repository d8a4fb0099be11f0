"""Easy Japanese, for children: few characters, each with its reading, and for what it leaves out, Japanese."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.errors import Blank
from app.paths import STATIC, TRANSLATIONS
from app.web.furigana import readings_alone, with_ruby
from app.web.languages import LiveDomain, translate
from tests.sentences import FOR_VISITORS, catalogue, sentences

CODE = "ja-Hira"
KANJI = re.compile("[㐀-鿿々]")
EASY = {one.id: one.string for one in catalogue(TRANSLATIONS / "ja_Hira.po") if one.id and one.string}
FACT = re.compile(r"%\(\w+\)s|{\w+}")
LONG = 12  # letters of a word: a longer one is several without spaces
PAGES = ["/", "/map", "/ten", "/kiosk", "/teach", "/lesson", "/report", "/privacy", "/nowhere"]


def ruby(word: str, reading: str) -> str:
    return f'<ruby>{word}<rp>(</rp><rt aria-hidden="true">{reading}</rt><rp>)</rp></ruby>'


@pytest.fixture
def child(client: FlaskClient) -> Callable[[str], str]:
    """Asks for a page as somebody who chose easy Japanese."""
    client.set_cookie("language", CODE)
    return lambda path: client.get(path, headers={"Accept": "text/html", "Accept-Language": "en"}).text


def test_nothing_that_a_visitor_meets_lacks_an_easy_sentence():
    assert sentences(FOR_VISITORS) - EASY.keys() == set(), "see: make translations"


def test_what_experts_read_is_said_in_japanese(app: Flask):
    experts = sentences() - EASY.keys()
    japanese = {one.id: one.string for one in catalogue(TRANSLATIONS / "ja.po")}
    with app.test_request_context("/", headers={"Cookie": f"language={CODE}"}):
        found = LiveDomain().get_translations()
        assert {sentence: found.ugettext(sentence) for sentence in experts} == {one: japanese[one] for one in experts}


def test_every_character_has_its_reading_and_words_stand_apart():
    for said in EASY.values():
        sentence = readings_alone(FACT.sub("", said))
        assert not KANJI.search(sentence), sentence
        assert max(map(len, re.findall(r"\w+", sentence)), default=0) <= LONG, sentence


def test_no_sign_is_called_by_characters():
    japanese = {one.id: one.string for one in catalogue(TRANSLATIONS / "ja.po")}
    names = {name: EASY.get(name, japanese[name]) for name in sentences(("app/web/sign_names.py",))}
    assert {name: said for name, said in names.items() if KANJI.search(readings_alone(said))} == {}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_readings_in_its_text_and_says_them_alone_elsewhere(child: Callable[[str], str], path: str):
    page = child(path)
    assert f'<html lang="{CODE}">' in page
    assert "<ruby>" in page
    assert "《" not in re.sub(r"<script type=.application/json.*?</script>", "", page, flags=re.DOTALL)
    assert not any("ruby" in tag for tag in re.findall(r"<(?!/?ruby>)[^>]*>", page))


def test_scripts_are_given_readings_to_show(child: Callable[[str], str]):
    [words] = re.findall(r"data-page-words>(.*?)</script>", child("/"), re.DOTALL)
    assert json.loads(words)["confidence"] == "自信《じしん》 {percent}"


def test_one_script_alone_writes_what_can_be_read():
    for script in (STATIC / "js").glob("*.js"):
        writes = re.findall(
            r"\.(?:textContent|innerText|title) = |\"aria-(?:label|valuetext)\",", script.read_text("utf-8")
        )
        assert not writes or script.name == "say.js", script.name


def test_errors_are_said_in_kana(client: FlaskClient):
    client.set_cookie("language", CODE)
    said = client.post("/predict?lang=ja-Hira", data=b"no picture").json
    assert said and said["error"]["message"].startswith("この しゃしんは")


def test_an_error_alone_says_no_markup(app: Flask):
    with app.test_request_context("/", headers={"Cookie": f"language={CODE}"}):
        assert translate(Blank()) == "まだ なにも かいて いません。"


@pytest.mark.parametrize(
    ("wanted", "spoken"), [("ja", "ja"), ("ja-JP", "ja"), ("ja-Hira", CODE), ("ja-hira,ja;q=0.9", CODE)]
)
def test_no_browser_gets_it_that_does_not_name_it(client: FlaskClient, wanted: str, spoken: str):
    page = client.get("/", headers={"Accept-Language": wanted})
    assert page.headers["Content-Language"] == spoken


def test_it_is_chosen_as_any_other_language(client: FlaskClient):
    client.post("/language", data={"language": CODE, "back": "/"})
    page = client.get("/", headers={"Accept-Language": "en"})
    assert page.headers["Content-Language"] == CODE
    assert 'value="ja"' in page.text and f'value="{CODE}"' not in page.text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>漢字《かんじ》です</p>", f"<p>{ruby('漢字', 'かんじ')}です</p>"),
        ('<a title="絵《え》 > 線《せん》">字《じ》</a>', f'<a title="え > せん">{ruby("字", "じ")}</a>'),
        ("<option>絵《え》</option><title>絵《え》</title>", "<option>え</option><title>え</title>"),
        ('<script>"<b>絵《え》</b>"</script>', '<script>"<b>え</b>"</script>'),
        ('<script type="application/json">["絵《え》"]</script>',) * 2,
        ("<svg><text>絵《え》</text></svg>", "<svg><text>え</text></svg>"),
        ("<p>&lt;b&gt;《b》 絵《&lt;i&gt;》</p>", "<p>&lt;b&gt;《b》 絵《&lt;i&gt;》</p>"),
    ],
)
def test_readings_stand_above_their_words_or_alone(page: str, shown: str):
    assert with_ruby(page) == shown
