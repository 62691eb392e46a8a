"""Planned contacts as iCalendar (RFC 5545): what is reported planned, and what was called off.

All-day and transparent: a plan blocks nobody's day. A month stands as all its days, since the text
tells no more; TENTATIVE even where both sides announced it, since the ledger does not tell whether
anybody confirmed. What is only proposed, possible or disputed is no appointment and is left out.
"""

from __future__ import annotations

from datetime import date, timedelta

from detente.exports.codes import DISPUTED
from detente.exports.outcome import Exported, LeftOut, Material
from detente.exports.telling import find_links, say_pair, say_sides, say_support, say_when
from detente.model.claims import Contact, Status
from detente.model.dates import Precision
from detente.model.days import span_of
from detente.model.events import Event

_STATUSES = {Status.PLANNED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_LIKELY = frozenset({Status.PROPOSED, Status.POSSIBLE})
_OCTETS = 75
NOT_AGREED = "it is only proposed or possible"
NO_TIME = "the text does not say when, or not to the month"


def make_calendar(material: Material) -> Exported:
    """The contacts that are planned or called off, in order of time."""
    found: list[tuple[date, str, Event]] = []
    left_out: list[LeftOut] = []
    for event in material.events:
        reason = _find_reason(event)
        if reason is not None:
            left_out.append(LeftOut(subject=event.id, reason=reason))
        elif (span := find_days(event)) is not None:
            found.append((span[0], event.id, event))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Detente//Detente {material.version}//EN"]
    for _, _, event in sorted(found, key=lambda item: item[:2]):
        lines += _render_event(event)
    lines.append("END:VCALENDAR")
    body = "".join(f"{_fold(line)}\r\n" for line in lines)
    return Exported(body=body.encode("utf-8"), count=len(found), left_out=tuple(left_out))


def find_days(event: Event) -> tuple[date, date] | None:
    """First and last day of a contact that is planned or was; ``None`` for any other event."""
    if event.status not in _STATUSES or not event.is_contact:
        return None
    when = event.when
    if when is None or when.start is None or when.end is None:
        return None
    if Precision.YEAR in (when.start.precision, when.end.precision):
        return None
    first, last = span_of(when)
    return None if first is None or last is None or last < first else (first, last)


def _find_reason(event: Event) -> str | None:
    """Why an appointment cannot be made of a plan; ``None`` for one, and for what is no plan."""
    if not event.is_contact or event.status not in (*_STATUSES, *_LIKELY):
        return None
    if event.is_disputed:
        return DISPUTED
    if event.status in _LIKELY:
        return NOT_AGREED
    return NO_TIME if find_days(event) is None else None


def _render_event(event: Event) -> list[str]:
    days = find_days(event)
    if days is None:
        return []
    first, last = days
    claim = event.best.claim
    where = claim.where if isinstance(claim, Contact) else None
    told = f"reported {event.status}"
    notes = [say_sides(event), say_support(event)]
    if event.when is not None:
        notes.insert(1, f"Time: {say_when(event.when)}")
    if first != last:
        notes.append("The text gives these days; it may be on some of them only.")
    links = find_links(event)
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@detente",
        f"DTSTAMP:{_day(event.last_known)}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        *([] if last == date.max else [f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"]),
        f"SUMMARY:{_text(f'{say_pair(event.pair)}: {event.what} ({told})')}",
        f"DESCRIPTION:{_text(chr(10).join(notes))}",
        *([f"LOCATION:{_text(where)}"] if where else []),
        *([f"URL:{_uri(links[0])}"] if links else []),
        f"STATUS:{_STATUSES[event.status]}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """A value of type TEXT: no control characters, its own signs escaped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c in "\n\t" or (ord(c) >= 32 and ord(c) != 127))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").encode("utf-8", "replace").decode("utf-8")


def _uri(address: str) -> str:
    """An address without what would end its line."""
    return "".join(address.split()).encode("utf-8", "replace").decode("utf-8")


def _fold(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
