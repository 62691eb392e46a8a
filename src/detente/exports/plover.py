"""PLOVER's JSON Lines, one line a claim, with our own block ``ledger`` that holds the claim whole.

What PLOVER cannot say as done (refused by whom is not told, denied, absent, doubted, disputed) has
``has_event`` false and no ``event``: a reader who knows only PLOVER takes nothing from it, one who
reads ``ledger`` loses nothing. The line's form is published in `plover.schema.json`.

Source: PLOVER manual, snapshot 5e0c24f; both sides of what is mutual are in ``actor``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from detente.errors import InputError
from detente.exports.actors import get_plover_code, get_sector
from detente.exports.codec import decode, encode
from detente.exports.codes import DISPUTED, IMPLIED, Coding, NoCode, code_claim
from detente.exports.outcome import Exported, LeftOut, Material, Told, gather_entries
from detente.exports.times import find_act_date, find_published_day
from detente.model.claims import Contact
from detente.model.entries import Entry
from detente.model.pairs import sides_of
from detente.model.parties import Party

CODEBOOK = "PLOVER, snapshot 5e0c24f of 2024-02-04"
FORMAT = 1
"""The version of our own block; another is refused."""
Json = dict[str, Any]


def make_plover(material: Material) -> Exported:
    """All claims of the material. What has no code is told in our block only, and counted."""
    lines: list[str] = []
    left_out: list[LeftOut] = []
    for told in gather_entries(material.events):
        coding = code_told(told)
        if isinstance(coding, NoCode):
            left_out.append(LeftOut(subject=told.entry.id, reason=coding.reason))
        lines.append(json.dumps(_make_line(told, coding, material.version), ensure_ascii=False))
    body = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    return Exported(body=body, count=len(lines), left_out=tuple(left_out))


def parse_plover(body: bytes, where: str = "PLOVER JSONL") -> tuple[Entry, ...]:
    """The claims that `make_plover` wrote, with their sources and corrections, as they were.

    Raises: ``InputError`` naming the line and the field that is not as we write it.
    """
    try:
        lines = body.decode("utf-8", "surrogatepass").split("\n")
    except UnicodeDecodeError as error:
        raise InputError(where, "is not in UTF-8", "export it anew") from error
    return tuple(
        _parse_line(line, f"{where}, line {number}")
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )


def code_told(told: Told) -> Coding | NoCode:
    """The codes of a claim, unless others contradict it or it is told nowhere."""
    if told.is_disputed:
        return NoCode(reason=DISPUTED)
    if told.entry.is_implied:
        return NoCode(reason=IMPLIED)
    return code_claim(told.entry.claim)


def _parse_line(line: str, where: str) -> Entry:
    remedy = "export it anew with: detente export --format plover"
    try:
        raw = json.loads(line)
        block = raw["ledger"]
        if block["format"] != FORMAT:
            raise ValueError(f"format {block['format']} is not known")
        return decode(block["entry"], Entry)
    except KeyError as error:
        raise InputError(where, f"has no field {error}", remedy) from error
    except (ValueError, TypeError) as error:
        raise InputError(where, str(error), remedy) from error


def _make_line(told: Told, coding: Coding | NoCode, version: str) -> Json:
    entry = told.entry
    claim = entry.claim
    when = find_act_date(claim)
    return {
        "id": entry.id,
        "date": str(when) if when else None,
        "has_event": isinstance(coding, Coding),
        **(_make_event(entry, coding) if isinstance(coding, Coding) else _NOTHING),
        "text": claim.evidence.quote,
        "text_info": {"start": claim.evidence.start, "end": claim.evidence.end},
        "cite_info": _cite(entry, version),
        "ledger": {
            "format": FORMAT,
            "status": claim.status.value,
            "is_disputed": told.is_disputed,
            "events": list(told.events),
            "entry": encode(entry),
        },
    }


_NOTHING: Json = {
    "actor": [],
    "recipient": [],
    "event": [],
    "mode": [],
    "context": [],
}


def _make_event(entry: Entry, coding: Coding) -> Json:
    claim = entry.claim
    one, other = sides_of(claim)
    if coding.actor == "b":
        one, other = other, one
    actors, recipients = ((*one, *other), ()) if coding.actor == "both" else (one, other)
    where = claim.where if isinstance(claim, Contact) else None
    return {
        "actor": _entities(actors),
        "recipient": _entities(recipients),
        "event": [coding.event],
        "mode": [coding.mode] if coding.mode else [],
        "context": list(coding.contexts),
        "quad_code": coding.quad,
        "event_scale": coding.intensity,
        **({"event_text": [claim.reason.trigger]} if claim.reason else {}),
        **({"event_loc": {"extracted_place": where}} if where else {}),
    }


def _entities(parties: Iterable[Party]) -> list[Json]:
    """Each party once: an accord has both sides as actors and as recipients."""
    return [_entity(party) for party in dict.fromkeys(parties)]


def _entity(party: Party) -> Json:
    sector = get_sector(party)
    optional = {
        "code": get_plover_code(party.state),
        "sector": sector.code if sector else "",
        "identifier_text": party.name or "",
        "office": party.office or "",
    }
    return {
        "entity_text": party.text,
        **{name: value for name, value in optional.items() if value},
    }


def _cite(entry: Entry, version: str) -> Json:
    source = entry.source
    day = find_published_day(source)
    optional = {
        "title": source.title,
        "url": source.url,
        "publication": source.outlet,
        "citation": day.isoformat() if day else None,
    }
    return {
        **{name: value for name, value in optional.items() if value},
        "coder": f"detente {version}",
        "codebook": CODEBOOK,
    }
