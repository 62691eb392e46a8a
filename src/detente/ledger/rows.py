"""Claims to rows and back: which field stands in which column.

What queries never ask for (topics, vouchers, reasons, and whatever a claim may hold besides) stays
together in ``details``, so that a new field of a claim needs no new column.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from detente.model.claims import Action, Contact, EventType, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.encode import action_to_json, contact_to_json
from detente.model.evidence import Evidence
from detente.model.pairs import sides_of
from detente.model.parties import Party, Rank

Values = dict[str, Any]

_IN_COLUMNS = frozenset(
    "id a b actors recipients mode type status when where evidence evidence_start evidence_end"
    " article".split()
)
_DECODED = frozenset({"topics", "according_to", "reason"})
_OPAQUE = {
    kind: tuple(
        field.name for field in dataclasses.fields(kind) if field.name not in _IN_COLUMNS | _DECODED
    )
    for kind in (Contact, Action)
}
"""Fields that are kept as they are, whatever they mean."""


def claim_row(claim: Contact | Action, reading: int, ordinal: int) -> Values:
    """A claim as values for the table of claims."""
    is_contact = isinstance(claim, Contact)
    when = claim.when
    return {
        "reading": reading,
        "ordinal": ordinal,
        "id": claim.id,
        "kind": "contact" if is_contact else "action",
        "type": (claim.mode if isinstance(claim, Contact) else claim.type).value,
        "status": claim.status.value,
        "quote": claim.evidence.quote,
        "quote_start": claim.evidence.start,
        "quote_end": claim.evidence.end,
        "when_start": _text(when.start) if when else None,
        "when_end": _text(when.end) if when else None,
        "when_text": when.text if when else None,
        "has_when": int(when is not None),
        "place": claim.where if isinstance(claim, Contact) else None,
        "details": dump(_details(claim)),
    }


def party_rows(claim: Contact | Action, reading: int, ordinal: int) -> list[Values]:
    """A claim's parties as values for the table of parties."""
    return [
        {
            "reading": reading,
            "ordinal": ordinal,
            "side": side,
            "position": position,
            "text": party.text,
            "state": party.state,
            "rank": party.rank.value,
            "name": party.name,
            "office": party.office,
            "start": party.start,
            "end": party.end,
            "reason": party.reason,
        }
        for side, parties in enumerate(sides_of(claim))
        for position, party in enumerate(parties)
    ]


def make_claim(row: Row[Any], parties: Iterable[Row[Any]], article: str) -> Contact | Action:
    """The claim that a row holds; ``parties`` in order of side and position."""
    sides: tuple[list[Party], list[Party]] = ([], [])
    for item in parties:
        sides[item.side].append(_party(item))
    details = json.loads(row.details)
    common: Values = {
        "status": Status(row.status),
        "evidence": Evidence(
            article=article, start=row.quote_start, end=row.quote_end, quote=row.quote
        ),
        "when": _when(row),
        "according_to": tuple(details.get("according_to", ())),
        "reason": Reason(**details["reason"]) if details.get("reason") else None,
    }
    kind = Contact if row.kind == "contact" else Action
    common |= {name: details[name] for name in _OPAQUE[kind] if name in details}
    if kind is Contact:
        return Contact(
            a=tuple(sides[0]),
            b=tuple(sides[1]),
            mode=Mode(row.type),
            where=row.place,
            topics=tuple(details.get("topics", ())),
            **common,
        )
    return Action(
        actors=tuple(sides[0]), recipients=tuple(sides[1]), type=EventType(row.type), **common
    )


def dump(value: object) -> str:
    """JSON in the fewest characters, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _details(claim: Contact | Action) -> Values:
    raw = contact_to_json(claim) if isinstance(claim, Contact) else action_to_json(claim)
    details = {name: value for name, value in raw.items() if name not in _IN_COLUMNS}
    for name in _OPAQUE[type(claim)]:
        details.setdefault(name, getattr(claim, name))
    return {name: value for name, value in details.items() if value not in (None, [])}


def _party(row: Row[Any]) -> Party:
    return Party(
        text=row.text,
        state=row.state,
        rank=Rank(row.rank),
        name=row.name,
        office=row.office,
        start=row.start,
        end=row.end,
        reason=row.reason,
    )


def _when(row: Row[Any]) -> When | None:
    if not row.has_when:
        return None
    return When(start=_date(row.when_start), end=_date(row.when_end), text=row.when_text)


@lru_cache(maxsize=4096)  # a ledger names few days, each many times
def _date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def _text(date: PartialDate | None) -> str | None:
    return date.value if date else None
