"""CSV and Parquet: every claim with all its columns, the same in both."""

from __future__ import annotations

import csv
import io
import sys

import pyarrow.parquet
import pytest
from hypothesis import given, settings

from detente.errors import UsageError
from detente.exports.flat import COLUMNS
from detente.exports.outcome import Material, gather_entries
from detente.exports.spreadsheet import SEPARATOR, make_csv, make_parquet
from detente.model.claims import Status

from ..ledger.records import contact, when
from .samples import cued, dispute, export_of, materials


def csv_rows(material: Material) -> list[dict[str, str]]:
    body = make_csv(material).body.decode()
    return list(csv.DictReader(io.StringIO(body, newline="")))


@given(materials())
@settings(max_examples=40, deadline=None)
def test_csv_and_parquet_hold_every_claim_and_agree(material: Material) -> None:
    entries = [told.entry for told in gather_entries(material.events)]
    rows = csv_rows(material)
    table = pyarrow.parquet.read_table(io.BytesIO(make_parquet(material).body)).to_pylist()
    assert [row["claim"] for row in rows] == [entry.id for entry in entries]
    assert [row["quote"] for row in rows] == [entry.claim.evidence.quote for entry in entries]
    for row, typed in zip(rows, table, strict=True):
        assert list(row) == list(typed) == [column.name for column in COLUMNS]
        for name, value in typed.items():
            if isinstance(value, bool):
                assert row[name] == str(value).lower()
            elif isinstance(value, list):
                assert row[name] == SEPARATOR.join(value)
            else:
                assert row[name] == ("" if value is None else str(value))


@given(materials())
@settings(max_examples=40, deadline=None)
def test_took_place_is_true_only_of_what_did(material: Material) -> None:
    done = {
        entry.id
        for event in material.events
        if event.is_contact and not event.is_disputed
        for entry in event.entries
        if entry.claim.status in (Status.HELD, Status.ONGOING, Status.RESUMED)
    }
    assert {row["claim"] for row in csv_rows(material) if row["took_place"] == "true"} <= done


def test_a_refused_meeting_keeps_its_status_beside_the_codes() -> None:
    claim = cued(contact(Status.REFUSED, at=when("2024-03"), where="Oslo"), "meeting", "refused")
    (row,) = csv_rows(export_of(claim))
    assert (row["status"], row["took_place"]) == ("refused", "false")
    assert (row["plover"], row["plover_mode"], row["cameo"]) == ("REJECT", "meet", "125")
    assert (row["start"], row["end"], row["where"]) == ("2024-03", "2024-03", "Oslo")
    assert (row["a_states"], row["b_names"], row["actor"]) == ("SWE", "Levent Aksoy", "a")


def test_a_disputed_meeting_did_not_take_place_for_sure() -> None:
    held = csv_rows(dispute())[0]
    assert (held["status"], held["is_disputed"], held["took_place"]) == ("held", "true", "false")
    assert held["plover"] == ""


def test_what_has_no_code_has_empty_columns() -> None:
    (row,) = csv_rows(export_of(contact(Status.DENIED)))
    assert (row["plover"], row["cameo"], row["goldstein"]) == ("", "", "")
    assert row["status"] == "denied"


def test_parquet_without_pyarrow_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"detente\[parquet\]"):
        make_parquet(export_of(contact()))
