"""Half of each shingle's hash is kept and the keys whole; signatures are made from them when they are asked for.

Words are hashed another way from here on: `monitor db check --rebuild` makes the index anew from the texts.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("signatures") as signatures:
        signatures.drop_column("minhash")
        signatures.add_column(sa.Column("sampled", sa.LargeBinary(), nullable=False, server_default=sa.text("''")))
    with op.batch_alter_table("signatures") as signatures:
        signatures.alter_column("sampled", server_default=None)
