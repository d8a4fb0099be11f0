"""Events, their drawings and tallies, and the secret that signs."""

from secrets import token_bytes

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SECRET = 32  # bytes


def upgrade() -> None:
    """Make the tables."""
    _events()
    _drawings()
    _tallies()
    secret = op.create_table(
        "secret",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.bulk_insert(secret, [{"id": 1, "value": token_bytes(SECRET)}])


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(32), nullable=False, unique=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("began", sa.DateTime, nullable=False),
        sa.Column("ended", sa.DateTime),
        sa.Column("group_number", sa.Integer, nullable=False),
        sa.Column("keeps_drawings", sa.Boolean, nullable=False),
        sa.Column("shows_wall", sa.Boolean, nullable=False),
        sa.Column("frozen_after", sa.Integer),
    )


def _drawings() -> None:
    op.create_table(
        "drawing",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(32), nullable=False, unique=True),
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="CASCADE"), nullable=False),
        sa.Column("group_number", sa.Integer, nullable=False),
        sa.Column("hour", sa.DateTime, nullable=False),
        sa.Column("label", sa.Integer, nullable=False),
        sa.Column("guess", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("familiarity", sa.Double, nullable=False),
        sa.Column("picture", sa.LargeBinary),
        sa.Column("counts", sa.LargeBinary),
        sa.Column("visit", sa.String(32)),
        sa.Column("is_hidden", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("drawing_by_group", "drawing", ["event_id", "group_number", "id"])
    for name, columns, where in (
        ("drawing_kept", ["event_id", "is_hidden", "id"], sa.text("counts IS NOT NULL")),
        ("drawing_slips", ["event_id", "confidence"], sa.text("counts IS NOT NULL AND label != guess")),
    ):
        op.create_index(name, "drawing", columns, sqlite_where=where, postgresql_where=where)


def _tallies() -> None:
    op.create_table(
        "tally",
        sa.Column("event_id", sa.Integer, sa.ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
        *(sa.Column(name, sa.Integer, primary_key=True) for name in ("group_number", "label", "guess")),
        sa.Column("n", sa.Integer, nullable=False),
    )
