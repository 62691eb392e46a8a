"""Ledger: an opened ledger, and the one place that joins the store with the rules over it.

What is stored comes from `detente.ledger`; what it means (events, channels, changes) is worked out
by pure functions of `detente.resolve` each time it is asked for, so that the rules can change
without a claim being touched. Days are arguments; the clock is read only to date what is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from detente.errors import LedgerError
from detente.ledger import query
from detente.ledger.checks import check_ledger
from detente.ledger.database import Database, open_database
from detente.ledger.record import Arrival, Recorded, find_stamp_key, is_recorded, record_reading
from detente.ledger.review import check_changes, record_correction
from detente.ledger.search import Filter, find_hits
from detente.lexicon.channel_rules import ChannelRules, load_channel_rules
from detente.lexicon.state_names import get_code
from detente.model.article import Article
from detente.model.channels import Board, Change, Ladder
from detente.model.entries import Correction, Entry, Verdict
from detente.model.events import Event
from detente.model.pairs import Pair, make_pair, pairs_of
from detente.model.records import Record, Stamp
from detente.model.views import Brief, Hit, Problem, Shown
from detente.resolve.changes import make_board
from detente.resolve.channels import make_ladder
from detente.resolve.copies import make_sketch
from detente.resolve.events import find_events
from detente.showing import show

Clock = Callable[[], datetime]
WINDOW = timedelta(days=30)
"""How far back the board looks for what turned."""
_KEPT = 256
"""Pairs whose events an opened ledger keeps at hand; it forgets them when anything is added."""
_Asked = tuple[tuple[int, int], Pair, date | None, date | None]


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An opened ledger; use it in a ``with`` statement, or close it.

    States are named by code or in English ("TUR", "Turkey"). ``as_of`` asks for what had happened
    by a day, ``known_by`` for what had been reported by one; left out, they are the last day that
    the ledger knows of, and all reports.
    """

    def __init__(self, database: Database, rules: ChannelRules, clock: Clock = _now) -> None:
        self._database = database
        self._rules = rules
        self._clock = clock
        self._settled: dict[_Asked, tuple[Event, ...]] = {}
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

    def find_articles(self) -> tuple[str, ...]:
        """The ids of all articles, in the order they were recorded."""
        with self._database.read() as conn:
            return query.find_article_ids(conn)

    def find_pairs(self) -> tuple[Pair, ...]:
        """All pairs of states that any claim was ever about, sorted."""
        with self._database.read() as conn:
            return query.find_pairs(conn)

    def find_entries(
        self, one: str | None = None, other: str | None = None, *, known_by: date | None = None
    ) -> tuple[Entry, ...]:
        """Claims with their sources, as corrected: of a pair of states, or all."""
        pair = _pair(one, other) if one is not None and other is not None else None
        with self._database.read() as conn:
            return query.find_entries(conn, pair, known_by=known_by)

    def find_corrections(self) -> tuple[Correction, ...]:
        """All corrections, oldest first."""
        with self._database.read() as conn:
            return query.find_corrections(conn)

    def last_day(self, known_by: date | None = None) -> date:
        """The latest day on which an article was known.

        Raises: ``LedgerError`` where the ledger holds no article known by then.
        """
        with self._database.read() as conn:
            found = query.find_last_day(conn, known_by)
        if found is None:
            then = f" known by {known_by}" if known_by else ""
            raise LedgerError(
                self.location, f"holds no article{then}", "add some with: detente add ARTICLE"
            )
        return found

    def events(
        self, one: str, other: str, *, as_of: date | None = None, known_by: date | None = None
    ) -> tuple[Event, ...]:
        """The events between two states, contacts and other acts, in order of time."""
        pair = _pair(one, other)
        with self._database.read() as conn:
            key = (query.find_version(conn), pair, as_of, known_by)
            if key not in self._settled:
                entries = query.find_entries(conn, pair, known_by=known_by)
                if len(self._settled) >= _KEPT:
                    self._settled.clear()
                self._settled[key] = find_events(entries, pair, as_of=as_of)
        return self._settled[key]

    def all_events(
        self, *, as_of: date | None = None, known_by: date | None = None
    ) -> Mapping[Pair, tuple[Event, ...]]:
        """The events of every pair of states."""
        by_pair: dict[Pair, list[Entry]] = {}
        for entry in self.find_entries(known_by=known_by):
            for pair in pairs_of(entry.claim):
                by_pair.setdefault(pair, []).append(entry)
        return {pair: find_events(by_pair[pair], pair, as_of=as_of) for pair in sorted(by_pair)}

    def status(
        self, one: str, other: str, *, as_of: date | None = None, known_by: date | None = None
    ) -> Ladder:
        """The ladder of channels between two states."""
        day = as_of or self.last_day(known_by)
        events = self.events(one, other, as_of=day, known_by=known_by)
        return make_ladder(events, _pair(one, other), self._rules, as_of=day, known_by=known_by)

    def board(
        self,
        *,
        since: date | None = None,
        as_of: date | None = None,
        known_by: date | None = None,
    ) -> Board:
        """All pairs of states, those first of which most turned ``since`` (else in 30 days)."""
        day = as_of or self.last_day(known_by)
        events = self.all_events(as_of=day, known_by=known_by)
        return make_board(
            events, self._rules, as_of=day, since=since or day - WINDOW, known_by=known_by
        )

    def changes(
        self, since: date, *, as_of: date | None = None, known_by: date | None = None
    ) -> tuple[Change, ...]:
        """What turned after a day, between any two states, in order of time."""
        rows = self.board(since=since, as_of=as_of, known_by=known_by).rows
        found = [change for row in rows for change in row.changes]
        return tuple(sorted(found, key=lambda item: (item.day, item.pair, -item.weight)))

    def brief(
        self,
        one: str,
        other: str,
        *,
        since: date | None = None,
        as_of: date | None = None,
        known_by: date | None = None,
    ) -> Brief:
        """What a sourced chronology of two states is made of."""
        day = as_of or self.last_day(known_by)
        events = self.events(one, other, as_of=day, known_by=known_by)
        ladder = make_ladder(events, _pair(one, other), self._rules, as_of=day, known_by=known_by)
        chosen = tuple(event for event in events if since is None or event.day >= since)
        return Brief(ladder=ladder, events=chosen, since=since)

    def show(self, prefix: str) -> Shown:
        """The claim, event or article of an id or of the beginning of one.

        Raises: ``LedgerError`` where there is none, or more than one.
        """
        with self._database.read() as conn:
            return show(conn, prefix)

    def search(
        self,
        words: str,
        *,
        states: tuple[str, ...] = (),
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 20,
    ) -> tuple[Hit, ...]:
        """Articles that hold all these words, the best first.

        Raises: ``UsageError`` where there is no word to look for, or a state is unknown.
        """
        codes = tuple(get_code(state) for state in states)
        only = Filter(states=codes, outlet=outlet, since=since, until=until)
        with self._database.read() as conn:
            return find_hits(conn, words, only, limit=limit)

    def correct(
        self,
        claim: str,
        verdict: Verdict,
        *,
        reason: str,
        author: str,
        changes: Mapping[str, str] | None = None,
    ) -> Correction:
        """Record a person's word on a claim: it counts from now on, and what was read stays.

        Raises: ``LedgerError`` where there is no such claim or it cannot be changed so.
        """
        correction = Correction(
            claim=claim,
            verdict=verdict,
            reason=reason,
            author=author,
            recorded="",
            changes=dict(changes or {}),
        )
        with self._database.write() as conn:
            read = query.find_claim_as_read(conn, claim)
            if read is None:
                raise LedgerError(claim, "is no claim in the ledger", "see: detente show ARTICLE")
            check_changes(read, correction.changes)
            kept = record_correction(conn, correction, self._clock())
        self.sync()
        return kept

    def check(self) -> tuple[Problem, ...]:
        """All invariants that do not hold; none where the ledger is sound."""
        with self._database.read() as conn:
            return check_ledger(conn)


def open_ledger(
    location: str, *, create: bool = False, rules: Path | None = None, clock: Clock = _now
) -> Ledger:
    """The ledger at a path or PostgreSQL URL, with the packaged rules for channels or one's own.

    Raises: ``LedgerError`` where there is none (unless ``create``) or it cannot be opened;
    ``LexiconError`` for wrong rules.
    """
    loaded = load_channel_rules(rules)
    return Ledger(open_database(location, create=create), loaded, clock)


def _pair(one: str, other: str) -> Pair:
    return make_pair(get_code(one), get_code(other))
