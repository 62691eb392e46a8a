"""The first form of the ledger: articles, readings, claims, corrections, and search over texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = ("article", "reading", "claim", "party", "pair", "statement", "correction")
_SEARCH = {
    "sqlite": "CREATE VIRTUAL TABLE article_words USING fts5("
    "text, content='article', content_rowid='seq', tokenize='porter unicode61')",
    "postgresql": "CREATE INDEX ix_article_words ON article"
    " USING gin (to_tsvector('english', text))",
}
_REFUSE = (
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$"
)


def upgrade() -> None:
    """Make all tables, the search index, and the triggers that let rows only be added."""
    for make in (
        _make_article,
        _make_reading,
        _make_claim,
        _make_party,
        _make_pair,
        _make_statement,
        _make_correction,
    ):
        make()
    dialect = op.get_bind().dialect.name
    op.execute(_SEARCH[dialect])
    if dialect == "postgresql":
        op.execute(_REFUSE)
    for table in _TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(_make_trigger(dialect, table, change))


def downgrade() -> None:
    """Refuse: what was recorded is never thrown away.

    Raises: ``NotImplementedError`` always.
    """
    raise NotImplementedError("the ledger only grows")


def _make_trigger(dialect: str, table: str, change: str) -> str:
    head = f"CREATE TRIGGER no_{change.lower()}_{table} BEFORE {change} ON {table}"
    if dialect == "postgresql":
        return f"{head} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    return f"{head} BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"


def _make_article() -> None:
    op.create_table(
        "article",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_article"),
        sa.UniqueConstraint("id", name="uq_article_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_article_known", "article", ["known"], unique=False)


def _make_reading() -> None:
    op.create_table(
        "reading",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=True),
        sa.Column("stamp_key", sa.Text(), nullable=False),
        sa.Column("issues", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.seq"], name="fk_reading_article"),
        sa.PrimaryKeyConstraint("seq", name="pk_reading"),
        sa.UniqueConstraint("article", "stamp_key", name="uq_reading_article_stamp_key"),
        sqlite_autoincrement=True,
    )


def _make_claim() -> None:
    op.create_table(
        "claim",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("quote_start", sa.Integer(), nullable=False),
        sa.Column("quote_end", sa.Integer(), nullable=False),
        sa.Column("when_start", sa.Text(), nullable=True),
        sa.Column("when_end", sa.Text(), nullable=True),
        sa.Column("when_text", sa.Text(), nullable=True),
        sa.Column("has_when", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("details", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.seq"], name="fk_claim_reading"),
        sa.PrimaryKeyConstraint("reading", "ordinal", name="pk_claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_id", "claim", ["id"], unique=False)


def _make_party() -> None:
    op.create_table(
        "party",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading", "ordinal"],
            ["claim.reading", "claim.ordinal"],
            name="fk_party_reading_ordinal",
        ),
        sa.PrimaryKeyConstraint("reading", "ordinal", "side", "position", name="pk_party"),
        sqlite_with_rowid=False,
    )


def _make_pair() -> None:
    op.create_table(
        "pair",
        sa.Column("state_1", sa.Text(), nullable=False),
        sa.Column("state_2", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "ordinal"],
            ["claim.reading", "claim.ordinal"],
            name="fk_pair_reading_ordinal",
        ),
        sa.PrimaryKeyConstraint("state_1", "state_2", "reading", "ordinal", name="pk_pair"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pair_state_2", "pair", ["state_2"], unique=False)


def _make_statement() -> None:
    op.create_table(
        "statement",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.seq"], name="fk_statement_reading"),
        sa.PrimaryKeyConstraint("reading", "ordinal", name="pk_statement"),
        sqlite_with_rowid=False,
    )


def _make_correction() -> None:
    op.create_table(
        "correction",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_correction"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_claim", "correction", ["claim"], unique=False)
