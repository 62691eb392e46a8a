"""What an export is made from and what comes of it, with what had to be left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.model.article import Article
from detente.model.channels import Change
from detente.model.entries import Entry
from detente.model.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is exported: events, what turned (for feeds), articles (for their words), as of a day.

    ``version`` is the program's own, for the formats that say who coded.
    """

    events: tuple[Event, ...]
    as_of: date
    version: str
    changes: tuple[Change, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event or claim that a format cannot tell, and why."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A whole file: its bytes, how many rows or items it holds, and what was left out."""

    body: bytes
    count: int
    left_out: tuple[LeftOut, ...] = ()

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Why things were left out, with how many, the most frequent first."""
        counts = Counter(item.reason for item in self.left_out)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry with the ids of the events that it supports, and whether any is disputed."""

    entry: Entry
    events: tuple[str, ...]
    is_disputed: bool


def gather_entries(events: Iterable[Event]) -> tuple[Told, ...]:
    """The entries of all events, each once, in the order of their articles and places in them."""
    entries: dict[str, Entry] = {}
    by_entry: dict[str, list[Event]] = {}
    for event in events:
        for entry in event.entries:
            entries[entry.id] = entry
            by_entry.setdefault(entry.id, []).append(event)
    return tuple(
        Told(
            entry=entry,
            events=tuple(sorted(event.id for event in by_entry[entry.id])),
            is_disputed=any(event.is_disputed for event in by_entry[entry.id]),
        )
        for entry in sorted(entries.values(), key=_place)
    )


def render_tsv(rows: Iterable[Sequence[str]]) -> bytes:
    """Tab-separated lines; as nothing can be quoted there, white space becomes one space."""
    lines = ["\t".join(" ".join(value.split()) for value in row) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _place(entry: Entry) -> tuple[date, str, int, int, str]:
    evidence = entry.claim.evidence
    return entry.source.known, entry.source.article, evidence.start, evidence.end, entry.id
