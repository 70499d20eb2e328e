"""A story can have to do with another one."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("placings", sa.Column("related", sa.String(length=32), nullable=True))
    op.create_index(op.f("ix_placings_related"), "placings", ["related"], unique=False)
