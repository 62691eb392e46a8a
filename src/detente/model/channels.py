"""Channels: the line between two states at a pair of ranks, as of a day; ladders, changes, boards.

All are worked out from events by rules that stand in a table; none is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.events import Event
from detente.model.pairs import Pair
from detente.model.parties import Rank

Ranks = tuple[Rank, Rank]


class ChannelState(StrEnum):
    """How a line between two states stands."""

    OPEN = "open"
    QUIET = "quiet"
    STRAINED = "strained"
    BLOCKED = "blocked"
    SUSPENDED = "suspended"
    SEVERED = "severed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """How long no contact has been reported, in days, and how unusual that is.

    ``usual`` is the median of the days between one contact and the next, ``longest`` the greatest;
    ``chance`` (0 to 1) that a silence as long as this comes about at the pace of before: see
    `resolve.silences`. The three are ``None`` where there were too few contacts to tell.
    """

    since: date
    days: int
    usual: int | None = None
    longest: int | None = None
    chance: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A contact that was asked for and refused; the states are ``None`` where it is not told."""

    event: Event
    asker: str | None
    refuser: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The line between the states of ``pair`` at a pair of ranks (``None``: at any rank).

    ``state`` follows from ``because`` by the rule named, ``reason`` says how. ``overdue`` is a plan
    whose day has passed without a report of what became of it. ``contacts`` counts the contacts
    reported to have taken place; ``refusals`` are those since the last of them, latest first.
    """

    pair: Pair
    ranks: Ranks | None
    state: ChannelState
    rule: str
    reason: str
    because: tuple[Event, ...] = ()
    last_contact: Event | None = None
    last_attempt: Event | None = None
    refusals: tuple[Refusal, ...] = ()
    next_planned: Event | None = None
    overdue: Event | None = None
    silence: Silence | None = None
    contacts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """All channels between two states as of a day, the highest ranks first.

    ``overall`` takes all ranks together. ``unreported`` are ranks of which no contact, attempt or
    silence between equals is reported. ``known_by`` is ``None`` where all reports count.
    """

    pair: Pair
    as_of: date
    known_by: date | None
    overall: Channel
    channels: tuple[Channel, ...] = ()
    unreported: tuple[Rank, ...] = ()


class ChangeKind(StrEnum):
    """What sort of turn a change is."""

    FIRST_CONTACT = "first contact"
    FIRST_REPORT = "first report"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    REFUSAL = "refusal"
    CANCELLATION = "cancellation"
    DISPUTE = "dispute"
    PLAN = "plan"
    PROPOSAL = "proposal"
    STATE = "state"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What turned between two states on a day; ``event`` is the one behind it.

    ``day`` is when it was first reported, or from when a state holds. ``weight`` tells how much it
    matters on the board.
    """

    kind: ChangeKind
    day: date
    pair: Pair
    ranks: Ranks | None
    text: str
    weight: int
    event: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One pair on the board: its ladder, what turned of late, and contacts of late and before."""

    ladder: Ladder
    changes: tuple[Change, ...]
    recent_contacts: int
    earlier_contacts: int

    @property
    def weight(self) -> int:
        """How much has changed: the sum of the weights of what turned."""
        return sum(change.weight for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All pairs as of a day, the most changed first; what turned after ``since`` counts."""

    as_of: date
    known_by: date | None
    since: date
    rows: tuple[BoardRow, ...]
