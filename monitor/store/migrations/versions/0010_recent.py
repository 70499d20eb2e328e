"""The index takes what is new into small tables of its own, which are emptied into the large ones in order."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, columns in (("recent_keys", ("key", "seq")), ("recent_sightings", ("line", "cluster"))):
        op.create_table(
            table,
            *(sa.Column(column, sa.BigInteger(), autoincrement=False, nullable=False) for column in columns),
            sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
