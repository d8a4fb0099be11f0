"""A ZIP that is sent on while it is written takes no memory for the files that have been sent."""

from __future__ import annotations

import io
import tracemalloc
from zipfile import ZIP_STORED, ZipFile

from app.store import zip_stream
from app.store.zip_stream import SMALL, Outbox, member

FILES = 3000
NAME = "digits/7/7-{:032x}.png"


def pieces():
    with Outbox() as outbox:
        with outbox.archive() as archive:
            for number in range(FILES):
                archive.writestr(member(NAME.format(number), ZIP_STORED), b"seven")
                yield from outbox.taken()
        yield from outbox.taken()


def test_every_file_is_in_it():
    with ZipFile(io.BytesIO(b"".join(pieces()))) as archive:
        assert archive.namelist() == [NAME.format(number) for number in range(FILES)]
        assert archive.testzip() is None


def test_what_was_sent_is_not_remembered():
    tracemalloc.start()
    sizes = [len(piece) for piece in pieces()]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(sizes) > FILES * 150
    assert most < 4 * SMALL


def test_whoever_stops_in_the_middle_leaves_no_file_open(monkeypatch):
    opened, aside = [], zip_stream.aside
    monkeypatch.setattr(zip_stream, "aside", lambda: opened.append(aside()) or opened[-1])
    several = pieces()
    assert next(several)
    assert [file.closed for file in opened] == [False, False]
    several.close()
    assert [file.closed for file in opened] == [True, True]
