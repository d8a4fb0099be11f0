"""Each requirements file has a lock with the hash of every file that its pins may be installed from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.paths import PROJECT

LOCKS = PROJECT / "deploy" / "locks"
SOURCES = [*sorted(PROJECT.glob("requirements*.txt")), PROJECT / "deploy" / "requirements.txt"]
PIN = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([\w.]+)( *;)?", re.MULTILINE)  # and whether it is for some machines alone
INCLUDED = re.compile(r"^-r (\S+)$", re.MULTILINE)
ENTRY = re.compile(r"^\S+==.*(?:\n .*)*", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def lock_of(source: Path) -> Path:
    return LOCKS / ("deploy.txt" if source.parent.name == "deploy" else source.name)


def pins(path: Path, for_all: bool = False) -> dict[str, str]:
    """The versions in a file and in those that it goes on from; of a lock, perhaps without what some machines need."""
    text = path.read_text(encoding="utf-8")
    found = {
        re.sub("[._]", "-", name.lower()): version
        for name, version, some in PIN.findall(text)
        if not (for_all and some)
    }
    for name in INCLUDED.findall(text):
        found = pins((path.parent / name).resolve(), for_all) | found
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(PROJECT).as_posix())
def test_a_lock_has_the_pins_of_its_file_and_their_hashes(source):
    lock = lock_of(source)
    mine, locked = pins(source), pins(lock)
    assert {name: locked.get(name) for name in mine} == mine, "run `make locks`"
    assert pins(lock, for_all=True).keys() <= mine.keys(), "what is needed everywhere is pinned in its file"
    for entry in ENTRY.findall(lock.read_text(encoding="utf-8")):
        assert HASH.search(entry), entry


def test_no_lock_says_where_files_come_from():
    for lock in LOCKS.glob("*.txt"):
        assert not re.search(r"https?:|--(extra-)?index|--find", lock.read_text(encoding="utf-8"))


def test_a_container_is_made_of_locked_files_alone():
    installs = re.findall(r"pip install.*", (PROJECT / "Dockerfile").read_text(encoding="utf-8"))
    assert installs and all("--require-hashes -r /locks/" in line for line in installs)


def test_a_container_has_what_every_setting_asks_for():
    dockerfile = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
    installed = [pins(LOCKS / name) for name in re.findall(r"-r /locks/(\S+)", dockerfile)]
    for source in ("requirements-event.txt", "requirements-server.txt", "deploy/requirements.txt"):
        for name, version in pins(PROJECT / source).items():
            assert version in [lock.get(name) for lock in installed], f"{name}, of {source}"
