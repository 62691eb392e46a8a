"""GDELT 2.0's 61 columns of events, tab-separated, no header; what both sides do stands twice.

`SQLDATE` and `FractionDate` are filled only where the text tells the day of the act, `MonthYear`
and `Year` where it tells these. `DATEADDED` is the day by which the first report was known. Tone,
coordinates, ethnic groups and religions are not known and stay empty.

Source: GDELT 2.0 event codebook; both directions of what is mutual, and the fraction of a year
(months of 30 days over 365), as in the project's own files.
"""

from __future__ import annotations

from datetime import date

from detente.exports.actors import (
    Dyad,
    find_dyads,
    get_country,
    get_group,
    get_sector,
    is_organisation,
    say_name,
)
from detente.exports.codes import NoCode
from detente.exports.icews import make_number
from detente.exports.outcome import Exported, LeftOut, Material, render_tsv
from detente.exports.times import find_act_date
from detente.model.claims import Contact
from detente.model.dates import PartialDate
from detente.model.parties import Party

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO),
    *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO),
    "DATEADDED",
    "SOURCEURL",
)
NOT_PLACED = "0"
"""GDELT's type of a place that is not resolved."""


def make_gdelt(material: Material) -> Exported:
    """The events of the material that CAMEO has a code for."""
    rows: list[dict[str, str]] = []
    left_out: list[LeftOut] = []
    for event in material.events:
        dyads = find_dyads(event)
        if isinstance(dyads, NoCode):
            left_out.append(LeftOut(subject=event.id, reason=dyads.reason))
        else:
            rows += [_make_row(dyad) for dyad in dyads]
    body = render_tsv([row.get(name, "") for name in COLUMNS] for row in rows)
    return Exported(body=body, count=len(rows), left_out=tuple(left_out))


def _make_row(dyad: Dyad) -> dict[str, str]:
    event, entry = dyad.event, dyad.event.best
    told = [item for item in event.entries if not item.is_implied]
    where = entry.claim.where if isinstance(entry.claim, Contact) else None
    code = dyad.cameo.code
    return {
        "GLOBALEVENTID": str(make_number(event.id, str(dyad.is_mirror))),
        **_make_dates(find_act_date(entry.claim)),
        **_make_actor("Actor1", dyad.actors[0]),
        **_make_actor("Actor2", dyad.targets[0]),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(dyad.coding.gdelt_quad),
        "GoldsteinScale": str(dyad.cameo.goldstein),
        "NumMentions": str(len(told)),
        "NumSources": str(event.sources),
        "NumArticles": str(len({item.source.article for item in told})),
        "Actor1Geo_Type": NOT_PLACED,
        "Actor2Geo_Type": NOT_PLACED,
        "ActionGeo_Type": NOT_PLACED,
        "ActionGeo_FullName": where or "",
        "DATEADDED": f"{event.first_known:%Y%m%d}000000",
        "SOURCEURL": entry.source.url or "",
    }


def _make_dates(told: PartialDate | None) -> dict[str, str]:
    """As many of the date columns as the date tells."""
    parts = told.value.split("-") if told else []
    found: dict[str, str] = {}
    if parts:
        found["Year"] = parts[0]
    if len(parts) > 1:
        found["MonthYear"] = parts[0] + parts[1]
    if len(parts) > 2:
        day = date.fromisoformat("-".join(parts))
        found["SQLDATE"] = f"{day.year:04d}{day.month:02d}{day.day:02d}"
        found["FractionDate"] = f"{day.year + (day.month * 30 - 30 + day.day) / 365:.4f}"
    return found


def _make_actor(who: str, party: Party) -> dict[str, str]:
    sector = get_sector(party)
    country, group = get_country(party.state), get_group(party.state)
    kind = "IGO" if is_organisation(party.state) else sector.code if sector else ""
    return {
        f"{who}Code": f"{country}{kind}{group}",
        f"{who}Name": say_name(party).upper(),
        f"{who}CountryCode": country,
        f"{who}KnownGroupCode": group,
        f"{who}Type1Code": kind,
    }
