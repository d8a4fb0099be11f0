"""`python -m app predict`: picture files in, a line for each out."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from ..errors import EightByEightError
from ..labels import PICTURES
from ..reading.reader import Answer, Reader
from ..web.serialise import answer_json
from .gallery import save_gallery
from .sheet import check_path

HEAD = f"{'digit':>5}  {'sure':>6}  picture"


class Read(NamedTuple):
    """One file, and what was read in it: an answer, or the reason why there is none."""

    path: Path
    answer: Answer | None
    trouble: str = ""


def predict(reader: Reader, paths: Sequence[Path], as_json: bool = False, gallery: Path | None = None) -> int:
    """Print what is read in files and folders, save a gallery of it, and return the exit code.

    Unreadable files are named on the standard error stream and skipped; the code is then 1, else 0. Raise BadParameter
    for a gallery that could not be saved.
    """
    check_path(gallery, "--gallery")
    code, answered = 0, []
    if not as_json:
        click.echo(HEAD)
    for path, answer, trouble in read_each(reader, _with_progress(list(files_in(paths)))):
        if answer is None:
            click.echo(f"{path}: {trouble}", err=True)
            code = 1
            continue
        click.echo(json_line(path, answer) if as_json else table_line(path, answer))
        if gallery:
            answered.append((path.name, answer))
    if gallery and answered:
        save_gallery(gallery, answered)
    return code


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, whatever their suffix, and every picture in the folders named, in their names' order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in PICTURES and file.is_file())
        else:
            yield path


def read_each(reader: Reader, paths: Iterable[Path]) -> Iterator[Read]:
    """Yield what is read in each file, one by one; nothing is kept of those before."""
    for path in paths:
        try:
            yield Read(path, reader.read(path.read_bytes()))
        except EightByEightError as error:
            yield Read(path, None, str(error))
        except OSError as error:
            yield Read(path, None, f"{error.strerror}.")


def table_line(path: Path, answer: Answer) -> str:
    """Return digit, confidence and path in columns, with a remark where the digit is in doubt."""
    return f"{answer.digit:>5}  {answer.confidence:>6.1%}  {path}{_remark(answer)}"


def _remark(answer: Answer) -> str:
    if answer.mirrored is not None:
        return f"  (a {answer.mirrored} in a mirror?)"
    if answer.hint:
        return "  (more than one digit?)"
    return "" if answer.is_digit else "  (perhaps no digit)"


def json_line(path: Path, answer: Answer) -> str:
    """Return one JSON object: the file, and all that the reader says of it."""
    return json.dumps({"file": str(path), **answer_json(answer)}, ensure_ascii=False)


def _with_progress(paths: list[Path]) -> Iterator[Path]:
    """Yield the paths under a progress bar, where somebody looks and the lines themselves go elsewhere."""
    seen = sys.stderr.isatty() and not sys.stdout.isatty()
    with click.progressbar(paths, label="Reading", file=sys.stderr, show_pos=True, hidden=not seen) as bar:
        yield from bar
