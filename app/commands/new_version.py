"""The folder in which a version of the model is made, until it is whole; and those whose makers were killed."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from ..versions import Versions

PREFIX = "new-"
LONGEST = 24 * 3600  # s that making one takes, where nobody can be asked whether he still does


@contextmanager
def new_folder(versions: Versions) -> Iterator[Path]:
    """Yield a folder in which a version is made; what is in it at the end is deleted, and what others left behind."""
    versions.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in versions.folder.glob(f"{PREFIX}*"):
        with suppress(OSError), claimed(left) as is_free:  # another's, which may be gone or closed to us
            if is_free:
                shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=PREFIX, dir=versions.folder))
    try:
        with claimed(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def claimed(folder: Path) -> Iterator[bool]:
    """Yield whether nobody else has a folder; then it is ours, and free again when we end, however that comes about.

    Raise OSError where it cannot be opened.
    """
    if sys.platform == "win32":  # which locks no folders
        yield folder.stat().st_mtime < time.time() - LONGEST
        return
    from fcntl import LOCK_EX, LOCK_NB, flock

    opened = os.open(folder, os.O_RDONLY)
    try:
        flock(opened, LOCK_EX | LOCK_NB)
        is_free = True
    except BlockingIOError:
        is_free = False
    try:
        yield is_free
    finally:
        os.close(opened)
