"""ICEWS's 20 columns, tab-separated, one header row; what both sides do stands once each way.

`Event Date` is the day of the act where the text tells it; for an act of which it tells no time,
the day of publication, since ICEWS has no other date; an act told only to the month or year, or in
an article without a date, is left out. Numbers of sentences are not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.exports.actors import Dyad, find_dyads, get_sector, say_country, say_name
from detente.exports.codes import NoCode
from detente.exports.outcome import Exported, LeftOut, Material, render_tsv
from detente.exports.places import CITY, COUNTRY, find_kind
from detente.exports.times import find_act_date, find_act_day, find_published_day
from detente.model.claims import Contact
from detente.model.events import Event
from detente.model.ids import digest
from detente.model.parties import Party

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
NO_DAY = "the text does not tell the day, and ICEWS needs one"
_ID_DIGITS = 13
"""Hex digits of a number that even a reader with floating-point numbers keeps exact."""


def make_icews(material: Material) -> Exported:
    """The events of the material that CAMEO has a code for and that have a day."""
    rows: list[tuple[str, ...]] = []
    left_out: list[LeftOut] = []
    for event in material.events:
        dyads = find_dyads(event)
        day = _find_day(event)
        if isinstance(dyads, NoCode):
            left_out.append(LeftOut(subject=event.id, reason=dyads.reason))
        elif day is None:
            left_out.append(LeftOut(subject=event.id, reason=NO_DAY))
        else:
            rows += [_make_row(dyad, day) for dyad in dyads]
    body = render_tsv([COLUMNS, *rows])
    return Exported(body=body, count=len(rows), left_out=tuple(left_out))


def make_number(*parts: str) -> int:
    """A number that depends on every part, for formats whose ids are numbers."""
    return int(digest(*parts)[:_ID_DIGITS], 16)


def _find_day(event: Event) -> date | None:
    entry = event.best
    if find_act_date(entry.claim) is not None:
        return find_act_day(entry.claim)
    return find_published_day(entry.source)


def _make_row(dyad: Dyad, day: date) -> tuple[str, ...]:
    entry = dyad.event.best
    where = entry.claim.where if isinstance(entry.claim, Contact) else None
    kind = find_kind(where)
    return (
        str(make_number(dyad.event.id, str(dyad.is_mirror))),
        day.isoformat(),
        *_side(dyad.actors),
        dyad.cameo.name,
        dyad.cameo.code,
        str(dyad.cameo.goldstein),
        *_side(dyad.targets),
        str(make_number(entry.source.article)),
        "",
        entry.source.outlet or "",
        where or "" if kind == CITY else "",
        "",
        "",
        where or "" if kind == COUNTRY else "",
        "",
        "",
    )


def _side(parties: Sequence[Party]) -> tuple[str, str, str]:
    """Name, sectors and country of the side's first party, as ICEWS has one actor a row."""
    party = parties[0]
    sector = get_sector(party)
    return say_name(party), sector.icews if sector else "", say_country(party)
