"""Every sentence that a visitor can be shown, as `make translations` collects them; and the catalogues."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from app.paths import PROJECT


@cache
def sentences() -> frozenset[str]:
    """Return all of them, as written in English."""
    with (PROJECT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    folders = [PROJECT / "app", PROJECT / "templates"]
    return frozenset(found[2] for folder in folders for found in extract_from_dir(folder, methods, options))


def catalogue(path: Path) -> Catalog:
    """Return a language's file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)
