"""Planned contacts as iCalendar, read back by a calendar library."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from detente.exports.calendar import NO_TIME, NOT_AGREED, make_calendar
from detente.exports.codes import DISPUTED
from detente.exports.outcome import Material
from detente.model.claims import Mode, Status

from ..ledger.records import action, contact, when
from .samples import URL, cued, export_of, make_material, materials, tell


def events_of(material: Material) -> list[object]:
    return list(Calendar.from_ical(make_calendar(material).body).walk("VEVENT"))


def plan(start: str, end: str = "same", **changes: object) -> Material:
    return export_of(contact(Status.PLANNED, at=when(start, end), **changes))  # type: ignore[arg-type]


@given(materials())
@settings(max_examples=60, deadline=None)
def test_any_words_make_a_calendar_that_can_be_read(material: Material) -> None:
    exported = make_calendar(material)
    lines = exported.body.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in exported.body.replace(b"\r\n", b"")
    found = events_of(material)
    assert len(found) == exported.count
    for event in found:
        assert not event.errors
        assert event["STATUS"] in ("TENTATIVE", "CANCELLED")
        assert event["DTEND"].dt > event["DTSTART"].dt


def test_a_planned_meeting_is_an_appointment_of_its_day() -> None:
    (event,) = events_of(plan("2024-04-02", where="Vilnius; the old, \\ town"))
    assert event["DTSTART"].dt == date(2024, 4, 2)
    assert event["DTEND"].dt == date(2024, 4, 3)
    assert event["SUMMARY"] == "Sweden – Turkey: meeting (reported planned)"
    assert event["LOCATION"] == "Vilnius; the old, \\ town"
    assert (event["STATUS"], event["TRANSP"], event["URL"]) == ("TENTATIVE", "TRANSPARENT", URL)
    assert "Nils Åkerman (SWE) with Levent Aksoy (TUR)" in event["DESCRIPTION"]
    assert "1 independent source" in event["DESCRIPTION"]


@pytest.mark.parametrize("shift", range(4))
def test_long_lines_are_folded_between_signs_whatever_their_size(shift: int) -> None:
    where = "x" * shift + "Ü𝄞—" * 60
    material = plan("2024-04-02", where=where)
    assert max(map(len, make_calendar(material).body.split(b"\r\n"))) <= 75
    (event,) = events_of(material)
    assert event["LOCATION"] == where


def test_a_month_is_all_its_days_and_says_so() -> None:
    (event,) = events_of(plan("2024-04"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 4, 1), date(2024, 5, 1))
    assert "on some of them only" in event["DESCRIPTION"]


def test_what_is_called_off_stays_as_cancelled() -> None:
    claim = cued(contact(Status.CANCELLED, at=when("2024-04-02")), "meeting", "cancelled")
    (event,) = events_of(export_of(claim))
    assert event["STATUS"] == "CANCELLED"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (contact(Status.PLANNED), NO_TIME),
        (contact(Status.PLANNED, at=when("2025")), NO_TIME),
        (contact(Status.PLANNED, at=when("2024-05-02", None)), NO_TIME),
        (contact(Status.PROPOSED, at=when("2024-05-02")), NOT_AGREED),
        (contact(Status.POSSIBLE, at=when("2024-05-02")), NOT_AGREED),
    ],
)
def test_what_is_no_appointment_is_left_out_and_counted(claim: object, reason: str) -> None:
    exported = make_calendar(export_of(claim))  # type: ignore[arg-type]
    assert (exported.count, exported.reasons) == (0, ((reason, 1),))


@pytest.mark.parametrize(
    "claim",
    [
        contact(at=when("2024-03-02")),
        contact(Status.REFUSED, at=when("2024-03-02")),
        contact(Status.ABSENT, Mode.CALL),
        action(at=when("2024-03-02")),
    ],
)
def test_what_is_no_plan_is_no_part_of_the_calendar(claim: object) -> None:
    exported = make_calendar(export_of(claim))  # type: ignore[arg-type]
    assert (exported.count, exported.left_out) == (0, ())


def test_a_plan_that_is_reported_held_is_none_any_more() -> None:
    planned = contact(Status.PLANNED, at=when("2024-03-02"), quote="They will meet.")
    held = tell(contact(at=when("2024-03-02")), outlet="The Courier")
    assert len(events_of(make_material(tell(planned)))) == 1
    assert events_of(make_material(tell(planned), held)) == []


def test_a_cancellation_that_others_contradict_is_left_out_and_counted() -> None:
    off = contact(Status.CANCELLED, at=when("2024-03-02"), quote="The meeting is off.")
    held = tell(contact(at=when("2024-03-02")), outlet="The Courier")
    exported = make_calendar(make_material(tell(off), held))
    assert (exported.count, exported.reasons) == (0, ((DISPUTED, 1),))
