"""A lock that the workers of a server share, and that whoever is killed lets go: the system sees to that.

One of `multiprocessing` is held for ever by a process that was killed with it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from types import TracebackType
from weakref import finalize


class ProcessLock:
    """Made before gunicorn's workers part. On Windows a server is one process, and its threads are all there are."""

    def __init__(self) -> None:
        self._threads = Lock()
        if sys.platform != "win32":
            self._file, path = mkstemp()  # a lock on it belongs to a process, however many have it open
            finalize(self, os.close, self._file)
            Path(path).unlink()

    def __enter__(self) -> None:
        """Return when it is one's own."""
        self._threads.acquire()
        if sys.platform != "win32":
            from fcntl import LOCK_EX, lockf

            try:
                lockf(self._file, LOCK_EX)
            except BaseException:
                self._threads.release()
                raise

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let others have it."""
        if sys.platform != "win32":
            from fcntl import LOCK_UN, lockf

            lockf(self._file, LOCK_UN)
        self._threads.release()
