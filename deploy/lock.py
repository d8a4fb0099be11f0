"""Write deploy/locks/: each requirements file again, with the hashes of all files that its pins may be installed from.

Run by `make locks` after a pin was changed. The hashes are those of every platform's files, so a lock serves all of
them, whatever index or mirror the files come from; no lock says one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LOCKS = PROJECT / "deploy" / "locks"
SOURCES = {path.name: path for path in sorted(PROJECT.glob("requirements*.txt"))} | {
    "deploy.txt": PROJECT / "deploy" / "requirements.txt"
}  # by the names of their locks
HEAD = "# Made by `make locks` of {}: pip install --require-hashes -r this.\n"
ENTRY = re.compile(r"^\S.*(?:\n .*)*", re.MULTILINE)
INCLUDED = re.compile(r"^-r (\S+)$", re.MULTILINE)
OLDEST = "3.11"  # of the Pythons that a lock serves
COMPILE = ["uv", "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-annotate", "--no-header"]


def included(source: Path) -> list[Path]:
    """Return the files that a requirements file goes on from."""
    return [(source.parent / name).resolve() for name in INCLUDED.findall(source.read_text(encoding="utf-8"))]


def lock_of(source: Path) -> Path:
    """Return the file of a requirements file's lock."""
    return LOCKS / next(name for name, path in SOURCES.items() if path == source)


def entries(source: Path) -> list[str]:
    """Return the pins of a requirements file and of those it goes on from, each with its hashes."""
    command = [str(Path(sys.executable).with_name(COMPILE[0])), *COMPILE[1:], "--python-version", OLDEST, str(source)]
    return ENTRY.findall(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Write every lock; what a file goes on from is named, not repeated."""
    LOCKS.mkdir(exist_ok=True)
    found = {path: entries(path) for path in SOURCES.values()}
    for source, mine in found.items():
        others = {entry for path in included(source) for entry in found[path]}
        lines = [f"-r {lock_of(path).name}" for path in included(source)]
        lines += [entry for entry in mine if entry not in others]
        head = HEAD.format(source.relative_to(PROJECT).as_posix())
        lock_of(source).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
