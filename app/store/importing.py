"""A ZIP that `archive.py` wrote -> a database; what is there already stays as it is, and counts once."""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..errors import ForeignArchive
from . import Store, tallies
from .archive import TABLE, from_text
from .drawings import insert_new
from .events import new_event
from .tables import KEY, LABELS, Event, Tally

PNG = b"\x89PNG\r\n\x1a\n"
LARGEST = 64 * 1024  # bytes of a PNG that we wrote: thirty times the usual
LARGEST_SIDE = 1024  # px: ours have 150, and every visitor of the wall would unpack it
SIDES = (16, 20)  # where a PNG says its width and its height
FULL = 16  # ink of a full square
BATCH = 500  # drawings that are brought in together or not at all
LONGEST_LINE = 4096  # characters: ten times the usual
GROUPS = 1_000_000  # of an event
BROKEN = (  # what Python says of a ZIP, or a table in it, that is none, is broken, encrypted, or packed otherwise
    BadZipFile, KeyError, TypeError, ValueError, OSError, EOFError, RuntimeError, zlib.error, csv.Error,
)  # fmt: skip
RANDOM = re.compile(rf"[0-9a-f]{{{KEY}}}")

Row = dict[str, str]
Number = TypeVar("Number", int, float)


class Imported(NamedTuple):
    """What came of an archive."""

    new: int
    known: int  # the same drawings were there already


def bring_in(store: Store, path: Path) -> Imported:
    """Return how many drawings of a ZIP are new here, and how many were known. Raise ForeignArchive, StoreAway."""
    new = n = 0
    try:
        with ZipFile(path) as archive, archive.open(_packed_as_ours(archive, TABLE)) as table:
            rows = csv.DictReader(_lines(io.TextIOWrapper(table, encoding="utf-8", newline="")))
            while batch := list(islice(rows, BATCH)):
                new += _add(store, [(row, _values(archive, row)) for row in batch])
                n += len(batch)
    except BROKEN as error:
        raise ForeignArchive(path=path, reason=f"{error}.") from error
    return Imported(new, n - new)


def _packed_as_ours(archive: ZipFile, name: str) -> ZipInfo:
    """Return a file of a ZIP. Raise KeyError where it is not there, ValueError where it is packed otherwise."""
    info = archive.getinfo(name)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ValueError(f"{name} is packed as we pack nothing")
    return info


def _lines(table: TextIO) -> Iterator[str]:
    """Yield a table's lines. Raise ValueError for one without end: a small ZIP may hold one of many GB."""
    while line := table.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise ValueError("a line is too long")
        yield line


def _add(store: Store, batch: list[tuple[Row, dict[str, Any]]]) -> int:
    """Return how many of a batch are new."""
    new = 0
    with store.writing() as session:
        for row, values in batch:
            event = _event(session, row)
            if insert_new(session, values | {"event_id": event.id}) is None:
                continue
            new += 1
            if not values["is_trick"]:
                places = {name: values[name] for name in ("group_number", "label", "guess")}
                tallies.add(session, Tally(event_id=event.id, n=1, **places))
    return new


def _event(session: Session, row: Row) -> Event:
    """Return the event that a drawing belongs to: known by its key, or new, and over."""
    event = session.scalars(select(Event).where(Event.key == _random(row["event"]))).first()
    if event is None:
        event = new_event(from_text(row["event_name"]))
        event.key, event.began = row["event"], _hour(row["hour"])
        event.ended = event.began
        session.add(event)
        session.flush()
    return event


def _values(archive: ZipFile, row: Row) -> dict[str, Any]:
    """Return a drawing's columns. Raise KeyError or ValueError where a line is not one of ours."""
    if None in row.values():
        raise ValueError("a line is too short")
    counts = bytes.fromhex(row["counts"])
    if len(counts) != 64 or max(counts) > FULL:
        raise ValueError(f"{row['key']} has no 64 counts")
    return {
        "key": _random(row["key"]),
        "group_number": _within(int(row["group"]), 1, GROUPS),
        "hour": _hour(row["hour"]),
        "label": LABELS[row["label"]],
        "guess": LABELS[row["guess"]],
        "confidence": _within(float(row["confidence"]), 0, 1),
        "familiarity": _within(float(row["familiarity"]), 0, 1),
        "picture": _picture(archive, row["file"]) if row["file"] else None,
        "counts": counts,
        "visit": _random(row["visit"]) if row["visit"] else None,
        "is_hidden": False,
        "is_trick": row.get("trick") == "1",  # archives of earlier releases know of none
    }


def _picture(archive: ZipFile, name: str) -> bytes:
    info = _packed_as_ours(archive, name)
    if info.file_size > LARGEST:
        raise ValueError(f"{name} is too large")
    picture = archive.read(info)
    if not picture.startswith(PNG):
        raise ValueError(f"{name} is no PNG")
    if any(int.from_bytes(picture[place : place + 4], "big") > LARGEST_SIDE for place in SIDES):
        raise ValueError(f"{name} is too large")
    return picture


def _within(number: Number, least: float, most: float) -> Number:
    if not least <= number <= most:
        raise ValueError(f"{number} is not between {least} and {most}")
    return number


def _hour(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(minute=0, second=0, microsecond=0, tzinfo=None)


def _random(text: str) -> str:
    if not RANDOM.fullmatch(text):
        raise ValueError(f"{text[:KEY]!r} is no key")
    return text
