"""Events: one happening (or one silence) between two states, with the claims that support it.

An event is worked out from claims and never stored: other claims, another day of asking or a
changed rule may give another event. Its id names one of its claims, so it can always be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.model.claims import HAPPENED, EventType, Mode, Status
from detente.model.dates import When
from detente.model.entries import Entry
from detente.model.pairs import Pair
from detente.model.parties import Rank

PREFIX = "evt-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims were taken to speak of one happening: the score (0 to 1) in words."""

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field on which the claims of an event differ, each value with the ids that hold it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening or silence between the states of ``pair``.

    ``status`` is the latest that is reported of it. Where one claim says that it was held and
    another that it was not, ``is_disputed`` is true and the event counts as neither.
    ``when`` is the most exact time that a claim gives; ``day`` the day by which it had come about,
    known even where no claim gives a time. ``ranks`` are the highest on the side of either state.
    ``sources`` counts independent sources: outlets, wire copies once. ``is_implied`` marks a
    contact that only "not since DATE" tells of.
    """

    id: str
    pair: Pair
    what: Mode | EventType
    status: Status
    day: date
    ranks: tuple[Rank, Rank]
    entries: tuple[Entry, ...]
    sources: int
    when: When | None = None
    where: str | None = None
    is_disputed: bool = False
    is_implied: bool = False
    links: tuple[Link, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def is_contact(self) -> bool:
        """Whether it is communication or its lack; else it is another act."""
        return isinstance(self.what, Mode)

    @property
    def took_place(self) -> bool:
        """Whether communication is reported to have taken place, and nobody denies it.

        That two states have diplomatic ties is not yet that they speak.
        """
        speaks = self.is_contact and self.what is not Mode.TIES
        return speaks and self.status in HAPPENED and not self.is_disputed

    @property
    def first_known(self) -> date:
        """The day on which the first of its articles was known."""
        return min(entry.source.known for entry in self.entries)

    @property
    def last_known(self) -> date:
        """The day on which the last of its articles was known."""
        return max(entry.source.known for entry in self.entries)

    @property
    def best(self) -> Entry:
        """The entry to quote: told rather than implied, of the event's status, the first known."""
        return min(
            self.entries,
            key=lambda entry: (
                entry.claim.status is not self.status,
                entry.claim.when != self.when,
                entry.is_implied,
                entry.source.known,
                entry.id,
            ),
        )


def make_event_id(claim: str, pair: Pair) -> str:
    """The id of the event of a pair that holds a claim: ``evt-<claim's digest>-SWE-TUR``."""
    return f"{PREFIX}{claim.split('-', 1)[-1]}-{pair[0]}-{pair[1]}"


def parse_event_id(text: str) -> tuple[str, Pair]:
    """The claim's digest and the pair of states that an event id names.

    Raises: ``ValueError`` where it is not the id of an event.
    """
    parts = text.removeprefix(PREFIX).split("-")
    if not text.startswith(PREFIX) or len(parts) != 3 or not all(parts):
        raise ValueError(f"{text!r} is no id of an event")
    return parts[0], (parts[1], parts[2])
