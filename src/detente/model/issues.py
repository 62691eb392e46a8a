"""Issue: a problem in a text, located, so that what was skipped can be counted and shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.evidence import Evidence


class IssueKind(StrEnum):
    """What kind of thing the reader could not do."""

    NO_DATE = "no-date"
    READING_FAILED = "reading-failed"
    UNKNOWN_PARTY = "unknown-party"
    UNRESOLVED_REFERENCE = "unresolved-reference"
    UNSURE_STATUS = "unsure-status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What could not be settled in a text, with the words in question where there are any."""

    kind: IssueKind
    message: str
    evidence: Evidence | None = None
