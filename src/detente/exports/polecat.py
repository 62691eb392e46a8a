"""POLECAT's 40 columns, tab-separated, one header row, one row an event.

Where both sides do something, the first-named is the actor. Left empty is what the ledger does not
know (COW numbers, Wikipedia and GeoNames ids, coordinates, the story's other names, the language it
was first written in) and `Event Date` where the text does not tell the day of the act.

Source: header of four independent loaders of POLECAT files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.exports.actors import Dyad, find_dyads, get_plover_code, get_sector, say_name
from detente.exports.codes import NoCode
from detente.exports.outcome import Exported, LeftOut, Material, render_tsv
from detente.exports.places import find_kind
from detente.exports.times import find_act_day, find_published_day
from detente.model.claims import Contact
from detente.model.parties import Party

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)


def make_polecat(material: Material) -> Exported:
    """The events of the material that PLOVER has a code for."""
    rows: list[dict[str, str]] = []
    left_out: list[LeftOut] = []
    for event in material.events:
        dyads = find_dyads(event)
        if isinstance(dyads, NoCode):
            left_out.append(LeftOut(subject=event.id, reason=dyads.reason))
        else:
            rows.append(_make_row(dyads[0], material.version))
    body = render_tsv([COLUMNS, *([row.get(name, "") for name in COLUMNS] for row in rows)])
    return Exported(body=body, count=len(rows), left_out=tuple(left_out))


def _make_row(dyad: Dyad, version: str) -> dict[str, str]:
    event, coding = dyad.event, dyad.coding
    entry = event.best
    day, published = find_act_day(entry.claim), find_published_day(entry.source)
    where = entry.claim.where if isinstance(entry.claim, Contact) else None
    return {
        "Event ID": event.id,
        "Event Date": day.isoformat() if day else "",
        "Event Type": coding.event,
        "Event Mode": coding.mode or "",
        "Intensity": str(coding.intensity),
        "Quad Code": str(coding.quad),
        "Contexts": _join(coding.contexts),
        **_side("Actor", dyad.actors),
        **_side("Recipient", dyad.targets),
        "Placename": where or "",
        **({kind: where} if where and (kind := find_kind(where)) else {}),
        "Raw Placename": where or "",
        "Source": entry.source.outlet or "",
        "Publication Date": published.isoformat() if published else "",
        "Version": f"detente {version}",
    }


def _side(who: str, parties: Sequence[Party]) -> dict[str, str]:
    sectors = [row.code for party in parties if (row := get_sector(party))]
    return {
        f"{who} Name": _join(say_name(party) for party in parties),
        f"{who} Country": _join(get_plover_code(party.state) for party in parties),
        f"Primary {who} Sector": sectors[0] if sectors else "",
        f"{who} Sectors": _join(sectors),
        f"{who} Title": _join(party.office or "" for party in parties),
        f"{who} Name Raw": _join(party.text for party in parties),
    }


def _join(values: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(value for value in values if value))
