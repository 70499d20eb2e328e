"""Letters: alerts and digests for channels of the user's own, with the watches and figures that each is for."""

import sqlalchemy as sa
from alembic import op

from monitor.store.metadata import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("alerts") as alerts:
        alerts.add_column(sa.Column("voices", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("alerts") as alerts:
        alerts.alter_column("voices", server_default=None, existing_type=sa.JSON(), existing_nullable=False)
    op.create_table(
        "digests",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("watch", sa.String(length=64), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
    )
    op.create_index(op.f("ix_digests_watch"), "digests", ["watch"], unique=False)
    op.rename_table("outbox", "old_outbox")
    op.drop_index(op.f("ix_outbox_state_due_at"), table_name="old_outbox")
    op.create_table(
        "outbox",
        sa.Column("letter", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("is_digest", sa.Boolean(), nullable=False),
        sa.Column("watches", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("letter", "channel", name="pk_outbox_letters"),
    )
    op.execute(
        "INSERT INTO outbox (letter, channel, is_digest, watches, figures, state, attempts, due_at, error) "
        "SELECT alert, channel, false, '[\"default\"]', '[]', state, attempts, due_at, error FROM old_outbox"
    )
    op.drop_table("old_outbox")
    op.create_index(op.f("ix_outbox_channel_state_due_at"), "outbox", ["channel", "state", "due_at"], unique=False)
