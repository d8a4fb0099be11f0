"""The house: who may import whom, held against the table that is the law, and how long a piece of it may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SOURCES = sorted((PROJECT / "app").rglob("*.py"))

TEXTS = [
    path
    for room in ("app", "static", "tests")
    for end in ("py", "js", "css")
    for path in (PROJECT / room).rglob(f"*.{end}")
]
LONGEST_FILE = 250  # lines: beyond that nobody keeps a file in mind; most have about a hundred
LONGEST_FUNCTION = 40  # lines of the program; most have about ten

FLASK = {"flask", "flask_babel", "babel", "limits", "werkzeug"}
HEAVY = {"sklearn", "skimage", "scipy", "matplotlib", "joblib"}
LEARNING = {"numpy", "PIL", "sklearn", "skimage", "scipy", "joblib"}
ARRAYS = {"numpy", "PIL"}
VALUES = {"app.reading.answer", "app.reading.arrays"}
ROOMS = {f"app.reading.{room}" for room in ("picture", "normalise", "classify", "explain")}
# Room: (what of ours it may import, which libraries). The longest name that fits a module is its room.
LAW: dict[str, tuple[set[str], set[str]]] = {
    "app.errors": (set(), set()),
    "app.labels": (set(), set()),
    "app.paths": (set(), set()),
    "app.config": ({"app.errors", "app.paths"}, set()),
    "app.reading": ({"app.errors", "app.paths", "app.reading"}, ARRAYS),
    "app.reading.answer": ({"app.reading.arrays"}, set()),
    "app.reading.arrays": (set(), ARRAYS),
    "app.reading.picture": ({"app.errors", "app.reading.arrays", "app.reading.picture"}, ARRAYS),
    "app.reading.normalise": ({"app.errors", "app.reading.arrays", "app.reading.normalise"}, ARRAYS),
    "app.reading.classify": ({*VALUES, "app.reading.classify"}, ARRAYS),
    "app.reading.explain": (
        {*VALUES, "app.reading.normalise", "app.reading.classify", "app.reading.explain"},
        ARRAYS,
    ),
    "app.learning": ({"app.errors", "app.labels", "app.reading", "app.lesson", "app.learning"}, LEARNING),
    "app.lesson": ({"app.errors", "app.labels", "app.reading", "app.lesson"}, {"numpy", "skimage"}),
    "app.figures": ({"app.errors", "app.reading.arrays", "app.figures"}, {"PIL", "matplotlib"}),
    "app.store": ({"app.errors"}, {"sqlalchemy"}),
    "app.web": (
        {*VALUES, "app.reading.reader", "app.errors", "app.paths", "app.lesson", "app.figures", "app.store", "app.web"},
        FLASK,
    ),
    "app.commands": (
        {"app.errors", "app.labels", "app.reading", "app.learning", "app.web.serialise", "app.commands"},
        {"click", "PIL"},
    ),
    "app.normalizer": ({"app.errors", "app.reading"}, {"numpy", "sklearn"}),
    "app.server": ({"app.errors"}, {"waitress", "flask"}),
    "app": ({"app"}, {"flask", "click", "numpy", "PIL"}),
    "app.__main__": ({"app"}, {"flask", "click", "numpy", "PIL"}),
}

# A process of its own: what other tests have imported must not count.
SERVER = """
import sys
from app import create_app
from app.config import Settings

def loaded():
    names = {"app.learning", "joblib", "matplotlib", "scipy", "skimage", "sklearn"}
    return sorted(names & set(sys.modules))

app = create_app(Settings())
client = app.test_client()
drawing = open("tests/drawings/7.png", "rb").read()
pages = [rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and not rule.arguments]
for page in pages:
    if page != "/report.png":  # which is drawn by Matplotlib
        assert client.get(page, headers={"Accept": "text/html"}).status_code < 400, page
assert client.post("/predict?reasons=1&steps=1", data=drawing).status_code == 200
print({"/", "/lesson", "/report"} <= set(pages), loaded())
assert client.post("/lesson/roads", data=drawing).status_code == 200
print({"app.learning", "sklearn"} & set(loaded()))
"""


def module_name(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    fitting = [room for room in LAW if module == room or (room != "app" and module.startswith(f"{room}."))]
    assert fitting, f"{module} has no room in the import table"
    return max(fitting, key=len)


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level or (node.module or "").split(".")[0] != "app", f"{path} imports the program by its name"
            found |= {full_name(module_in(node, path), alias.name) for alias in node.names}
    return found


def module_in(node: ast.ImportFrom, path: Path) -> str:
    """The full name of what `from … import` names, dots resolved: `from ..errors` in app/web/pad.py is app.errors."""
    if not node.level:
        return node.module or ""
    package = path.parent.relative_to(PROJECT).parts
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def names_in(node: ast.Import | ast.ImportFrom) -> set[str]:
    return {alias.name for alias in node.names} if isinstance(node, ast.Import) else {node.module or ""}


def full_name(package: str, name: str) -> str:
    """`from app.web import pad` imports the module app.web.pad, `from app.errors import Blank` imports app.errors."""
    path = PROJECT.joinpath(*package.split("."), name)
    return f"{package}.{name}" if path.with_suffix(".py").exists() or path.is_dir() else package


def lies_in(module: str, rooms: set[str]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_a_module_imports_only_what_its_room_may(path):
    ours, libraries = LAW[room_of(module_name(path))]
    for imported in imports_of(path):
        top = imported.split(".")[0]
        if top in sys.stdlib_module_names:
            continue
        assert lies_in(imported, ours) if top == "app" else top in libraries, f"{path.name} may not import {imported}"


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_nobody_reaches_past_the_door_of_a_room_of_the_road(path):
    module = module_name(path)
    for imported in imports_of(path):
        room = next((room for room in ROOMS if imported.startswith(f"{room}.")), None)
        assert room is None or lies_in(module, {room}), f"{module} takes {imported} from within {room}"


def test_heavy_libraries_are_imported_only_when_they_are_used():
    for path in SOURCES:
        if not module_name(path).startswith(("app.learning", "app.normalizer")):
            body = ast.parse(path.read_text(encoding="utf-8")).body
            at_once = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
            names = {name.split(".")[0] for node in at_once for name in names_in(node)}
            assert not names & HEAVY, f"{path.name} imports {names & HEAVY} before they are needed"


def test_a_server_loads_nothing_that_only_training_needs():
    ran = subprocess.run([sys.executable, "-c", SERVER], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["True []", "set()"]


def test_the_environment_is_read_in_one_place():
    readers = {path.name for path in SOURCES if re.search(r"os\.environ|getenv", path.read_text(encoding="utf-8"))}
    assert readers <= {"config.py"}


def test_no_file_is_longer_than_a_reader_keeps_in_mind():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in TEXTS}
    assert [str(path) for path, length in lengths.items() if length > LONGEST_FILE] == []


def test_no_function_of_the_program_is_longer_than_a_screen():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{path.name}: {node.name}"
