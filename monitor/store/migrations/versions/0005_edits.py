"""What users set right, and all that a story is judged again by."""

import json

from typing import Any

import sqlalchemy as sa
from alembic import op

from monitor.store.metadata import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("other", sa.String(length=32), nullable=True),
        sa.Column("articles", sa.JSON(), nullable=False),
        sa.Column("cluster", sa.String(length=32), nullable=True),
        sa.Column("reading", sa.String(length=16), nullable=True),
        sa.Column("correction", sa.JSON(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edits")),
    )
    op.create_index(op.f("ix_edits_story"), "edits", ["story"], unique=False)
    op.create_table(
        "reports",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("event_at", UtcDateTime(), nullable=True),
        sa.Column("is_copy", sa.Boolean(), nullable=False),
        sa.Column("totals", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_reports_seq_revisions")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_cluster"), "reports", ["cluster"], unique=False)
    op.add_column("claims", sa.Column("correction", sa.JSON(), nullable=True))
    op.add_column("placings", sa.Column("at", UtcDateTime(), nullable=True))
    _fill()


def _fill() -> None:
    """What was decided before gets its reports too, as far as the tables tell."""
    connection = op.get_bind()
    at = UtcDateTime()
    revisions = _table("revisions", "seq", "article", "item_id", "agency", published_at=at, fetched_at=at)
    articles = _table("articles", "key", "cluster", "origin", "outlet")
    claims, placings = _table("claims", "seq", at=at), _table("placings", "seq", at=at)
    edges, items = _table("edges", "seq", "joins"), _table("items", "seq", "record")
    seq = revisions.c.seq
    own_time = sa.func.coalesce(revisions.c.published_at, revisions.c.fetched_at)
    connection.execute(
        sa.update(placings).values(at=sa.select(own_time).where(seq == placings.c.seq).scalar_subquery())
    )
    said_at = sa.select(sa.func.min(claims.c.at)).where(claims.c.seq == seq).scalar_subquery()
    line = sa.select(sa.func.min(items.c.record)).where(items.c.seq == seq).scalar_subquery()
    query = sa.select(
        *(seq, revisions.c.item_id, revisions.c.agency, articles.c.cluster, articles.c.origin, articles.c.outlet),
        sa.func.coalesce(said_at, own_time, type_=at).label("at"),
        sa.exists().where(edges.c.seq == seq, edges.c.joins.is_(sa.true())).label("is_copy"),
        line.label("line"),
    ).join(articles, articles.c.key == revisions.c.article)
    reports = _table("reports", "seq", "cluster", "origin", "outlet", "is_copy", at=at, totals=sa.JSON())
    for row in connection.execute(query.order_by(seq)).all():
        totals = json.loads(row.line)["totals"] if row.line else {}
        connection.execute(
            sa.insert(reports).values(
                seq=row.seq,
                cluster=row.cluster,
                origin=row.origin,
                outlet=None if row.agency else row.outlet or row.item_id,
                at=row.at,
                is_copy=bool(row.is_copy),
                totals={kind: [bounds["low"], bounds["high"]] for kind, bounds in totals.items()},
            )
        )


def _table(name: str, *columns: str, **typed: sa.types.TypeEngine[Any]) -> sa.TableClause:
    of_type = [sa.column(column, kind) for column, kind in typed.items()]
    return sa.table(name, *(sa.column(column) for column in columns), *of_type)
