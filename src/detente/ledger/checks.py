"""Every invariant of the stored ledger as one small function; what does not hold is a Problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, exists, func, or_, select, text

from detente.errors import LedgerError
from detente.ledger import query, schema
from detente.ledger.review import apply_correction
from detente.model.article import Article
from detente.model.dates import PartialDate
from detente.model.days import last_day
from detente.model.pairs import pairs_of
from detente.model.views import Problem

Check = Callable[[Connection], Iterator[Problem]]


def check_ledger(conn: Connection) -> tuple[Problem, ...]:
    """All that does not hold, in the order of the checks."""
    return tuple(problem for check in CHECKS for problem in check(conn))


def check_database(conn: Connection) -> Iterator[Problem]:
    """The database itself is whole; a server sees to that by itself."""
    if conn.dialect.name != "sqlite":
        return
    for row in conn.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield Problem(check="database", subject="file", message=str(row[0]))
    for row in conn.execute(text("PRAGMA foreign_key_check")):
        yield Problem(check="database", subject=str(row[0]), message="a row belongs to nothing")


def check_articles(conn: Connection) -> Iterator[Problem]:
    """An article's id is the digest of what it says, and it was known on no impossible day."""
    for row in conn.execute(select(schema.article)):
        published = PartialDate(row.published) if row.published else None
        article = Article(text=row.text, outlet=row.outlet, published=published)
        if not row.given and article.id != row.id:
            yield Problem(check="articles", subject=row.id, message="is not what its id says")
        day = last_day(published)
        recorded = row.recorded[:10]
        expected = recorded if day is None else min(day.isoformat(), recorded)
        if row.known != expected:
            message = f"known on {row.known}, by its dates on {expected}"
            yield Problem(check="articles", subject=row.id, message=message)


def check_readings(conn: Connection) -> Iterator[Problem]:
    """Every article has been read."""
    unread = ~exists().where(schema.reading.c.article == schema.article.c.seq)
    for found in conn.execute(select(schema.article.c.id).where(unread)).scalars():
        yield Problem(check="readings", subject=found, message="has no reading")


def check_evidence(conn: Connection) -> Iterator[Problem]:
    """Every quote stands in its article where the claim says, counted in code points."""
    rows = conn.execute(
        select(schema.claim.c.id, schema.claim.c.quote, schema.claim.c.quote_start, _TEXT)
        .join(schema.reading, schema.reading.c.seq == schema.claim.c.reading)
        .join(schema.article, schema.article.c.seq == schema.reading.c.article)
    )
    for row in rows:
        start, end = row.quote_start, row.quote_start + len(row.quote)
        if not row.quote or row.text[start:end] != row.quote:
            message = f"its quote does not stand at {start} of its article"
            yield Problem(check="evidence", subject=row.id, message=message)


def check_sides(conn: Connection) -> Iterator[Problem]:
    """Every claim has a party on either side."""
    claim, party = schema.claim.c, schema.party.c
    lacks = [
        ~exists().where(
            party.reading == claim.reading, party.ordinal == claim.ordinal, party.side == side
        )
        for side in (0, 1)
    ]
    for found in conn.execute(select(claim.id).where(or_(*lacks))).scalars():
        yield Problem(check="sides", subject=found, message="has nobody on one side")


def check_pairs(conn: Connection) -> Iterator[Problem]:
    """The table of pairs says what the parties of each claim say."""
    claim, pair = schema.claim.c, schema.pair.c
    stored: dict[tuple[int, int], set[tuple[str, str]]] = {}
    for row in conn.execute(select(schema.pair)):
        stored.setdefault((row.reading, row.ordinal), set()).add((row.state_1, row.state_2))
    for row, found in query.find_rows(conn):
        if set(pairs_of(found)) != stored.get((row.reading, row.ordinal), set()):
            yield Problem(check="pairs", subject=row.id, message="is not found by its states")
    orphans = ~exists().where(claim.reading == pair.reading, claim.ordinal == pair.ordinal)
    count = conn.execute(select(func.count()).select_from(schema.pair).where(orphans)).scalar_one()
    if count:
        yield Problem(check="pairs", subject="pair", message=f"{count} rows of no claim")


def check_corrections(conn: Connection) -> Iterator[Problem]:
    """Every correction names a claim that there is, and changes that it can have."""
    for correction in query.find_corrections(conn):
        row = query.find_claim_as_read(conn, correction.claim)
        if row is None:
            message = "is corrected, but there is no such claim"
            yield Problem(check="corrections", subject=correction.claim, message=message)
            continue
        try:
            apply_correction(row, correction)
        except LedgerError as error:
            yield Problem(check="corrections", subject=correction.claim, message=str(error))


def check_search(conn: Connection) -> Iterator[Problem]:
    """Every article can be found by its words."""
    if conn.dialect.name != "sqlite":
        return  # PostgreSQL keeps its index itself
    words = conn.execute(text("SELECT count(*) FROM article_words_docsize")).scalar_one()
    articles = conn.execute(select(func.count()).select_from(schema.article)).scalar_one()
    if words != articles:
        message = f"{words} of {articles} articles can be searched"
        yield Problem(check="search", subject="article_words", message=message)


_TEXT = schema.article.c.text
CHECKS: tuple[Check, ...] = (
    check_database,
    check_articles,
    check_readings,
    check_evidence,
    check_sides,
    check_pairs,
    check_corrections,
    check_search,
)
"""All checks, those on which others rest first."""
