"""What is loaded when: a running server stays small, and the command line needs no web."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from app.paths import PROJECT

HEAVY = ["app.learning", "joblib", "matplotlib", "scipy", "skimage", "sklearn"]
SLOW_TO_LOAD = ["asyncio", "limits"]  # each a twentieth of the start
OF_EVENTS = ["alembic", "app.store", "flask_wtf", "segno", "sqlalchemy", "wtforms"]
# In a process of its own, because what other tests have imported must not count.
WALK = f"""
import json, sys

def loaded(*names):
    return sorted(set(names) & set(sys.modules))

import app.__main__
found = {{"to begin a command": loaded("numpy", *{HEAVY})}}  # BLAS counts its threads as NumPy is loaded

import app.web.serialise
found["to make JSON"] = loaded("flask", "babel", *{HEAVY})

from app import create_app
from app.config import Settings
app = create_app(Settings())
client = app.test_client()
with open("tests/drawings/7.png", "rb") as file:
    seven = file.read()
assert client.post("/predict", data=seven).json["digit"] == 7
found["for the first answer"] = loaded(*{SLOW_TO_LOAD})
from app.web.languages import names
from app.web.releases import release
for work in (names, release):  # Babel's names of languages are read for it, or every file of the pages
    found["for the first answer"] += [work.__name__] * work.cache_info().currsize
pages = {{rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and not rule.arguments}}
assert {{"/", "/ten", "/teach", "/lesson", "/report", "/health"}} <= pages
for path in pages - {{"/report.png"}}:  # which Matplotlib draws
    with client.get(path, headers={{"Accept": "text/html"}}) as reply:
        assert reply.status_code < 400, path
assert client.post("/predict?explain=1", data=seven).json["digit"] == 7
found["to answer and show pages"] = loaded(*{HEAVY}, *{OF_EVENTS})

assert client.post("/lesson/roads", data=seven).status_code == 200
found["to compare with the notebook"] = loaded("app.learning", "sklearn", "matplotlib")
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    ended = subprocess.run([sys.executable, "-c", WALK], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert ended.stderr == ""
    return json.loads(ended.stdout)


@pytest.mark.parametrize(
    "what",
    [
        "to begin a command",
        "to make JSON",
        "for the first answer",
        "to answer and show pages",
        "to compare with the notebook",
    ],
)
def test_nothing_is_loaded_or_worked_out_that_is_not_needed(what, found):
    assert found[what] == []
