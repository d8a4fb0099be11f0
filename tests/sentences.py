"""Every sentence that a visitor can be shown, as `make translations` collects them; and the catalogues."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from app.paths import PROJECT

FOLDERS = ("app", "templates")
# Where everything is said that a visitor of the pad, the map, Ten, a stand, the teachable machine, the lesson, the
# report or an event can meet.
FOR_VISITORS = (
    *("app/errors.py", "app/web/errors.py", "app/web/drawing_titles.py", "app/reading/picture/"),
    *(f"templates/{part}.html" for part in ("bars", "base", "grid", "sheet", "stage", "verdict")),
    *(f"templates/{page}/" for page in "embed errors kiosk lesson map pad pen privacy report teach ten wall".split()),
)


@cache
def _found() -> tuple[tuple[str, str], ...]:
    """Return each with the file that says it, from the project's folder."""
    with (PROJECT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    return tuple(
        (f"{folder}/{found[0]}", found[2])
        for folder in FOLDERS
        for found in extract_from_dir(PROJECT / folder, methods, options)
    )


def sentences(places: tuple[str, ...] = FOLDERS) -> frozenset[str]:
    """Return all of them, as written in English, that files say whose paths begin so."""
    return frozenset(sentence for path, sentence in _found() if path.startswith(places))


def catalogue(path: Path) -> Catalog:
    """Return a language's file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)
