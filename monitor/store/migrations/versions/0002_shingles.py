"""Half of each shingle's hash is kept, the keys whole, and a signature is made from them when it is asked for."""

import numpy as np
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_SCALE, _LEAST, _MOST = 8, 27, 32_768  # what stood in the settings when the shingles were kept


def upgrade() -> None:
    op.drop_index(op.f("ix_signatures_exact"), table_name="signatures")
    op.rename_table("signatures", "signatures_whole")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE signatures_whole RENAME CONSTRAINT pk_signatures TO pk_signatures_whole")
    op.create_table(
        "signatures",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.BigInteger(), nullable=False),
        sa.Column("exact", sa.BigInteger(), nullable=True),
        sa.Column("scheme", sa.String(length=16), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.Column("sampled", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_signatures_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_exact"), "signatures", ["exact"], unique=False)
    _halve(op.get_bind())
    op.drop_table("signatures_whole")


def _halve(connection: sa.Connection) -> None:
    names = ("seq", "cluster", "exact", "scheme", "seed", "shingles")
    whole = sa.table("signatures_whole", *map(sa.column, names))
    halved = sa.table("signatures", *map(sa.column, (*names, "sampled")))
    last = 0
    query = sa.select(whole).order_by(whole.c.seq).limit(_AT_ONCE)
    while rows := connection.execute(query.where(whole.c.seq > last)).mappings().all():
        connection.execute(sa.insert(halved), [{**row, **_columns(row["shingles"])} for row in rows])
        last = rows[-1]["seq"]


def _columns(shingles: bytes) -> dict[str, bytes]:
    hashes = np.frombuffer(shingles, "<u8")
    keys = hashes[hashes < np.uint64((1 << 64) // _SCALE)][:_MOST] if len(hashes) >= _LEAST else hashes[:0]
    return {"shingles": (hashes >> np.uint64(32)).astype("<u4").tobytes(), "sampled": keys.tobytes()}
