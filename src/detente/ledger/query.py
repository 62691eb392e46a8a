"""Questions to the ledger: SQL in, model values out.

Only the latest reading of an article counts, and a claim is as its latest correction has it; a
rejected claim is left out unless it is asked for by its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, select

from detente.errors import LedgerError
from detente.ledger import schema
from detente.ledger.review import PARTY_FIELD, apply_correction, make_correction
from detente.ledger.rows import make_claim
from detente.model.article import Article
from detente.model.claims import Action, Contact
from detente.model.dates import PartialDate
from detente.model.decode import record_from_json
from detente.model.entries import Correction, Entry, Source, Verdict
from detente.model.pairs import Pair, pairs_of
from detente.model.records import Record, Stamp

_A, _R, _C, _P, _PAIR = (
    schema.article.c,
    schema.reading.c,
    schema.claim.c,
    schema.party.c,
    schema.pair.c,
)


def find_pairs(conn: Connection) -> tuple[Pair, ...]:
    """All pairs of states that any claim was ever about, sorted."""
    query = select(_PAIR.state_1, _PAIR.state_2).distinct()
    pairs = {(row.state_1, row.state_2) for row in conn.execute(query)}
    for entry in _find_moved(conn, []):
        pairs.update(pairs_of(entry.claim))
    return tuple(sorted(pairs))


def find_entries(
    conn: Connection, pair: Pair | None = None, *, known_by: date | None = None
) -> tuple[Entry, ...]:
    """The entries on a pair of states (else all), of articles known by a day (else by now)."""
    where: list[ColumnElement[bool]] = [_is_current()]
    if known_by is not None:
        where.append(_A.known <= known_by.isoformat())
    entries = tuple(_load(conn, where, pair))
    moved = _find_moved(conn, where) if pair is not None else ()
    if pair is None or not moved:
        return entries
    there = {entry.id for entry in moved}
    kept = [entry for entry in entries if entry.id not in there]
    return (*kept, *(entry for entry in moved if pair in pairs_of(entry.claim)))


def find_entries_of(conn: Connection, articles: Iterable[str]) -> tuple[Entry, ...]:
    """The entries of these articles, in the order of their texts."""
    return tuple(_load(conn, [_is_current(), _A.id.in_(list(articles))], None))


def find_claim(conn: Connection, claim_id: str) -> Entry | None:
    """The latest form of a claim, also where it is rejected or superseded; else ``None``."""
    found = list(_load(conn, [_C.id == claim_id], None, keep_rejected=True))
    return found[-1] if found else None


def find_claim_as_read(conn: Connection, claim_id: str) -> Contact | Action | None:
    """The claim as the last reading that makes it has it, without corrections; else ``None``."""
    found = list(_make_claims(conn, [_C.id == claim_id], None))
    return found[-1][1] if found else None


def find_rows(conn: Connection) -> Iterator[tuple[Row[Any], Contact | Action]]:
    """All claims of all readings as they were read, with their rows."""
    return _make_claims(conn, [], None)


def is_superseded(conn: Connection, claim_id: str) -> bool:
    """Whether the latest reading of its article no longer makes this claim."""
    query = _select_claims().where(_C.id == claim_id, _is_current())
    return conn.execute(query).first() is None


def find_ids(conn: Connection, prefix: str) -> tuple[str, ...]:
    """Up to two claim or article ids that begin with ``prefix``: enough to see if it is unique."""
    found: list[str] = []
    for column in (_C.id, _A.id):
        query = select(column).distinct().where(column.startswith(prefix, autoescape=True)).limit(2)
        found += conn.execute(query.order_by(column)).scalars()
    return tuple(found[:2])


def find_last_day(conn: Connection, known_by: date | None = None) -> date | None:
    """The latest day on which an article in the ledger was known; ``None`` for an empty ledger."""
    query = select(func.max(_A.known))
    if known_by is not None:
        query = query.where(_A.known <= known_by.isoformat())
    found = conn.execute(query).scalar()
    return date.fromisoformat(found) if found else None


def get_article(conn: Connection, article_id: str) -> Article:
    """The article of this id.

    Raises: ``LedgerError`` where the ledger has none.
    """
    row = conn.execute(select(schema.article).where(_A.id == article_id)).first()
    if row is None:
        raise LedgerError(article_id, "is not in the ledger", "look for it with: detente search")
    return _article(row)


def get_record(conn: Connection, article_id: str) -> Record:
    """What the latest reading of an article found, as it was read, without corrections.

    Raises: ``LedgerError`` where the ledger has no such article.
    """
    article = get_article(conn, article_id)
    query = (
        select(schema.reading)
        .join(schema.article, _A.seq == _R.article)
        .where(_A.id == article_id)
        .order_by(_R.seq.desc())
    )
    row = conn.execute(query).first()
    if row is None:
        return Record(article=article)
    made = list(_make_claims(conn, [_R.seq == row.seq], None))
    contacts = tuple(claim for _, claim in made if isinstance(claim, Contact))
    actions = tuple(claim for _, claim in made if isinstance(claim, Action))
    statement = schema.statement.c
    bodies = conn.execute(
        select(statement.body).where(statement.reading == row.seq).order_by(statement.ordinal)
    ).scalars()
    rest = record_from_json(
        {
            "id": article.id,
            "text": article.text,
            "statements": [json.loads(body) for body in bodies],
            "issues": json.loads(row.issues),
        },
        article_id,
    )
    return Record(
        article=article,
        contacts=contacts,
        actions=actions,
        statements=rest.statements,
        issues=rest.issues,
        stamp=Stamp(**json.loads(row.stamp)) if row.stamp else None,
    )


def find_version(conn: Connection) -> tuple[int, int]:
    """Two numbers that grow whenever anything is added that an answer may rest on."""
    reading = conn.execute(select(func.max(_R.seq))).scalar() or 0
    return reading, conn.execute(select(func.max(schema.correction.c.seq))).scalar() or 0


def find_article_ids(conn: Connection) -> tuple[str, ...]:
    """The ids of all articles, in the order they were recorded."""
    return tuple(conn.execute(select(_A.id).order_by(_A.seq)).scalars())


def find_corrections(conn: Connection, claim_id: str | None = None) -> tuple[Correction, ...]:
    """All corrections (of one claim), oldest first."""
    query = select(schema.correction).order_by(schema.correction.c.seq)
    if claim_id is not None:
        query = query.where(schema.correction.c.claim == claim_id)
    return tuple(make_correction(row) for row in conn.execute(query))


def count_rows(conn: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        table.name: conn.execute(select(func.count()).select_from(table)).scalar_one()
        for table in schema.metadata.sorted_tables
    }


def _find_moved(conn: Connection, where: list[ColumnElement[bool]]) -> tuple[Entry, ...]:
    """Entries whose states a person corrected: they are no longer where the table of pairs says."""
    moved = {
        item.claim
        for item in find_corrections(conn)
        if any(field.startswith(PARTY_FIELD) for field in item.changes)
    }
    return tuple(_load(conn, [*where, _C.id.in_(moved)], None)) if moved else ()


def _is_current() -> ColumnElement[bool]:
    newer = schema.reading.alias("newer")
    return ~exists().where(newer.c.article == _R.article, newer.c.seq > _R.seq)


def _select_claims() -> Select[Any]:
    return (
        select(
            schema.claim,
            _A.id.label("article_id"),
            _A.title,
            _A.outlet,
            _A.published,
            _A.url,
            _A.known,
            _A.sketch,
        )
        .join(schema.reading, _R.seq == _C.reading)
        .join(schema.article, _A.seq == _R.article)
    )


def _in_pair(query: Select[Any], column: Any, pair: Pair) -> Select[Any]:
    return query.join(
        schema.pair, and_(_PAIR.reading == column.reading, _PAIR.ordinal == column.ordinal)
    ).where(_PAIR.state_1 == pair[0], _PAIR.state_2 == pair[1])


def _make_claims(
    conn: Connection, where: list[ColumnElement[bool]], pair: Pair | None
) -> Iterator[tuple[Row[Any], Contact | Action]]:
    """Claims with their rows, in the order of reading and place in it."""
    claims = _select_claims().where(*where).order_by(_C.reading, _C.ordinal)
    parties = (
        select(schema.party)
        .join(schema.claim, and_(_C.reading == _P.reading, _C.ordinal == _P.ordinal))
        .join(schema.reading, _R.seq == _C.reading)
        .join(schema.article, _A.seq == _R.article)
        .where(*where)
        .order_by(_P.reading, _P.ordinal, _P.side, _P.position)
    )
    if pair is not None:
        claims, parties = _in_pair(claims, _C, pair), _in_pair(parties, _P, pair)
    grouped = {
        key: tuple(rows)
        for key, rows in groupby(
            conn.execute(parties).all(), key=lambda row: (row.reading, row.ordinal)
        )
    }
    for row in conn.execute(claims).all():
        yield row, make_claim(row, grouped.get((row.reading, row.ordinal), ()), row.article_id)


def _load(
    conn: Connection,
    where: list[ColumnElement[bool]],
    pair: Pair | None,
    *,
    keep_rejected: bool = False,
) -> Iterator[Entry]:
    corrections = {item.claim: item for item in find_corrections(conn)}
    sources: dict[str, Source] = {}
    for row, claim in _make_claims(conn, where, pair):
        source = sources.get(row.article_id) or sources.setdefault(row.article_id, _source(row))
        correction = corrections.get(row.id)
        if correction is None or correction.verdict is Verdict.RESTORE:
            yield Entry(claim=claim, source=source, origin=row.id)
        elif keep_rejected or correction.verdict is not Verdict.REJECT:
            yield Entry(
                claim=apply_correction(claim, correction),
                source=source,
                correction=correction,
                origin=row.id,
            )


def _source(row: Row[Any]) -> Source:
    return Source(
        article=row.article_id,
        known=date.fromisoformat(row.known),
        title=row.title,
        outlet=row.outlet,
        published=PartialDate(row.published) if row.published else None,
        url=row.url,
        sketch=row.sketch,
    )


def _article(row: Row[Any]) -> Article:
    return Article(
        text=row.text,
        title=row.title,
        outlet=row.outlet,
        author=row.author,
        published=PartialDate(row.published) if row.published else None,
        url=row.url,
        language=row.language,
        source=row.source,
        given_id=row.id if row.given else None,
    )
