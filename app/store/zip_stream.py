"""A ZIP that is sent on while it is written, of however many files: what must wait for its end waits on the disk.

`zipfile` keeps a note of each file for the directory at the ZIP's end, and writes that at once. Of a hundred thousand
files both take 90 MB of memory; here they take none.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast
from zipfile import ZipFile, ZipInfo

SMALL = 256 * 1024  # bytes that wait in memory; more go to the disk
PIECE = 64 * 1024  # bytes that are sent on at once
EPOCH = (1980, 1, 1, 0, 0, 0)  # ZIP's own: no member says when a drawing was made


def aside() -> IO[bytes]:
    """Return a file for what must wait; it is gone when it is closed."""
    return cast(IO[bytes], SpooledTemporaryFile(SMALL))


def pieces_of(waiting: IO[bytes], size: int = PIECE) -> Iterator[bytes]:
    """Yield what waits, so many bytes at a time."""
    waiting.seek(0)
    while piece := waiting.read(size):
        yield piece


def member(name: str, compression: int) -> ZipInfo:
    """Return what stands for a file in a ZIP."""
    info = ZipInfo(name, EPOCH)
    info.compress_type = compression
    return info


class Outbox(io.RawIOBase):
    """A file that only takes in: what was written is taken out in pieces."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting, self._directory = aside(), aside()

    def close(self) -> None:
        """Let go of what nobody took."""
        self._waiting.close()
        self._directory.close()
        super().close()

    def writable(self) -> bool:
        """Return that it can be written."""
        return True

    def write(self, data: Any) -> int:
        """Return how many bytes were taken in: all."""
        return self._waiting.write(data)

    def taken(self) -> Iterator[bytes]:
        """Yield what came in since the last time."""
        yield from pieces_of(self._waiting)
        self._waiting.seek(0)
        self._waiting.truncate()

    def archive(self) -> ZipFile:
        """Return a new ZIP that is written here."""
        archive: Any = ZipFile(cast(IO[bytes], self), "w")
        archive.filelist, archive.NameToInfo = Directory(self._directory), Nowhere()
        return cast(ZipFile, archive)


class Directory:
    """The files of a ZIP, in the order they came: of a list, what `zipfile` wants when it writes."""

    def __init__(self, waiting: IO[bytes]) -> None:
        self._waiting = waiting
        self._n = 0

    def append(self, info: ZipInfo) -> None:
        """Add a file that was written."""
        pickle.dump(info, self._waiting)
        self._n += 1

    def __len__(self) -> int:
        """Return how many there are."""
        return self._n

    def __iter__(self) -> Iterator[ZipInfo]:
        """Yield each; nobody adds any more."""
        self._waiting.seek(0)
        for _ in range(self._n):
            yield pickle.load(self._waiting)


class Nowhere(dict[str, ZipInfo]):
    """The files of a ZIP by their names, of which nobody asks for any."""

    def __setitem__(self, name: str, info: ZipInfo) -> None:
        """Keep nothing."""
