"""The drawings of tests/drawings, posted one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DRAWINGS = Path(__file__).parent / "drawings"
EXPECTED: dict[str, dict[str, object]] = json.loads((DRAWINGS / "expected.json").read_text())


@pytest.mark.parametrize("name", EXPECTED)
def test_a_drawing_gets_what_it_should(name, client):
    reply = client.post("/predict", data=(DRAWINGS / name).read_bytes()).json
    got = {"error": reply["error"]["code"]} if "error" in reply else {"digit": reply["digit"]}
    assert got == EXPECTED[name]


def test_every_drawing_is_expected():
    pictures = {path.name for path in DRAWINGS.iterdir() if path.suffix in (".png", ".jpg")}
    assert pictures == set(EXPECTED)
