"""An event's drawings -> a ZIP: a PNG each, named by its label, a table, and `digits.npz` as `load_digits` has it.

It is written as it is read: a hundred thousand drawings take no more memory than a thousand.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from . import Store
from .digits_file import write_arrays
from .tables import NO_DIGIT, Drawing, Event, label_name
from .zip_stream import Outbox, aside, member

BATCH = 500  # drawings that are read at once
FIELDS = (
    "key", "file", "label", "guess", "confidence", "familiarity",
    "hour", "group", "visit", "event", "event_name", "counts", "trick",
)  # fmt: skip
Columns = tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]
PICTURE: Columns = (Drawing.id, Drawing.key, Drawing.label, Drawing.picture)
FACTS: Columns = (
    Drawing.id, Drawing.key, Drawing.label, Drawing.guess, Drawing.confidence, Drawing.familiarity, Drawing.hour,
    Drawing.group_number, Drawing.visit, Drawing.counts, Drawing.picture.is_not(None).label("has_picture"),
    Drawing.is_trick,
)  # fmt: skip
FORMULA = re.compile(r"'*[=+@-]")  # how a cell begins that is one, or was made none
TABLE, ARRAYS, README = "drawings.csv", "digits.npz", "README.txt"
SAID = """Drawings that visitors of "{name}" drew, and said what they were. Every one of them agreed that it is kept.

digits/<label>/ holds them as PNG, "none" those that are no digit.
drawings.csv has a line for each: what its writer said it was (label), what was read (guess), how sure (confidence) and
how familiar (familiarity), the hour, in UTC, a random name of the visit, the same for drawings of one visitor, the 64
counts, two hexadecimal digits each, and 1 where it was drawn to fool the reader (trick).
digits.npz has those that are digits and no tricks, as sklearn.datasets.load_digits has its own: data (n, 64), images
(n, 8, 8), target (n,), counts of ink from 0 to 16.

    with numpy.load("digits.npz") as digits:
        data, images, target = digits["data"], digits["images"], digits["target"]

"python -m app import FILE" brings them into another database. card.json describes the model that read them.
"""

Tell = Callable[[int], None]
Rows = Sequence[Any]  # with the columns that were asked for


def count(store: Store, event: Event) -> int:
    """Return how many drawings of an event an archive of it has. Raise StoreAway."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(Drawing).where(*_of(event))) or 0


def stream(store: Store, event: Event, card: bytes, tell: Tell = lambda number: None) -> Iterator[bytes]:
    """Yield the ZIP of an event in pieces; `tell` is told how many drawings each holds. Raise StoreAway."""
    with Outbox() as outbox:
        with outbox.archive() as archive:
            for _ in _written(archive, store, event, tell):
                yield from outbox.taken()
            archive.writestr(member("card.json", ZIP_DEFLATED), card)
            archive.writestr(member(README, ZIP_DEFLATED), SAID.format(name=event.name))
        yield from outbox.taken()


def _written(archive: ZipFile, store: Store, event: Event, tell: Tell) -> Iterator[None]:
    """Write pictures, table and arrays; yield whenever there is something to send on."""
    last, labels = 0, bytearray()
    for batch in _batches(store, event, PICTURE):
        for row in batch:
            if row.picture:
                archive.writestr(member(file_of(row), ZIP_STORED), row.picture)
        last = batch[-1].id
        tell(len(batch))
        yield
    with aside() as counts:
        with archive.open(member(TABLE, ZIP_DEFLATED), "w", force_zip64=True) as file:
            file.write(f"{','.join(FIELDS)}\n".encode())
            for batch in _batches(store, event, FACTS, last):
                file.write(_lines(batch, event).encode())
                for row in batch:
                    if row.label != NO_DIGIT and not row.is_trick:
                        counts.write(row.counts)
                        labels.append(row.label)
                yield
        with archive.open(member(ARRAYS, ZIP_STORED), "w", force_zip64=True) as file:
            yield from write_arrays(file, counts, labels)


def file_of(row: Any) -> str:
    """Return the name of a drawing's PNG in the archive."""
    return f"digits/{label_name(row.label)}/{label_name(row.label)}-{row.key}.png"


def as_text(name: str) -> str:
    """Return what a spreadsheet shows as this name, however it begins: some it would take for formulas and run."""
    return f"'{name}" if FORMULA.match(name) else name


def from_text(cell: str) -> str:
    """Return the name that `as_text` made this of."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _of(event: Event) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a drawing one of an archive: kept, and not hidden by the presenter."""
    return Drawing.event_id == event.id, Drawing.counts.is_not(None), Drawing.is_hidden.is_(False)


def _batches(store: Store, event: Event, columns: Columns, until: int | None = None) -> Iterator[Rows]:
    """Yield an event's drawings, in the order they came, those up to an id where one is given."""
    last = 0
    while until is None or last < until:
        following = select(*columns).where(*_of(event), Drawing.id > last)
        if until is not None:
            following = following.where(Drawing.id <= until)
        with store.reading() as session:
            batch = session.execute(following.order_by(Drawing.id).limit(BATCH)).all()
        if not batch:
            return
        last = batch[-1].id
        yield batch


def _lines(batch: Rows, event: Event) -> str:
    """Return drawings as lines of the table."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    for row in batch:
        lines.writerow(
            (
                row.key,
                file_of(row) if row.has_picture else "",
                label_name(row.label),
                label_name(row.guess),
                row.confidence,
                row.familiarity,
                row.hour.isoformat(),
                row.group_number,
                row.visit or "",
                event.key,
                as_text(event.name),
                row.counts.hex(),
                int(row.is_trick),
            )
        )
    return text.getvalue()
