"""The tables of the ledger, for SQLite and PostgreSQL alike.

Rows are only ever added. What counts now follows from what was added last: the reading with the
greatest ``seq`` of an article, the correction with the greatest ``seq`` of a claim. Dates are texts
in ISO form, as far as they are known; moments are texts with an offset.

Changed only together with a new step in ``migrations/versions``; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

article = Table(
    "article",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True, comment="as Article.id"),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("published", Text, comment="ISO prefix"),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("source", Text, comment="where it was read from, for messages only"),
    Column("given", Integer, nullable=False, comment="1: the id came with it; 0: it is a digest"),
    Column("known", Text, nullable=False, comment="the day by which it was known"),
    Column("sketch", LargeBinary, nullable=False, comment="tells near-duplicate texts"),
    Column("recorded", Text, nullable=False),
    Index(None, "known"),
    comment="a published text, never changed",
    sqlite_autoincrement=True,
)

reading = Table(
    "reading",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("article", ForeignKey("article.seq"), nullable=False),
    Column("stamp", Text, comment="JSON: what made it"),
    Column("stamp_key", Text, nullable=False, comment="digest of stamp"),
    Column("issues", Text, nullable=False, comment="JSON: what could not be read"),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("article", "stamp_key"),
    comment="one reading of an article by one version of the reader; the last one counts",
    sqlite_autoincrement=True,
)

claim = Table(
    "claim",
    metadata,
    Column("reading", ForeignKey("reading.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False, comment="its place in the reading"),
    Column("id", Text, nullable=False, comment="the same claim keeps it through readings"),
    Column("kind", Text, nullable=False, comment="contact or action"),
    Column("type", Text, nullable=False, comment="mode of a contact, PLOVER type of an action"),
    Column("status", Text, nullable=False),
    Column("quote", Text, nullable=False, comment="the exact words it rests on"),
    Column("quote_start", Integer, nullable=False, comment="code points"),
    Column("quote_end", Integer, nullable=False, comment="exclusive"),
    Column("when_start", Text),
    Column("when_end", Text),
    Column("when_text", Text, comment="the text's own words; all three null: no time given"),
    Column("has_when", Integer, nullable=False),
    Column("place", Text),
    Column("details", Text, nullable=False, comment="JSON: topics, vouchers, why it was claimed"),
    PrimaryKeyConstraint("reading", "ordinal"),
    Index(None, "id"),
    comment="one contact or action that an article claims",
    sqlite_with_rowid=False,
)

party = Table(
    "party",
    metadata,
    Column("reading", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("side", Integer, nullable=False, comment="0: acts, asks or travels; 1: the other"),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("rank", Text, nullable=False),
    Column("name", Text),
    Column("office", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("reason", Text, comment="why it was resolved so"),
    PrimaryKeyConstraint("reading", "ordinal", "side", "position"),
    ForeignKeyConstraint(["reading", "ordinal"], ["claim.reading", "claim.ordinal"]),
    comment="who takes part in a claim",
    sqlite_with_rowid=False,
)

pair = Table(
    "pair",
    metadata,
    Column("state_1", Text, nullable=False, comment="first in the alphabet"),
    Column("state_2", Text, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    PrimaryKeyConstraint("state_1", "state_2", "reading", "ordinal"),
    ForeignKeyConstraint(["reading", "ordinal"], ["claim.reading", "claim.ordinal"]),
    Index(None, "state_2"),
    comment="which two states a claim is about; finds the claims of a pair",
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    Column("reading", ForeignKey("reading.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False, comment="JSON, as in the published record schema"),
    PrimaryKeyConstraint("reading", "ordinal"),
    comment="words that a speaker said",
    sqlite_with_rowid=False,
)

correction = Table(
    "correction",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("claim", Text, nullable=False, comment="claim.id; holds for all its readings"),
    Column("verdict", Text, nullable=False, comment="reject, amend or restore"),
    Column("changes", Text, nullable=False, comment="JSON: field to new value"),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Index(None, "claim"),
    comment="a person's word on a claim; the last one counts",
    sqlite_autoincrement=True,
)
