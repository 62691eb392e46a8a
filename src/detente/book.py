"""Ledger: an opened ledger, and the one place that joins the store with the rules over it.

What is stored comes from `detente.ledger`; what it means (events, channels, changes) is worked out
by pure functions of `detente.resolve` each time it is asked for, so that the rules can change
without a claim being touched. Days are arguments; the clock is read only to date what is recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from detente.ledger import query
from detente.ledger.database import Database, open_database
from detente.ledger.record import Arrival, Recorded, find_stamp_key, is_recorded, record_reading
from detente.model.article import Article
from detente.model.records import Record, Stamp
from detente.resolve.copies import make_sketch

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An opened ledger; use it in a ``with`` statement, or close it."""

    def __init__(self, database: Database, clock: Clock = _now) -> None:
        self._database = database
        self._clock = clock
        self.location = database.location

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def sync(self) -> None:
        """Wait until the disk holds all that was recorded, so that even a power cut keeps it."""
        self._database.sync()

    def holds(self, article: Article, stamp: Stamp | None) -> bool:
        """Whether this reader's reading of the article is recorded already."""
        with self._database.read() as conn:
            return is_recorded(conn, article.id, find_stamp_key(stamp))

    def add(self, record: Record) -> Recorded:
        """Record a reading of an article, whole or not at all.

        Once it returns, a killed program loses nothing of it; see `sync` for a power cut.
        Raises: ``LedgerError`` where the ledger holds another text under the article's id.
        """
        arrival = Arrival(moment=self._clock(), sketch=make_sketch(record.article.text))
        with self._database.write() as conn:
            return record_reading(conn, record, arrival)

    def get_record(self, article: str) -> Record:
        """What the latest reading of an article found, as it was read, without corrections.

        Raises: ``LedgerError`` where the ledger has no such article.
        """
        with self._database.read() as conn:
            return query.get_record(conn, article)


def open_ledger(location: str, *, create: bool = False, clock: Clock = _now) -> Ledger:
    """The ledger at a path or PostgreSQL URL.

    Raises: ``LedgerError`` where there is none (unless ``create``) or it cannot be opened.
    """
    return Ledger(open_database(location, create=create), clock)
