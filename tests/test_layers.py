"""Who may import whom, as ARCHITECTURE.md tabulates it, and how long a file or a function may be."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SOURCES = sorted((PROJECT / "app").rglob("*.py"))

TEXTS = [
    path
    for folder in ("app", "static", "tests")
    for end in ("py", "js", "css")
    for path in (PROJECT / folder).rglob(f"*.{end}")
    if "node_modules" not in path.parts  # what npm fetched is not ours
]
# What `make test` installs nothing for, and imports nothing of: run by other commands.
APART = ("tests/deploy/", "tests/mutants/", "tests/peers/")
PINNED = re.compile(r"^([\w.-]+)==", re.MULTILINE)
LONGEST_FILE = 250  # lines: beyond that nobody keeps a file in mind; most have about a hundred
LONGEST_FUNCTION = 40  # lines of the program; most have about ten

FLASK = {"flask", "flask_babel", "flask_wtf", "babel", "limits", "segno", "werkzeug"}
HEAVY = {"sklearn", "skimage", "scipy", "matplotlib", "joblib"}
LEARNING = {"numpy", "PIL", "sklearn", "skimage", "scipy", "joblib"}
ARRAYS = {"numpy", "PIL"}
VALUES = {"app.reading.answer", "app.reading.arrays"}
SHARED = {"app.reading.arrays", "app.reading.parts", "app.reading.strokes"}
INNER = {f"app.reading.{package}" for package in ("picture", "normalise", "classify", "explain")}
# Package: (what of ours it may import, which libraries). The longest name that fits a module is its package.
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "app.errors": (set(), set()),
    "app.labels": (set(), set()),
    "app.paths": (set(), set()),
    "app.memory": (set(), set()),
    "app.config": ({"app.errors", "app.parsers", "app.paths"}, set()),
    "app.parsers": ({"app.paths"}, set()),
    "app.versions": ({"app.errors"}, set()),
    "app.reading": ({"app.errors", "app.paths", "app.reading"}, ARRAYS),
    "app.reading.answer": ({"app.reading.arrays"}, set()),
    "app.reading.arrays": (set(), ARRAYS),
    "app.reading.parts": (set(), {"numpy"}),
    "app.reading.strokes": ({"app.reading.arrays"}, {"numpy"}),
    "app.reading.picture": ({"app.errors", *SHARED, "app.reading.picture"}, ARRAYS),
    "app.reading.normalise": ({"app.errors", *SHARED, "app.reading.normalise"}, ARRAYS),
    "app.reading.classify": ({*VALUES, "app.reading.classify"}, ARRAYS),
    "app.reading.explain": (
        {*VALUES, "app.reading.normalise", "app.reading.classify", "app.reading.explain"},
        ARRAYS,
    ),
    "app.learning": (
        {"app.errors", "app.labels", "app.reading", "app.lesson", "app.teaching", "app.learning"},
        {*LEARNING, "distributed"},
    ),
    "app.teaching": ({"app.errors", "app.reading", "app.teaching"}, {"numpy", "sklearn"}),
    "app.lesson": ({"app.errors", "app.labels", "app.reading", "app.lesson"}, {"numpy", "skimage"}),
    "app.figures": ({"app.errors", "app.reading.arrays", "app.figures"}, {"PIL", "matplotlib"}),
    "app.store": ({"app.errors", "app.store"}, {"sqlalchemy", "alembic", "numpy"}),
    "app.web": (
        {
            *VALUES,
            "app.reading.reader",
            *map("app.{}".format, ("errors", "paths", "versions", "lesson", "teaching", "figures", "store", "web")),
        },
        {*FLASK, "prometheus_client"},
    ),
    "app.commands": (
        {
            "app.config",
            "app.errors",
            "app.labels",
            "app.paths",
            "app.reading",
            "app.learning",
            "app.lesson",
            "app.store",
            "app.versions",
            "app.web.serialise",
            "app.commands",
        },
        {"click", "numpy", "PIL"},
    ),
    "app.commands.serve": ({"app"}, {"click"}),
    "app.normalizer": ({"app.errors", "app.reading"}, {"numpy", "sklearn"}),
    "app.admission": ({"app.web.turns"}, {"waitress"}),
    "app.receiving": (set(), {"waitress"}),
    "app.server": (
        {*map("app.{}".format, ("admission", "connections", "joining", "receiving", "tls")), "app.web.turns"},
        {"waitress", "flask"},
    ),
    "app.connections": (
        {
            *map("app.{}".format, ("admission", "errors", "receiving")),
            *map("app.web.{}".format, ("headers", "rate_limiter", "request_log", "turns")),
        },
        {"waitress"},
    ),
    "app.tls": ({"app.connections"}, set()),
    "app.joining": (set(), {"ifaddr", "segno"}),
    "app.certificate": ({"app.errors"}, {"cryptography"}),
    "app": ({"app"}, {"flask", "werkzeug", "click", "numpy", "PIL"}),
    "app.__main__": ({"app"}, {"flask", "click", "numpy", "PIL"}),
}


def module_name(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(module: str) -> str:
    fitting = [one for one in ALLOWED if module == one or (one != "app" and module.startswith(f"{one}."))]
    assert fitting, f"{module} has no package in the import table"
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


def lies_in(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_a_module_imports_only_what_its_package_may(path):
    ours, libraries = ALLOWED[package_of(module_name(path))]
    for imported in imports_of(path):
        top = imported.split(".")[0]
        if top in sys.stdlib_module_names:
            continue
        assert lies_in(imported, ours) if top == "app" else top in libraries, f"{path.name} may not import {imported}"


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_nobody_reaches_past_the_door_of_a_package_of_the_road(path):
    module = module_name(path)
    for imported in imports_of(path):
        package = next((package for package in INNER if imported.startswith(f"{package}.")), None)
        assert package is None or lies_in(module, {package}), f"{module} takes {imported} from within {package}"


def test_heavy_libraries_are_imported_only_when_they_are_used():
    for path in SOURCES:
        if not module_name(path).startswith(("app.learning", "app.normalizer")):
            names = imported_at_once(path)
            assert not names & HEAVY, f"{path.name} imports {names & HEAVY} before they are needed"


def imported_at_once(path: Path) -> set[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    at_once = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    return {name.split(".")[0] for node in at_once for name in names_in(node)}


def test_tests_import_only_what_is_installed_for_them():
    """In a fresh clone: whoever develops here has more, and would not notice."""
    names = ("requirements.txt", "requirements-event.txt", "requirements-dev.txt")
    pins = [(PROJECT / name).read_text(encoding="utf-8") for name in names]
    pinned = {name.lower().replace("_", "-") for text in pins for name in PINNED.findall(text)}
    installed = packages_distributions()
    for path in (PROJECT / "tests").rglob("*.py"):
        if not path.relative_to(PROJECT).as_posix().startswith(APART):
            foreign = imported_at_once(path) - sys.stdlib_module_names - {"app", "tests"}
            for name in foreign:
                found = {one.lower().replace("_", "-") for one in installed.get(name, [name])}
                assert found & pinned, f"{path} imports {name}, which requirements-dev.txt does not bring"


def test_the_environment_is_read_in_one_place():
    readers = {path.name for path in SOURCES if re.search(r"os\.environ|getenv", path.read_text(encoding="utf-8"))}
    assert readers == {"config.py"}


def test_no_file_is_longer_than_a_reader_keeps_in_mind():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in TEXTS}
    assert [str(path) for path, length in lengths.items() if length > LONGEST_FILE] == []


def test_no_function_of_the_program_is_longer_than_a_screen():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{path.name}: {node.name}"
