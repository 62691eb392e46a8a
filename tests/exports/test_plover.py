"""PLOVER JSON Lines: what comes back is what went out, and nothing undone reads as done."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from detente.errors import InputError
from detente.exports.codec import decode, encode
from detente.exports.outcome import Material, gather_entries
from detente.exports.plover import make_plover, parse_plover
from detente.model.claims import HAPPENED, Mode, Status
from detente.model.entries import Entry
from detente.model.parties import Rank

from ..ledger.records import SWE, TUR, TUR_MINISTER, action, contact, when
from .samples import cued, dispute, export_of, find_all, materials, tell


def lines_of(material: Material) -> list[dict[str, Any]]:
    return [json.loads(line) for line in make_plover(material).body.decode().split("\n") if line]


def load_schema() -> dict[str, Any]:
    file = resources.files("detente.exports").joinpath("plover.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema


@given(materials())
@settings(max_examples=60, deadline=None)
def test_export_then_import_gives_the_same_values(material: Material) -> None:
    entries = [told.entry for told in gather_entries(material.events)]
    back = parse_plover(make_plover(material).body)
    assert list(back) == entries
    for one, other in zip(back, entries, strict=True):
        assert repr(one) == repr(other)  # also the fields that two readings may differ in
        assert one.source.sketch == other.source.sketch
    assert find_all(back) == find_all(entries)


@given(materials())
@settings(max_examples=60, deadline=None)
def test_every_line_is_valid_under_the_schema(material: Material) -> None:
    validator = jsonschema.Draft202012Validator(load_schema())
    for line in lines_of(material):
        validator.validate(line)


@given(materials())
@settings(max_examples=100, deadline=None)
def test_only_what_took_place_undisputed_is_consulting(material: Material) -> None:
    for line in lines_of(material):
        if line["event"] == ["CONSULT"]:
            assert line["ledger"]["status"] in HAPPENED
            assert not line["ledger"]["is_disputed"]
            assert not line["ledger"]["entry"]["is_implied"]


@given(materials())
@settings(max_examples=30, deadline=None)
def test_the_order_of_events_does_not_matter(material: Material) -> None:
    turned = replace(material, events=material.events[::-1])
    assert make_plover(turned).body == make_plover(material).body


def test_a_claim_about_several_pairs_is_one_line() -> None:
    (line,) = lines_of(export_of(contact(b=(TUR, TUR_MINISTER, replace(TUR, state="FIN")))))
    assert len(line["ledger"]["events"]) == 2


def test_both_sides_of_a_meeting_are_actors_and_a_visitor_is_one() -> None:
    (meeting,) = lines_of(export_of(contact()))
    assert [item["code"] for item in meeting["actor"]] == ["SWE", "TUR"]
    assert meeting["recipient"] == []
    (visit,) = lines_of(export_of(contact(mode=Mode.VISIT)))
    assert [item["code"] for item in visit["actor"]] == ["SWE"]
    assert [item["code"] for item in visit["recipient"]] == ["TUR"]


def test_whoever_refuses_is_the_actor() -> None:
    claim = cued(contact(Status.REFUSED), "appointment", "cannot get")
    (line,) = lines_of(export_of(claim))
    assert (line["event"], line["mode"]) == (["REJECT"], ["meet"])
    assert line["actor"][0]["identifier_text"] == "Levent Aksoy"


def test_a_claim_that_is_denied_for_one_of_its_pairs_is_no_event() -> None:
    held, denied = lines_of(dispute())
    assert (held["ledger"]["status"], denied["ledger"]["status"]) == ("held", "denied")
    assert held["ledger"]["is_disputed"]
    assert len(held["ledger"]["events"]) == 2
    assert (held["has_event"], held["event"], held["actor"]) == (False, [], [])


@pytest.mark.parametrize("status", [Status.ABSENT, Status.DENIED, Status.POSSIBLE])
def test_what_plover_cannot_say_is_told_in_our_block_and_counted(status: Status) -> None:
    exported = make_plover(export_of(contact(status)))
    (line,) = [json.loads(item) for item in exported.body.decode().splitlines()]
    assert (line["has_event"], line["event"], line["actor"]) == (False, [], [])
    assert line["ledger"]["status"] == status
    assert len(exported.left_out) == 1


def test_a_date_is_no_sharper_than_the_text_and_none_for_a_plan() -> None:
    claims = (
        contact(at=when("2024-03-02")),
        contact(mode=Mode.CALL, at=when("2024-02"), quote="They spoke."),
        contact(mode=Mode.LETTER, at=when("2024-01-30", "2024-02-02"), quote="They wrote."),
        contact(mode=Mode.TALKS, at=when("--02-15"), quote="They held talks."),
        contact(Status.PLANNED, Mode.VISIT, at=when("2024-04-01"), quote="He will go."),
    )
    dates = [line["date"] for line in lines_of(export_of(*claims))]
    assert dates == ["2024-03-02", "2024-02", "2024", None, None]


def test_codes_are_plover_s_own() -> None:
    states = ("XKX", "EUU", "NATO", "UNK")
    sides = tuple(replace(TUR, text=state, state=state) for state in states)
    (line,) = lines_of(export_of(replace(action(), recipients=sides)))
    assert [item.get("code") for item in line["recipient"]] == ["KOS", "EUR", "IGO", None]
    assert [item.get("sector") for item in line["recipient"]] == ["GOV", None, None, "GOV"]


def test_a_movement_has_no_sector() -> None:
    rebels = replace(SWE, text="the rebels", rank=Rank.NONSTATE)
    (line,) = lines_of(export_of(contact(a=(rebels,))))
    assert "sector" not in line["actor"][0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not JSON", "line 2"),
        ("{}", "has no field 'ledger'"),
        ('{"ledger": {"format": 7}}', "format 7 is not known"),
        ('{"ledger": {"format": 1, "entry": {"kind": "entry"}}}', "lacks a field"),
        ("[]", "line 2"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(line: str, words: str) -> None:
    good = make_plover(export_of(contact())).body.decode()
    with pytest.raises(InputError, match=words):
        parse_plover(f"{good}{line}\n".encode(), "x.jsonl")


@pytest.mark.parametrize(
    ("name", "value"),
    [("is_implied", 1), ("origin", 3), ("claim", None), ("source", []), ("extra", 1)],
)
def test_a_field_of_a_wrong_type_is_refused_by_name(name: str, value: object) -> None:
    (entry,), _ = tell(contact())
    raw = {**encode(entry), name: value}
    with pytest.raises((TypeError, ValueError), match=name):
        decode(raw, Entry)


def test_what_is_no_value_of_the_model_is_not_written() -> None:
    with pytest.raises(TypeError, match="set is no value"):
        encode({1})
