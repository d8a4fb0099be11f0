"""What a presenter sets for a stand, and where a kept drawing lies on the map."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; what is there already has none of it."""
    for name in ("stand_ask", "stand_ring", "stand_pen"):
        op.add_column("event", sa.Column(name, sa.Integer))
    op.add_column("event", sa.Column("stand_languages", sa.String(80)))
    for name in ("map_x", "map_y"):
        op.add_column("drawing", sa.Column(name, sa.Double))
