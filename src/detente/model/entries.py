"""Entries: a claim together with the article that made it and what a person said of it since.

What the ledger gives out and events are made of. It may not know how entries are stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from detente.model.claims import Action, Contact, Status
from detente.model.dates import PartialDate
from detente.model.days import last_day, span_of

IMPLIED = ".implied"
_GOES_ON = frozenset({Status.ABSENT, Status.ONGOING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as far as a claim's reader must know it.

    ``known`` is the day by which it was known: the last day that its date of publication can mean,
    or the day it was recorded where that is earlier or no date is known.
    """

    article: str
    known: date
    title: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    sketch: bytes = field(default=b"", compare=False, repr=False)
    """A digest of its wording by which near-duplicate texts are told; see `resolve.copies`."""


class Verdict(StrEnum):
    """What a person says of a claim."""

    REJECT = "reject"
    AMEND = "amend"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on a claim: rejected, amended in some fields, or restored as it was read.

    ``recorded`` is a moment in ISO form with its offset. The latest correction of a claim counts.
    """

    claim: str
    verdict: Verdict
    reason: str
    author: str
    recorded: str
    changes: Mapping[str, str] = field(default_factory=dict)
    """Field to new value, both as written on the command line: ``{"status": "denied"}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim of one article, as corrected.

    ``is_implied`` marks a contact that follows from "not since DATE" and is told nowhere.
    """

    claim: Contact | Action
    source: Source
    correction: Correction | None = None
    is_implied: bool = False
    origin: str | None = field(default=None, compare=False)
    """The id of the claim in the ledger, where that is known already; else it is worked out."""

    @property
    def id(self) -> str:
        """The claim's id, also where a correction changed what it says.

        An implied contact has the id of the claim that implies it, with a mark.
        """
        return self.told_as + IMPLIED if self.is_implied else self.told_as

    @property
    def told_as(self) -> str:
        """The id of the claim in the ledger that tells or implies it."""
        return self.origin or (self.correction.claim if self.correction else self.claim.id)

    @property
    def day(self) -> date:
        """The day by which what it tells had come about: never after it was known.

        Of a break, a return or a meeting "since" a day that is the day itself; a silence or a habit
        since a day still went on when it was reported.
        """
        when, known = self.claim.when, self.source.known
        first, last = span_of(when)
        if first is not None and last is None and self.claim.status not in _GOES_ON:
            last = last_day(when.start) if when else None
        return known if last is None else min(last, known)
