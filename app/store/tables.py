"""The tables. What is changed here is changed in `migrations/` too; a test holds them equal.

Nothing here says who drew: no name, no address, no browser. Hours are the finest time there is.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NO_DIGIT = 10  # as a label: its writer says that it is no digit; as a guess: the reader said so
KEY = 32  # characters of a random name that is the same in every copy of a database: 128 bits, in hexadecimal
KEPT = text("counts IS NOT NULL")
SLIP = text("counts IS NOT NULL AND label != guess")
LABELS = {**{str(digit): digit for digit in range(10)}, "none": NO_DIGIT}  # by what they are called outside
NAME = 80  # characters of an event's name
LARGEST_ID = 2**31 - 1  # that PostgreSQL can look for; SQLite, with one that does not fit eight bytes, fails too
MAP = 12  # of a map's


def label_name(label: int) -> str:
    """Return what a label is called in files and in the API."""
    return "none" if label == NO_DIGIT else str(label)


class Base(DeclarativeBase):
    """What all tables have in common."""


class Event(Base):
    """An occasion at which people draw; everything counts towards the one that has not ended."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(KEY), unique=True)
    name: Mapped[str] = mapped_column(String(NAME))
    began: Mapped[datetime]  # the hour, in UTC, as all times here
    ended: Mapped[datetime | None]
    group_number: Mapped[int]  # of the visitors who are here now, from 1 on
    keeps_drawings: Mapped[bool]  # where the visitor agrees
    shows_wall: Mapped[bool]
    frozen_after: Mapped[int | None]  # the wall shows no drawing with a higher id
    stand_ask: Mapped[int | None]  # s until a stand asks whether somebody is there; None for the server's setting
    stand_ring: Mapped[int | None]  # s until it takes the visitor to have gone; None for the page's own
    stand_pen: Mapped[int | None]  # s from then until its pen writes; None for the page's own
    stand_languages: Mapped[str | None] = mapped_column(String(NAME))  # codes with commas; None for all


class Drawing(Base):
    """A drawing whose writer said what it is."""

    __tablename__ = "drawing"
    __table_args__ = (
        Index("drawing_by_group", "event_id", "group_number", "id"),  # the wall
        Index("drawing_kept", "event_id", "is_hidden", "id", sqlite_where=KEPT, postgresql_where=KEPT),  # an export
        Index("drawing_slips", "event_id", "confidence", sqlite_where=SLIP, postgresql_where=SLIP),  # the report
        {"sqlite_autoincrement": True},  # an id is never given twice: an old receipt must not fit a new drawing
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(KEY), unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    group_number: Mapped[int]
    hour: Mapped[datetime]
    label: Mapped[int]  # 0..9, or NO_DIGIT
    guess: Mapped[int]  # the same
    confidence: Mapped[float]
    familiarity: Mapped[float]
    picture: Mapped[bytes | None] = mapped_column(LargeBinary)  # PNG; like counts and visit, only with consent
    counts: Mapped[bytes | None] = mapped_column(LargeBinary)  # 64 bytes of 0..16, row by row
    visit: Mapped[str | None] = mapped_column(String(KEY))  # random: whose drawings belong together, not who it was
    map_x: Mapped[float | None]  # its place on the map of all digits, 0..1 from left to right, where it is kept
    map_y: Mapped[float | None]  # and from top to bottom
    map_name: Mapped[str | None] = mapped_column(String(MAP))  # of that map: each model has its own
    is_hidden: Mapped[bool]
    is_trick: Mapped[bool]  # drawn to fool the reader: it counts in no tally, and nothing learns it


class Tally(Base):
    """How often one label was read as one guess in a group; it stays when its drawings have been deleted."""

    __tablename__ = "tally"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    group_number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[int] = mapped_column(primary_key=True)
    guess: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]


class Secret(Base):
    """What receipts and cookies are signed with: one row, which all servers of a database share."""

    __tablename__ = "secret"

    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)
