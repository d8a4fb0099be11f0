"""Which map a drawing was placed on, and whether it was drawn to fool the reader."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; nobody knows of what is there already, so it counts as before."""
    op.add_column("drawing", sa.Column("map_name", sa.String(12)))
    op.add_column("drawing", sa.Column("is_trick", sa.Boolean, nullable=False, server_default=sa.false()))
