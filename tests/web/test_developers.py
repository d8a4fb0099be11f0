"""GET /developers: all that the OpenAPI document says, for people, and examples that run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest

from app import create_app
from app.config import Settings
from app.web.developers import schema_words
from app.web.operations import OPERATIONS
from tests.drawings import DRAWINGS
from tests.running import Running

EXAMPLE = re.compile(r'data-example="(\w+)">(.*?)</code>', re.DOTALL)
# The commands that run an example, and the file it is kept in.
RUN = {"curl": ["sh", "read.sh"], "JavaScript": ["node", "read.mjs"], "Python": [sys.executable, "read.py"]}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of the page's own examples, for a server that runs, beside a picture of a seven."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copy(DRAWINGS / "7.png", folder)
    server = Running()
    with urlopen(f"http://127.0.0.1:{server.port}/developers") as page:
        found = EXAMPLE.findall(page.read().decode())
    for name, code in found:
        (folder / RUN[name][1]).write_text(unescape(code), encoding="utf-8")
    yield folder
    server.end()


def run(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    if shutil.which(RUN[name][0]) is None or (name == "curl" and shutil.which("curl") is None):
        pytest.skip(f"{name} is not on this machine")
    return subprocess.run(RUN[name], cwd=folder, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", RUN)
def test_an_example_reads_a_seven(name, examples):
    done = run(name, examples)
    assert done.returncode == 0, done.stderr
    assert '"digit":7' in done.stdout.replace(" ", "") or done.stdout.startswith("7 0.9")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["JavaScript", "Python"])
def test_an_example_says_what_was_wrong(name, examples, tmp_path):
    for file in examples.iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "7.png").write_bytes(b"no picture")
    done = run(name, tmp_path)
    assert done.returncode != 0
    assert "picture" in done.stderr


def test_every_route_value_and_error_is_on_the_page(client):
    page, document = client.get("/developers").text, client.get("/openapi.json").json
    for path, methods in document["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
    for name in document["components"]["schemas"]:
        assert f'<section class="value" id="{name}">' in page
    for link in set(re.findall(r'href="#([\w-]+)"', page)) - {"main"}:
        assert f'id="{link}"' in page


def test_it_is_in_both_languages(client):
    english, japanese = (client.get("/developers", headers={"Accept-Language": code}).text for code in ("en", "ja"))
    for operation in OPERATIONS.values():
        assert operation.summary in english
        assert operation.summary not in japanese


def test_every_page_leads_there(client):
    assert 'href="/developers"' in client.get("/").text


def test_a_frame_is_offered_where_there_is_one(client):
    assert "iframe" not in client.get("/developers").text
    framing = create_app(Settings(rate_limits=False, frame_ancestors=("*",))).test_client()
    assert "&lt;iframe src=&#34;http://localhost/embed" in framing.get("/developers").text.replace('"', "&#34;")


def test_a_schema_is_said_in_few_words():
    rows = {"type": "array", "minItems": 8, "maxItems": 8, "items": {"type": "integer"}}
    assert schema_words(rows) == "8 \N{MULTIPLICATION SIGN} integer"
    assert schema_words({"enum": ["steps", "map"]}) == "steps | map"
    assert schema_words({"type": "number", "minimum": 0, "maximum": 1}) == "number 0..1"
    assert schema_words({}) == "any"
