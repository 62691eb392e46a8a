"""Corrections: a person's word on a claim, as a new row; what was read stays as it was.

A change names a field and its new value in words: status, mode, type, when, where, or a party by
the words of its mention ("party:Aksoy" → "TUR minister Levent Aksoy").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert

from detente.errors import LedgerError
from detente.ledger import schema
from detente.ledger.rows import dump
from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.entries import Correction, Verdict
from detente.model.pairs import sides_of
from detente.model.parties import Party, Rank

NOTHING = "none"
"""The value that takes a field away: ``when=none``."""
PARTY_FIELD = "party:"
_REMEDY = "see: detente correct --help"


def record_correction(conn: Connection, correction: Correction, moment: datetime) -> Correction:
    """Add a correction; ``recorded`` is the moment given."""
    dated = replace(correction, recorded=moment.isoformat(timespec="seconds"))
    values = {
        "claim": dated.claim,
        "verdict": dated.verdict.value,
        "changes": dump(dict(dated.changes)),
        "reason": dated.reason,
        "author": dated.author,
        "recorded": dated.recorded,
    }
    conn.execute(insert(schema.correction).values(values))
    return dated


def make_correction(row: Row[Any]) -> Correction:
    """The correction that a row holds."""
    return Correction(
        claim=row.claim,
        verdict=Verdict(row.verdict),
        reason=row.reason,
        author=row.author,
        recorded=row.recorded,
        changes=json.loads(row.changes),
    )


def apply_correction(claim: Contact | Action, correction: Correction) -> Contact | Action:
    """The claim with the correction's changes; evidence and all else stay.

    Raises: ``LedgerError`` for a field or value that the claim cannot have.
    """
    for field, value in correction.changes.items():
        try:
            claim = _change(claim, field, value)
        except ValueError as error:
            raise LedgerError(f"{field}={value}", str(error), _REMEDY) from error
    return claim


def _change(claim: Contact | Action, field: str, value: str) -> Contact | Action:
    if field == "status":
        return replace(claim, status=Status(value))
    if field == "when":
        return replace(claim, when=_when(value))
    if field.startswith(PARTY_FIELD):
        return _change_party(claim, field.removeprefix(PARTY_FIELD), value)
    if field == "mode" and isinstance(claim, Contact):
        return replace(claim, mode=Mode(value))
    if field == "where" and isinstance(claim, Contact):
        return replace(claim, where=None if value == NOTHING else value)
    if field == "type" and isinstance(claim, Action):
        return replace(claim, type=EventType(value))
    kind = "a contact" if isinstance(claim, Contact) else "an action"
    raise ValueError(f"{kind} has no {field}")


def _when(value: str) -> When | None:
    """A time from its words: ``2022-02-15``, ``2022-02/2022-03``, ``2022-02-15/`` or ``none``."""
    if value == NOTHING:
        return None
    start, slash, end = value.partition("/")
    first = PartialDate(start) if start else None
    last = (PartialDate(end) if end else None) if slash else first
    if first is None and last is None:
        raise ValueError("is no date")
    return When(start=first, end=last, text=None)


def _change_party(claim: Contact | Action, words: str, value: str) -> Contact | Action:
    one, other = sides_of(claim)
    if not any(party.text == words for party in (*one, *other)):
        named = "; ".join(party.text for party in (*one, *other))
        raise ValueError(f"no party has the words {words!r}; there are: {named}")
    sides = [
        tuple(_as_told(party, value) if party.text == words else party for party in side)
        for side in (one, other)
    ]
    if isinstance(claim, Contact):
        return replace(claim, a=sides[0], b=sides[1])
    return replace(claim, actors=sides[0], recipients=sides[1])


def _as_told(party: Party, value: str) -> Party:
    state, _, rest = value.strip().partition(" ")
    rank, _, name = rest.strip().partition(" ")
    if not (state.isalnum() and state.isupper()):
        raise ValueError(f"{state!r} is no code of a state, such as TUR")
    return replace(
        party,
        state=state,
        rank=Rank(rank) if rank else party.rank,
        name=name.strip() or party.name,
        reason="corrected by hand",
    )


def check_changes(claim: Contact | Action, changes: Mapping[str, str]) -> None:
    """Nothing, where the claim can be changed so.

    Raises: ``LedgerError`` for the first field or value that it cannot have.
    """
    probe = Correction(
        claim=claim.id, verdict=Verdict.AMEND, reason="", author="", recorded="", changes=changes
    )
    apply_correction(claim, probe)
