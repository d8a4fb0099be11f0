"""Runs the JavaScript tests in this folder: each file is its own test runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OLDEST = 20  # node's test runner has all that is used here since


def node() -> str:
    """Node's file; skips the test, with the reason, where it cannot serve."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not installed: the JavaScript unit tests need it")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < OLDEST:
        pytest.skip(f"node {version.strip()} is too old: the JavaScript unit tests need {OLDEST}")
    return found


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_javascript(path: Path) -> None:
    ran = subprocess.run([node(), "--no-warnings", str(path)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
