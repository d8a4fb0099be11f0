"""Where the program's files lie: beside it in a clone, inside it once installed, whatever the package is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from app.config import Settings
from app.paths import BASE, PACKAGE, PROJECT

NAME = "another_name"
ASK = f"""
from {NAME} import Reader, create_app
from {NAME}.config import Settings

settings = Settings.from_env()
print(settings.models_dir)
print(settings.data_dir.absolute())
Reader.open()
client = create_app(settings).test_client()
for path in ("/", "/style/pad.css", "/static/js/main.js", "/health"):
    assert client.get(path, headers={{"Accept-Language": "ja"}}).status_code == 200, path
assert "数字" in client.get("/", headers={{"Accept-Language": "ja"}}).text
"""


@pytest.fixture
def installed(tmp_path):
    """The package under another name, with its files inside, as a wheel lays them out."""
    package = tmp_path / "site" / NAME
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("static", "templates", "models"):
        shutil.copytree(PROJECT / folder, package / folder)
    return package


def run(installed, folder, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed.parent)}
    command = [sys.executable, *arguments]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return ended.stdout


def test_in_a_clone_folders_are_the_projects_wherever_one_stands(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert BASE == PROJECT == PACKAGE.parent
    assert Settings.from_env({"MODELS_DIR": "mine"}).models_dir == PROJECT / "mine"


def test_an_installed_program_brings_its_files_and_keeps_data_where_one_stands(installed, tmp_path):
    assert run(installed, tmp_path, "-c", ASK).splitlines() == [str(installed / "models"), str(tmp_path / "data")]


def test_an_installed_program_is_run_by_its_own_name(installed, tmp_path):
    assert f"python -m {NAME}" in run(installed, tmp_path, "-m", NAME, "--help")
