"""The inbox, pages to look at, and what is learnt of a feed."""

import sqlalchemy as sa
from alembic import op

from monitor.store.metadata import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("feeds") as feeds:
        feeds.add_column(sa.Column("address", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("move", sa.JSON(), nullable=True))
        feeds.add_column(sa.Column("read_at", UtcDateTime(), nullable=True))
        feeds.add_column(sa.Column("brought_at", UtcDateTime(), nullable=True))
        feeds.add_column(sa.Column("gap", sa.Float(), nullable=True))
        feeds.add_column(sa.Column("pause", sa.Float(), nullable=True))
        feeds.add_column(sa.Column("wishes", sa.JSON(), nullable=True))
        feeds.add_column(sa.Column("fault", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("told", sa.JSON(), nullable=True))
        feeds.add_column(sa.Column("held_until", UtcDateTime(), nullable=True))
        feeds.add_column(sa.Column("disabled_at", UtcDateTime(), nullable=True))
        feeds.add_column(sa.Column("rotates", sa.Boolean(), nullable=False, server_default=sa.false()))
        feeds.add_column(sa.Column("seen", sa.LargeBinary(), nullable=False, server_default=""))
    op.create_table(
        "inbox",
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("came_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_inbox")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pages",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("from_page", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("watched_since", UtcDateTime(), nullable=True),
        sa.Column("visited_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_due_at"), "pages", ["due_at"], unique=False)
