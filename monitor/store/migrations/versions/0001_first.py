"""Every table of the first version."""

import sqlalchemy as sa
from alembic import op

from monitor.store.metadata import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aliases",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("display", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", "name", name=op.f("pk_aliases")),
    )
    op.create_table(
        "articles",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("cluster", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_cluster"), "articles", ["cluster"], unique=False)
    op.create_index(op.f("ix_articles_story"), "articles", ["story"], unique=False)
    op.create_table(
        "backing",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("feared", sa.Boolean(), nullable=False),
        sa.Column("low", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("high", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("story", "kind", "group", "feared", "low", "high", "origin", name=op.f("pk_backing")),
    )
    op.create_table(
        "clusters",
        sa.Column("founder", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("founder", name=op.f("pk_clusters")),
        sa.UniqueConstraint("id", name=op.f("uq_clusters_id")),
    )
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.String(length=32), nullable=True),
        sa.Column("first_polled_at", UtcDateTime(), nullable=True),
        sa.Column("polled_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.create_table(
        "figures",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("feared", sa.Boolean(), nullable=False),
        sa.Column("low", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("high", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("modifier", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=True),
        sa.Column("first_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("firm_at", UtcDateTime(), nullable=True),
        sa.Column("firm_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("standing", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("story", "kind", "group", "feared", "low", "high", name=op.f("pk_figures")),
    )
    op.create_table(
        "ledgers",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("latest", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_ledgers")),
    )
    op.create_table(
        "line_sightings",
        sa.Column("line", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("line", "cluster", name=op.f("pk_line_sightings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "said",
        sa.Column("cluster", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("feared", sa.Boolean(), nullable=False),
        sa.Column("low", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("high", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("cluster", "story", "kind", "group", "feared", "low", "high", name=op.f("pk_said")),
    )
    op.create_table(
        "sketch_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "seq", name=op.f("pk_sketch_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=True),
        sa.Column("last_at", UtcDateTime(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("word_square", sa.Double(), nullable=False),
        sa.Column("name_square", sa.Double(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("entities", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_index(op.f("ix_stories_last_at"), "stories", ["last_at"], unique=False)
    op.create_table(
        "tallies",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("feared", sa.Boolean(), nullable=False),
        sa.Column("denied", sa.Integer(), nullable=False),
        sa.Column("denied_by_authority", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("disputed_by_authority", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("story", "kind", "group", "feared", name=op.f("pk_tallies")),
    )
    op.create_table(
        "placings",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("features", sa.Text(), nullable=True),
        sa.Column("nearest", sa.String(length=32), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("held", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_placings_story")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_placings")),
    )
    op.create_index(op.f("ix_placings_story_seq"), "placings", ["story", "seq"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("published_guessed", sa.Boolean(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=True),
        sa.Column("fetched_at", UtcDateTime(), nullable=True),
        sa.Column("learnt_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], name=op.f("fk_revisions_article")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_revisions")),
    )
    op.create_index(op.f("ix_revisions_article_seq"), "revisions", ["article", "seq"], unique=False)
    op.create_index(op.f("ix_revisions_learnt_at"), "revisions", ["learnt_at"], unique=False)
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("learnt_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_alerts_seq")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("seq", name=op.f("uq_alerts_seq")),
    )
    op.create_index(op.f("ix_alerts_story"), "alerts", ["story"], unique=False)
    op.create_table(
        "claims",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("modifier", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("refers_to", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("group", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("number_start", sa.Integer(), nullable=True),
        sa.Column("number_end", sa.Integer(), nullable=True),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("voice_name", sa.Text(), nullable=False),
        sa.Column("change", sa.String(length=16), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("against", sa.JSON(), nullable=False),
        sa.Column("before_low", sa.BigInteger(), nullable=True),
        sa.Column("before_high", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_claims_seq")),
        sa.PrimaryKeyConstraint("seq", "position", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_story_kind_seq"), "claims", ["story", "kind", "seq"], unique=False)
    op.create_table(
        "edges",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("other", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joins", sa.Boolean(), nullable=False),
        sa.Column("relation", sa.String(length=12), nullable=False),
        sa.Column("in_other", sa.Float(), nullable=False),
        sa.Column("of_other", sa.Float(), nullable=False),
        sa.Column("jaccard", sa.Float(), nullable=False),
        sa.Column("passage_start", sa.Integer(), nullable=True),
        sa.Column("passage_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["other"], ["revisions.seq"], name=op.f("fk_edges_other")),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_edges_seq")),
        sa.PrimaryKeyConstraint("seq", "other", name=op.f("pk_edges")),
    )
    op.create_index(op.f("ix_edges_other"), "edges", ["other"], unique=False)
    op.create_table(
        "items",
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_items_seq")),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_items")),
    )
    op.create_index(op.f("ix_items_seq"), "items", ["seq"], unique=False)
    op.create_table(
        "signatures",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.BigInteger(), nullable=False),
        sa.Column("exact", sa.BigInteger(), nullable=True),
        sa.Column("scheme", sa.String(length=16), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("minhash", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_signatures_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_exact"), "signatures", ["exact"], unique=False)
    op.create_table(
        "changes",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("change", sa.String(length=16), nullable=False),
        sa.Column("has_before", sa.Boolean(), nullable=False),
        sa.Column("before_low", sa.BigInteger(), nullable=True),
        sa.Column("before_high", sa.BigInteger(), nullable=True),
        sa.Column("has_after", sa.Boolean(), nullable=False),
        sa.Column("after_low", sa.BigInteger(), nullable=True),
        sa.Column("after_high", sa.BigInteger(), nullable=True),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("claim_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("claim_position", sa.Integer(), nullable=False),
        sa.Column("against", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_seq", "claim_position"],
            ["claims.seq", "claims.position"],
            name=op.f("fk_changes_claim_seq_claim_position"),
        ),
        sa.ForeignKeyConstraint(["seq"], ["revisions.seq"], name=op.f("fk_changes_seq")),
        sa.PrimaryKeyConstraint("seq", "kind", "group", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_story_seq"), "changes", ["story", "seq"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("alert", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["alerts.id"], name=op.f("fk_outbox_alert")),
        sa.PrimaryKeyConstraint("alert", "channel", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_state_due_at"), "outbox", ["state", "due_at"], unique=False)
    op.create_table(
        "words",
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("feared", sa.Boolean(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("low", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("high", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("modifier", sa.String(length=16), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=True),
        sa.Column("first_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.String(length=32), nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.Column("authority", sa.Boolean(), nullable=False),
        sa.Column("meant_at", UtcDateTime(), nullable=True),
        sa.Column("meant_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("renewed_at", UtcDateTime(), nullable=True),
        sa.Column("renewed_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.Column("withdrawn_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_seq", "position"], ["claims.seq", "claims.position"], name=op.f("fk_words_first_seq_position")
        ),
        sa.PrimaryKeyConstraint("story", "kind", "group", "voice", "feared", "low", "high", name=op.f("pk_words")),
    )
