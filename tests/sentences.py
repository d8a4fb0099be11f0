"""Every sentence that a visitor can be shown. `python -m tests.sentences ja` prints what Japanese lacks, to fill in.

A new language begins with: `python -m tests.sentences de > app/translations/de.po`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import app.web.errors  # noqa: F401 - it adds its own errors to the tree
from app.errors import EightByEightError, ModelError, SettingError
from app.web.languages import CATALOGUES
from app.web.styles import STYLES

PROJECT = Path(__file__).parents[1]
HEAD = 'msgid ""\nmsgstr ""\n"Language: %s\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
TERMINAL = (ModelError, SettingError)  # these are said before there is any visitor


def sentences() -> set[str]:
    """All of them, as written in English."""
    return set(in_templates()) | set(in_classes()) | set(in_raises()) | set(STYLES)


def in_templates() -> Iterator[str]:
    """What templates give to `_()`."""
    found = extract_from_dir(PROJECT / "templates", [("**.html", "jinja2")], options_map={})
    return (str(sentence) for _, _, sentence, _, _ in found)


def in_classes() -> Iterator[str]:
    """What errors say unless told otherwise."""
    return (error.message for error in errors() if not issubclass(error, TERMINAL))


def in_raises() -> Iterator[str]:
    """What errors are told to say: `BadRequest("…")`, or the name of a constant of the same file."""
    names = {error.__name__ for error in errors() if not issubclass(error, TERMINAL)}
    for path in (PROJECT / "app").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
                yield from words_in(node.args[0], constants)


def words_in(node: ast.expr, constants: dict[str, object]) -> Iterator[str]:
    """The sentences that an argument can be."""
    for part in ast.walk(node):
        value = constants.get(part.id) if isinstance(part, ast.Name) else getattr(part, "value", None)
        if isinstance(value, str):
            yield value


def errors(root: type[EightByEightError] = EightByEightError) -> Iterator[type[EightByEightError]]:
    """The whole tree of errors."""
    yield root
    for child in root.__subclasses__():
        yield from errors(child)


def catalogue(path: Path) -> Catalog:
    """A language's file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


@click.command()
@click.argument("language")
def main(language: str) -> None:
    """Print the sentences that a language lacks, ready for its file."""
    path = CATALOGUES / f"{language}.po"
    # A shell that is about to write the file has made it already, empty.
    known = {message.id for message in catalogue(path) if message.string} if path.exists() else set()
    if not known:
        click.echo(HEAD % language)
    for sentence in sorted(sentences() - known):
        escaped = sentence.replace("\\", "\\\\").replace('"', '\\"')
        click.echo(f'msgid "{escaped}"\nmsgstr ""\n')


if __name__ == "__main__":
    main()
