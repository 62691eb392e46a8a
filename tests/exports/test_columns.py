"""POLECAT, ICEWS and GDELT: column counts and types, directions, and nothing undone as done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from detente.exports import gdelt, icews, polecat
from detente.exports.codes import NO_ACTOR
from detente.exports.gdelt import make_gdelt
from detente.exports.icews import NO_DAY, make_icews, make_number
from detente.exports.outcome import Exported, Material
from detente.exports.polecat import make_polecat
from detente.model.claims import Mode, Status
from detente.model.parties import Rank

from ..ledger.records import SWE, TUR, action, contact, when
from .samples import NOT_DONE, URL, cued, export_of, make_material, materials, tell

Make = Callable[[Material], Exported]
MAKERS = [
    pytest.param(make_polecat, 40, 1, id="polecat"),
    pytest.param(make_icews, 20, 1, id="icews"),
    pytest.param(make_gdelt, 61, 0, id="gdelt"),
]


def lines_of(exported: Exported) -> list[list[str]]:
    return [line.split("\t") for line in exported.body.decode().split("\n")[:-1]]


def polecat_rows(material: Material) -> list[dict[str, str]]:
    header, *rows = lines_of(make_polecat(material))
    return [dict(zip(header, row, strict=True)) for row in rows]


def icews_rows(material: Material) -> list[dict[str, str]]:
    header, *rows = lines_of(make_icews(material))
    return [dict(zip(header, row, strict=True)) for row in rows]


def gdelt_rows(material: Material) -> list[dict[str, str]]:
    rows = lines_of(make_gdelt(material))
    return [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in rows]


def test_columns_are_as_many_as_the_formats_have() -> None:
    sizes = [len(module.COLUMNS) for module in (polecat, icews, gdelt)]
    assert sizes == [40, 20, 61]
    assert all(len(set(m.COLUMNS)) == len(m.COLUMNS) for m in (polecat, icews, gdelt))
    assert gdelt.COLUMNS.index("Actor1Type1Code") == 12
    assert gdelt.COLUMNS.index("EventCode") == 26
    assert gdelt.COLUMNS.index("ActionGeo_CountryCode") == 53


@pytest.mark.parametrize(("make", "columns", "header"), MAKERS)
@given(material=materials())
@settings(max_examples=40, deadline=None)
def test_every_line_has_all_columns_whatever_the_words(
    make: Make, columns: int, header: int, material: Material
) -> None:
    exported = make(material)
    lines = lines_of(exported)
    assert {len(line) for line in lines} <= {columns}
    assert len(lines) == exported.count + header


@given(materials())
@settings(max_examples=100, deadline=None)
def test_only_what_took_place_is_told_as_consulting(material: Material) -> None:
    done = {event.id for event in material.events if event.took_place and not event.is_implied}
    told = [row for row in polecat_rows(material) if row["Event Type"] == "CONSULT"]
    assert {row["Event ID"] for row in told} <= done
    numbers = {str(make_number(one, mirror)) for one in done for mirror in ("True", "False")}
    coded = [row for row in icews_rows(material) if row["CAMEO Code"].startswith("04")]
    assert {row["Event ID"] for row in coded} <= numbers
    found = [row for row in gdelt_rows(material) if row["EventRootCode"] == "04"]
    assert {row["GLOBALEVENTID"] for row in found} <= numbers


@given(materials())
@settings(max_examples=40, deadline=None)
def test_each_event_is_told_or_left_out_with_a_reason(material: Material) -> None:
    exported = make_polecat(material)
    told = {row["Event ID"] for row in polecat_rows(material)}
    left = {item.subject for item in exported.left_out}
    assert told | left == {event.id for event in material.events}
    assert not told & left
    assert sum(count for _, count in exported.reasons) == len(exported.left_out)


@given(materials())
@settings(max_examples=40, deadline=None)
def test_numbers_are_numbers_and_ids_are_unique(material: Material) -> None:
    rows = gdelt_rows(material)
    assert len({int(row["GLOBALEVENTID"]) for row in rows}) == len(rows)
    for row in rows:
        assert 1 <= int(row["QuadClass"]) <= 4
        assert -10 <= float(row["GoldsteinScale"]) <= 10
        assert int(row["NumArticles"]) <= int(row["NumMentions"])
        assert int(row["DATEADDED"]) > 10**13
        for name in ("SQLDATE", "MonthYear", "Year"):
            assert row[name] == "" or int(row[name]) > 0
        assert row["SQLDATE"].startswith(row["MonthYear"]) or not row["SQLDATE"]
    for row in icews_rows(material):
        assert int(row["Event ID"]) < 2**53
        assert len(row["Event Date"]) == 10
        assert len(row["CAMEO Code"]) in (3, 4)


@pytest.mark.parametrize("status", NOT_DONE)
@pytest.mark.parametrize("mode", Mode)
def test_no_contact_that_did_not_take_place_is_told_as_one(status: Status, mode: Mode) -> None:
    material = export_of(cued(contact(status, mode), "meeting", "refused"))
    assert [r for r in polecat_rows(material) if r["Event Type"] == "CONSULT"] == []
    assert [r for r in icews_rows(material) if r["CAMEO Code"].startswith("04")] == []
    assert [r for r in gdelt_rows(material) if r["EventRootCode"] == "04"] == []


def test_a_meeting_stands_once_each_way() -> None:
    material = export_of(contact(at=when("2024-03-02")))
    ways = [(row["Source Name"], row["Target Name"]) for row in icews_rows(material)]
    assert ways == [("Nils Åkerman", "Levent Aksoy"), ("Levent Aksoy", "Nils Åkerman")]
    codes = [(r["Actor1Code"], r["Actor2Code"], r["EventCode"]) for r in gdelt_rows(material)]
    assert codes == [("SWEGOV", "TURGOV", "040"), ("TURGOV", "SWEGOV", "040")]


def test_a_visit_is_made_by_one_and_hosted_by_the_other() -> None:
    rows = gdelt_rows(export_of(contact(mode=Mode.VISIT)))
    told = [(row["Actor1CountryCode"], row["EventCode"]) for row in rows]
    assert told == [("SWE", "042"), ("TUR", "043")]


def test_a_refusal_goes_from_whoever_refuses() -> None:
    claim = cued(contact(Status.REFUSED), "appointment", "cannot get")
    (row,) = polecat_rows(export_of(claim))
    assert (row["Actor Country"], row["Recipient Country"]) == ("TUR", "SWE")
    (row,) = icews_rows(export_of(claim))
    assert (row["Source Country"], row["Event Text"]) == (
        "Turkey",
        "Reject proposal to meet, discuss, or negotiate",
    )


def test_a_cancellation_by_nobody_is_left_out_and_counted() -> None:
    claim = cued(contact(Status.CANCELLED), "summit", "cancelled", frame="noun between A and B")
    exported = make_gdelt(export_of(claim))
    assert exported.body == b""
    assert exported.reasons == ((NO_ACTOR, 1),)


def test_a_claim_about_several_states_is_a_row_for_each_pair() -> None:
    rows = polecat_rows(export_of(contact(b=(TUR, replace(TUR, text="Finland", state="FIN")))))
    assert [row["Recipient Country"] for row in rows] == ["FIN", "TUR"]
    assert {row["Event Mode"] for row in rows} == {"multilateral"}


@pytest.mark.parametrize(
    ("at", "sqldate", "month", "year", "fraction"),
    [
        ("2007-07-04", "20070704", "200707", "2007", "2007.5041"),
        ("2024-02", "", "202402", "2024", ""),
        ("2023", "", "", "2023", ""),
        ("--02-15", "", "", "", ""),
        (None, "", "", "", ""),
    ],
)
def test_gdelt_dates_are_as_exact_as_the_text(
    at: str | None, sqldate: str, month: str, year: str, fraction: str
) -> None:
    row = gdelt_rows(export_of(contact(at=when(at) if at else None)))[0]
    assert [row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == [
        sqldate,
        month,
        year,
        fraction,
    ]
    assert row["DATEADDED"] == "20240310000000"


def test_icews_has_the_day_of_publication_only_where_the_text_tells_no_time() -> None:
    assert icews_rows(export_of(contact()))[0]["Event Date"] == "2024-03-10"
    exported = make_icews(export_of(contact(at=when("2024-02"))))
    assert (exported.count, exported.reasons) == (0, ((NO_DAY, 1),))


def test_the_date_a_plan_is_for_is_not_the_date_of_planning() -> None:
    material = export_of(contact(Status.PLANNED, at=when("2024-04-01")))
    assert polecat_rows(material)[0]["Event Date"] == ""
    assert icews_rows(material)[0]["Event Date"] == "2024-03-10"


def test_polecat_tells_who_in_which_words() -> None:
    (row,) = polecat_rows(export_of(contact(at=when("2024-03-02"), where="Vilnius")))
    assert row["Event Date"] == "2024-03-02"
    assert (row["Actor Name"], row["Actor Name Raw"]) == ("Nils Åkerman", "Åkerman")
    assert (row["Primary Actor Sector"], row["Quad Code"]) == ("GOV", "1")
    assert (row["Raw Placename"], row["City"], row["Country"]) == ("Vilnius", "Vilnius", "")
    assert (row["Source"], row["Version"]) == ("The Gazette", "detente 9.9")
    assert (row["Actor COW"], row["Latitude"]) == ("", "")


def test_a_place_that_the_tables_do_not_know_is_only_raw() -> None:
    (row,) = polecat_rows(export_of(contact(where="the old lighthouse")))
    assert (row["Raw Placename"], row["City"], row["Country"]) == ("the old lighthouse", "", "")


@pytest.mark.parametrize(
    ("state", "rank", "code", "country", "group", "kind"),
    [
        ("TUR", Rank.MILITARY, "TURMIL", "TUR", "", "MIL"),
        ("TUR", Rank.NONSTATE, "TUR", "TUR", "", ""),
        ("NATO", Rank.GOVERNMENT, "IGONAT", "", "NAT", "IGO"),
        ("XKX", Rank.LEADER, "KSVGOV", "KSV", "", "GOV"),
        ("UNK", Rank.LEADER, "GOV", "", "", "GOV"),
    ],
)
def test_gdelt_codes_of_actors(
    state: str, rank: Rank, code: str, country: str, group: str, kind: str
) -> None:
    other = replace(TUR, text="them", state=state, rank=rank)
    row = gdelt_rows(export_of(replace(action(), recipients=(other,))))[0]
    columns = ("Actor2Code", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2Type1Code")
    assert tuple(row[name] for name in columns) == (code, country, group, kind)


def test_a_movement_is_not_called_by_the_name_of_its_state() -> None:
    rebels = replace(SWE, text="the rebels", rank=Rank.NONSTATE)
    (row,) = polecat_rows(export_of(replace(action(), actors=(rebels,))))
    assert row["Actor Name"] == "the rebels"


def test_what_two_outlets_report_is_one_row_with_their_count() -> None:
    one = tell(contact(at=when("2024-03-02")))
    other = tell(contact(at=when("2024-03-02")), outlet="The Courier")
    rows = gdelt_rows(make_material(one, other))
    counts = {(row["NumMentions"], row["NumSources"], row["NumArticles"]) for row in rows}
    assert (len(rows), counts) == (2, {("2", "2", "2")})
    assert rows[0]["SOURCEURL"] == URL
