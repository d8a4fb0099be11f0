"""What is installed: by hashes, looked up among what is known to be vulnerable, and listed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from app.paths import PROJECT

pytestmark = pytest.mark.deploy

LOCKS = PROJECT / "deploy" / "locks"
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
FLAW = {"name": "flask", "version": "3.1.3", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.4"]}]}
SOUND = {"name": "click", "version": "8.5.1", "vulns": []}
SKIPPED = {"name": "numpy", "skip_reason": "not found"}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    return folder / SCRIPTS / "python"


def install(python: Path, lock: Path) -> subprocess.CompletedProcess[str]:
    command = [python, "-m", "pip", "install", "-q", "--dry-run", "--require-hashes", "-r", lock]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("name", ["deploy.txt", "requirements-server.txt"])
def test_an_empty_environment_takes_a_lock(name, python):
    done = install(python, LOCKS / name)
    assert done.returncode == 0, done.stderr


def test_a_file_that_was_changed_is_refused(python, tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_text(f"ifaddr==0.2.0 --hash=sha256:{'0' * 64}\n")
    done = install(python, lock)
    assert done.returncode != 0
    assert "HASHES" in done.stderr or "hash" in done.stderr


def judge():
    spec = importlib.util.spec_from_file_location("audit", PROJECT / "deploy" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.judge


@pytest.mark.parametrize(
    ("packages", "is_complete", "code", "word"),
    [
        ([SOUND], True, 0, "Nothing is known"),
        ([SOUND, FLAW], True, 1, "flask 3.1.3: PYSEC-1, mended in 3.1.4"),
        ([SKIPPED, FLAW], True, 1, "1 were not"),
        ([SOUND, SKIPPED], True, 3, "1 packages were looked up, 1 were not"),
        ([], False, 3, "was not reached"),
    ],
)
def test_an_audit_says_what_is_known_and_what_is_not(packages, is_complete, code, word):
    found, said = judge()(packages, is_complete)
    assert found == code
    assert any(word in line for line in said)


def test_the_opener_stands_thousands_of_damaged_pictures(tmp_path):
    pytest.importorskip("atheris", reason="there is no wheel of atheris for this machine")
    command = [
        sys.executable,
        "-m",
        "tests.deploy.fuzz_opener",
        "-runs=3000",
        "-seed=8",
        f"-artifact_prefix={tmp_path}/",
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done 3000 runs" in done.stderr
