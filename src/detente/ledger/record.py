"""Recording: one reading of one article in one transaction, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from detente.errors import LedgerError
from detente.ledger import schema
from detente.ledger.rows import claim_row, dump, party_rows
from detente.model.article import Article
from detente.model.claims import Action, Contact
from detente.model.days import last_day
from detente.model.encode import record_to_json
from detente.model.ids import digest
from detente.model.pairs import pairs_of
from detente.model.records import Record, Stamp

_ADD_WORDS = text("INSERT INTO article_words(rowid, text) VALUES (:seq, :text)")


class Recorded(StrEnum):
    """What recording an article did."""

    NEW = "new"
    REREAD = "reread"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """When a record reaches the ledger, and the sketch of its text's wording."""

    moment: datetime
    sketch: bytes


def find_stamp_key(stamp: Stamp | None) -> str:
    """What tells one reader from another: the same for the same program, pipeline and weights."""
    return _stamp(stamp)[1]


def is_recorded(conn: Connection, article_id: str, stamp_key: str) -> bool:
    """Whether this reader's reading of the article is in the ledger already."""
    query = (
        select(schema.reading.c.seq)
        .join(schema.article, schema.article.c.seq == schema.reading.c.article)
        .where(schema.article.c.id == article_id, schema.reading.c.stamp_key == stamp_key)
    )
    return conn.execute(query).first() is not None


def record_reading(conn: Connection, record: Record, arrival: Arrival) -> Recorded:
    """Add an article with what was read in it; nothing where it is there already.

    Raises: ``LedgerError`` where the ledger holds another text under the article's id.
    """
    article_seq, is_new = _record_article(conn, record.article, arrival)
    stamp, key = _stamp(record.stamp)
    raw = record_to_json(record)
    values = {
        "article": article_seq,
        "stamp": stamp,
        "stamp_key": key,
        "issues": dump(raw["issues"]),
        "recorded": arrival.moment.isoformat(timespec="seconds"),
    }
    seq = conn.execute(_if_new(conn.dialect.name, schema.reading), values).scalar()
    if seq is None:
        return Recorded.SAME
    _record_claims(conn, record, seq)
    statements = [
        {"reading": seq, "ordinal": number, "id": item["id"], "body": dump(item)}
        for number, item in enumerate(raw["statements"])
    ]
    if statements:
        conn.execute(insert(schema.statement), statements)
    return Recorded.NEW if is_new else Recorded.REREAD


def _record_article(conn: Connection, article: Article, arrival: Arrival) -> tuple[int, bool]:
    published = last_day(article.published)
    today = arrival.moment.date()
    values = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": str(article.published) if article.published else None,
        "url": article.url,
        "language": article.language,
        "source": article.source,
        "given": int(article.given_id is not None),
        "known": _known(published, today).isoformat(),
        "sketch": arrival.sketch,
        "recorded": arrival.moment.isoformat(timespec="seconds"),
    }
    seq: int | None = conn.execute(_if_new(conn.dialect.name, schema.article), values).scalar()
    if seq is not None:
        if conn.dialect.name == "sqlite":
            conn.execute(_ADD_WORDS, {"seq": seq, "text": article.text})
        return seq, True
    columns = schema.article.c
    held = conn.execute(select(columns.seq, columns.text).where(columns.id == article.id)).one()
    if held.text != article.text:
        raise LedgerError(
            article.id, "the ledger holds another text under this id", "give it an id of its own"
        )
    return held.seq, False


def _known(published: date | None, today: date) -> date:
    """The day by which it was known: nothing is known before it is published, or after today."""
    return today if published is None else min(published, today)


def _record_claims(conn: Connection, record: Record, reading: int) -> None:
    claims: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    pairs: list[dict[str, Any]] = []
    found: tuple[Contact | Action, ...] = (*record.contacts, *record.actions)
    for ordinal, claim in enumerate(found):
        claims.append(claim_row(claim, reading, ordinal))
        parties += party_rows(claim, reading, ordinal)
        pairs += [
            {"state_1": one, "state_2": other, "reading": reading, "ordinal": ordinal}
            for one, other in pairs_of(claim)
        ]
    for table, rows in (
        (schema.claim, claims),
        (schema.party, parties),
        (schema.pair, pairs),
    ):
        if rows:
            conn.execute(insert(table), rows)


@lru_cache(maxsize=8)  # made once: making a statement costs more than running it
def _if_new(dialect: str, table: Table) -> Insert:
    """Insert and give ``seq``; where the row is there already, give nothing.

    On PostgreSQL a second writer waits here for the first, so two can add one article at once.
    """
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing().returning(table.c.seq)
    return sqlite.insert(table).on_conflict_do_nothing().returning(table.c.seq)


@lru_cache(maxsize=16)
def _stamp(stamp: Stamp | None) -> tuple[str | None, str]:
    if stamp is None:
        return None, "none"
    raw = record_to_json(Record(article=Article(text="-"), stamp=stamp))["stamp"]
    written = dump(raw)
    return written, digest(written)
