"""Claims: one article's assertion of one contact or one action, field by field as annotated.

The annotation guidelines define each field; this module mirrors them and adds only provenance.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from detente.model.dates import When
from detente.model.evidence import Evidence
from detente.model.ids import digest
from detente.model.parties import Party


class Mode(StrEnum):
    """How two sides communicate."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    LETTER = "letter"
    TALKS = "talks"
    SUMMONS = "summons"
    MESSAGE = "message"
    CHANNEL = "channel"
    TIES = "ties"


class Status(StrEnum):
    """What became of a contact or action."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    ABSENT = "absent"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    DENIED = "denied"
    POSSIBLE = "possible"


HAPPENED = frozenset({Status.HELD, Status.ONGOING, Status.RESUMED})
"""The statuses that say communication took or takes place; all others must never read as these."""


class EventType(StrEnum):
    """What kind of act, by the PLOVER manual; CONSULT is what contacts are."""

    AGREE = "AGREE"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a claim was made: the word that triggered it, the frame it stands in, the status cue."""

    rule: str
    trigger: str
    frame: str
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A claim of communication between two sides, or of its lack.

    ``a`` is the side that acts, asks or travels, where the text says so. ``according_to`` is the
    chain of who vouches for it, outermost last; empty when the article speaks in its own voice.
    """

    a: tuple[Party, ...]
    b: tuple[Party, ...]
    mode: Mode
    status: Status
    evidence: Evidence
    when: When | None = None
    where: str | None = None
    topics: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    reason: Reason | None = field(default=None, compare=False)
    confidence: float | None = field(default=None, compare=False)
    """The judge's chance that the text makes this claim, 0 to 1; None where rules alone read."""

    @property
    def id(self) -> str:
        """A digest of article, evidence, mode, status and parties."""
        return "con-" + _claim_digest(self.evidence, self.mode, self.status, self.a, self.b)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A claim of any other act of one side towards another, by PLOVER event type."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    type: EventType
    status: Status
    evidence: Evidence
    when: When | None = None
    according_to: tuple[str, ...] = ()
    reason: Reason | None = field(default=None, compare=False)
    confidence: float | None = field(default=None, compare=False)
    """The judge's chance that the text makes this claim, 0 to 1; None where rules alone read."""

    @property
    def id(self) -> str:
        """A digest of article, evidence, type, status and parties."""
        return "act-" + _claim_digest(
            self.evidence, self.type, self.status, self.actors, self.recipients
        )


def _claim_digest(
    evidence: Evidence, kind: str, status: str, a: tuple[Party, ...], b: tuple[Party, ...]
) -> str:
    place = f"{evidence.article}:{evidence.start}:{evidence.end}"
    sides = [f"{party.state}:{party.text}" for party in (*a, *b)]
    return digest(place, kind, status, *sides)
