"""`GET /ten`: the ten-digit challenge's page. All the rest of it happens in the browser."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient


def words(page: str) -> dict[str, object]:
    found = re.search(r"<script type=\"application/json\" data-page-words>(.*?)</script>", page, re.DOTALL)
    assert found
    spoken: dict[str, object] = json.loads(found.group(1))
    return spoken


@pytest.mark.parametrize(("language", "prompt"), [("en", "Write {digit}"), ("ja", "{digit} を書いてください")])
def test_the_page_asks_for_digits_in_the_visitors_language(client: FlaskClient, language: str, prompt: str):
    page = client.get("/ten", headers={"Accept-Language": language})
    assert page.status_code == 200
    assert words(page.text)["prompt"] == prompt


def test_every_page_leads_there(client: FlaskClient):
    assert 'href="/ten"' in client.get("/").text
    assert 'href="/ten" aria-current="page"' in client.get("/ten").text


def test_the_page_brings_the_pads_own_sheet_and_squares(client: FlaskClient):
    page = client.get("/ten").text
    assert "data-pad" in page
    assert page.count('role="gridcell"') == 64
