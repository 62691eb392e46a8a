"""Records to JSON and back, and the published schema."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from detente.errors import GoldError
from detente.model.claims import EventType, Mode, Status
from detente.model.decode import record_from_json
from detente.model.encode import record_to_json
from detente.model.parties import Rank
from detente.model.records import Record

from ..strategies import records


def load_schema() -> dict[str, Any]:
    file = resources.files("detente.model").joinpath("schema/record.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return schema


@given(records)
@settings(max_examples=60, deadline=None)
def test_a_record_survives_json_exactly(record: Record) -> None:
    raw = json.loads(json.dumps(record_to_json(record)))
    back = record_from_json(raw)
    assert back == record
    assert record_to_json(back) == record_to_json(record)


@given(records)
@settings(max_examples=40, deadline=None)
def test_every_record_is_valid_under_the_schema(record: Record) -> None:
    jsonschema.validate(record_to_json(record), load_schema())


@pytest.mark.parametrize(
    ("definition", "field", "values"),
    [
        ("contact", "mode", Mode),
        ("contact", "status", Status),
        ("action", "type", EventType),
        ("party", "rank", Rank),
    ],
)
def test_the_schema_lists_the_code_s_values(definition: str, field: str, values: Any) -> None:
    listed = load_schema()["$defs"][definition]["properties"][field]["enum"]
    assert listed == [value.value for value in values]


def test_every_field_of_the_schema_is_described() -> None:
    schema = load_schema()
    for name, definition in schema["$defs"].items():
        if name in ("span", "issue"):
            continue
        for field, shape in definition["properties"].items():
            has_words = "description" in shape or "$ref" in shape or "oneOf" in shape
            assert has_words, f"{name}.{field}"


def gold(**changes: Any) -> dict[str, Any]:
    party = {"text": "Lavrov", "state": "RUS", "rank": "minister", "name": "Lavrov"}
    contact = {
        "a": [party],
        "b": [party],
        "mode": "meeting",
        "status": "held",
        "when": None,
        "where": None,
        "topics": [],
        "according_to": [],
        "evidence": "Lavrov met\nWang",
    }
    raw = {"id": "x", "published": None, "title": None, "text": "Then Lavrov met Wang."}
    return {**raw, "contacts": [{**contact, **changes}], "actions": []}


def test_evidence_without_offsets_is_found_whatever_its_white_space() -> None:
    record = record_from_json(gold())
    assert record.contacts[0].evidence.quote == "Lavrov met Wang"


def test_evidence_that_is_not_in_the_text_is_refused_by_name() -> None:
    with pytest.raises(GoldError, match="x: evidence 'Lavrov fled' is not in its text"):
        record_from_json(gold(evidence="Lavrov fled"))


def test_a_wrong_status_is_refused_with_its_place() -> None:
    with pytest.raises(GoldError, match=r"line 3: 'gone' is not a valid Status"):
        record_from_json(gold(status="gone"), "line 3")
