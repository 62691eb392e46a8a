"""Full-text search over articles: FTS5 on SQLite, tsvector on PostgreSQL, one way of asking.

Words must all stand in the text, in any order and form; "words in quotation marks" stand together;
-word must not stand in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    exists,
    func,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.sql.expression import literal_column

from detente.errors import UsageError
from detente.ledger import schema
from detente.model.dates import PartialDate
from detente.model.entries import Source
from detente.model.views import Hit

_OPEN, _CLOSE = "\x02", "\x03"  # stand in no text; ingest refuses control characters
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_EXCERPT = 24  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which articles a search looks at: all that fit whatever is given.

    ``states``: with a claim between two of them, or with the one.
    """

    states: tuple[str, ...] = ()
    outlet: str | None = None
    since: date | None = None
    until: date | None = None


def find_hits(conn: Connection, words: str, only: Filter, *, limit: int) -> tuple[Hit, ...]:
    """Articles that hold these words, the best first.

    Raises: ``UsageError`` where nothing is left to look for.
    """
    terms = _parse(words)
    query = _sqlite(terms) if conn.dialect.name == "sqlite" else _postgresql(terms)
    columns = schema.article.c
    claims = (
        select(func.count())
        .select_from(schema.claim)
        .join(schema.reading, schema.reading.c.seq == schema.claim.c.reading)
        .where(schema.reading.c.article == columns.seq, _is_latest())
        .scalar_subquery()
    )
    query = query.add_columns(claims.label("claims")).where(*_conditions(only)).limit(limit)
    return tuple(_hit(row) for row in conn.execute(query))


def _parse(words: str) -> list[tuple[bool, str]]:
    """Each word or phrase with whether it is wanted.

    Raises: ``UsageError`` where none is.
    """
    terms = [
        (not minus, " ".join(re.findall(r"\w+", quoted or plain)))
        for minus, quoted, plain in _TERM.findall(words)
    ]
    terms = [(wanted, term) for wanted, term in terms if term]
    if not any(wanted for wanted, _ in terms):
        raise UsageError(words or "''", "holds no word to look for", "give a word or a phrase")
    return terms


def _sqlite(terms: list[tuple[bool, str]]) -> Select[Any]:
    wanted = " AND ".join(f'"{term}"' for is_wanted, term in terms if is_wanted)
    without = "".join(f' NOT "{term}"' for is_wanted, term in terms if not is_wanted)
    excerpt: Any = literal_column(
        f"snippet(article_words, 0, char(2), char(3), '…', {_EXCERPT})"
    ).label("excerpt")
    words = table("article_words", column("rowid"))
    return (
        select(schema.article, excerpt)
        .select_from(schema.article)
        .join(words, words.c.rowid == schema.article.c.seq)
        .where(text("article_words MATCH :terms").bindparams(terms=f"({wanted}){without}"))
        .order_by(literal_column("bm25(article_words)"), schema.article.c.known.desc())
    )


def _postgresql(terms: list[tuple[bool, str]]) -> Select[Any]:
    words = schema.article.c.text
    asked = " ".join(f'{"" if is_wanted else "-"}"{term}"' for is_wanted, term in terms)
    query = func.websearch_to_tsquery("english", asked)
    vector = func.to_tsvector(literal_column("'english'"), words)
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxWords={_EXCERPT}, MinWords={_EXCERPT // 2}"
    excerpt = func.ts_headline("english", words, query, options).label("excerpt")
    return (
        select(schema.article, excerpt)
        .where(vector.op("@@")(query))
        .order_by(func.ts_rank(vector, query).desc(), schema.article.c.known.desc())
    )


def _conditions(only: Filter) -> list[ColumnElement[bool]]:
    columns = schema.article.c
    found: list[ColumnElement[bool]] = []
    if only.outlet is not None:
        found.append(func.lower(columns.outlet) == only.outlet.lower())
    if only.since is not None:
        found.append(columns.known >= only.since.isoformat())
    if only.until is not None:
        found.append(columns.known <= only.until.isoformat())
    if only.states:
        pair = schema.pair.c
        states = [or_(pair.state_1 == state, pair.state_2 == state) for state in only.states]
        found.append(
            exists()
            .select_from(
                schema.pair.join(schema.reading, schema.reading.c.seq == schema.pair.c.reading)
            )
            .where(and_(*states), schema.reading.c.article == columns.seq, _is_latest())
            .correlate(schema.article)
        )
    return found


def _is_latest() -> ColumnElement[bool]:
    newer = schema.reading.alias("newer")
    return ~exists().where(
        newer.c.article == schema.reading.c.article, newer.c.seq > schema.reading.c.seq
    )


def _hit(row: Any) -> Hit:
    source = Source(
        article=row.id,
        known=date.fromisoformat(row.known),
        title=row.title,
        outlet=row.outlet,
        published=PartialDate(row.published) if row.published else None,
        url=row.url,
    )
    return Hit(source=source, excerpt=_split(row.excerpt), claims=row.claims)


def _split(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """An excerpt in parts, each with whether it was sought."""
    parts = re.split(f"{_OPEN}(.*?){_CLOSE}", " ".join(excerpt.split(" ")), flags=re.DOTALL)
    return tuple((part, bool(number % 2)) for number, part in enumerate(parts) if part)
