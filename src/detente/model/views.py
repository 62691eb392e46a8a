"""What the ledger answers besides ladders and boards: search hits, things shown, problems found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.model.article import Article
from detente.model.channels import Ladder
from detente.model.entries import Correction, Entry, Source
from detente.model.events import Event
from detente.model.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found: some of its words, each part with whether it was sought."""

    source: Source
    excerpt: tuple[tuple[str, bool], ...]
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """An article in the ledger: its record as read, and its entries as corrected."""

    record: Record
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim in the ledger, with its article, all that a person said of it, and its events.

    ``is_superseded`` where the latest reading of the article no longer makes it.
    """

    entry: Entry
    article: Article
    corrections: tuple[Correction, ...]
    events: tuple[Event, ...]
    is_superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """An event, with the articles of its claims."""

    event: Event
    articles: tuple[Article, ...]


Shown = ShownArticle | ShownClaim | ShownEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a sourced chronology of two states is made of, in order of time."""

    ladder: Ladder
    events: tuple[Event, ...]
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An invariant of the ledger that does not hold: which, where, and what was found."""

    check: str
    subject: str
    message: str
