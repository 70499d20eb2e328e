"""Articles are found by the names that users give: a source's id, or an address."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_articles_url"), "articles", ["url"], postgresql_using="hash")
    op.create_index(op.f("ix_revisions_item_id"), "revisions", ["item_id"], postgresql_using="hash")
