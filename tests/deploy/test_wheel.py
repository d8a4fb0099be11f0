"""A presenter needs no git: the wheel, installed into an empty environment, serves, reads and explains."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drawings import DRAWINGS

pytestmark = pytest.mark.deploy

PROJECT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as `python -m build` makes it of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", folder, PROJECT], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that holds the wheel and what it asks for, far from this tree."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    subprocess.run([folder / SCRIPTS / "python", "-m", "pip", "install", "-q", "--no-compile", wheel], check=True)
    return folder / SCRIPTS


@pytest.fixture(scope="module")
def address(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the installed program serves."""
    command = [scripts / "eight-by-eight", "serve", "--port", "0"]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with subprocess.Popen(command, cwd=elsewhere, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1]
        server.terminate()


def get(url: str, data: bytes | None = None) -> bytes:
    request = urllib.request.Request(url, data, {"Content-Type": "image/png"} if data else {})
    with urllib.request.urlopen(request, timeout=30) as reply:
        return reply.read()


PAGES = ["/", "/map", "/ten", "/teach", "/lesson", "/report.png", "/style/pad.css", "/static/js/main.js"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(address, page):
    assert len(get(address + page)) > 1000


def test_the_pages_are_translated(address):
    request = urllib.request.Request(address, headers={"Accept-Language": "ja"})
    with urllib.request.urlopen(request, timeout=30) as reply:
        assert reply.headers["Content-Language"] == "ja"


def test_a_drawing_is_read_and_explained(address):
    said = json.loads(get(f"{address}/predict?explain=1", (DRAWINGS / "7.png").read_bytes()))
    assert said["digit"] == 7
    assert said["reasons"]["duel"]["digit"] == 7


def test_the_command_line_reads_files(scripts, tmp_path):
    command = [scripts / "eight-by-eight", "predict", DRAWINGS / "3.png", "--json"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert json.loads(done.stdout)["digit"] == 3


def test_python_reads_a_picture_in_three_lines(scripts, tmp_path):
    code = (
        "import sys; from eight_by_eight import Reader; print(Reader.open().read(open(sys.argv[1], 'rb').read()).digit)"
    )
    command = [scripts / "python", "-c", code, DRAWINGS / "5.png"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "5"


def test_the_wheel_carries_no_tests_and_no_second_copy(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith(("app/", "tests/"))]
    assert {name.split("/")[0] for name in names} == {"eight_by_eight", names[-1].split("/")[0]}


@pytest.mark.parametrize(
    ("extra", "packages"), [("event", {"sqlalchemy", "alembic"}), ("server", {"sqlalchemy", "psycopg"})]
)
def test_what_an_event_needs_is_an_extra(wheel, extra, packages):
    archive = zipfile.ZipFile(wheel)
    metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    needs = [line for line in metadata.splitlines() if line.endswith(f"extra == '{extra}'")]
    assert packages <= {re.split(r"[=[]", line.removeprefix("Requires-Dist: "))[0] for line in needs}
    assert not [line for line in metadata.splitlines() if "sqlalchemy" in line and "extra" not in line]
