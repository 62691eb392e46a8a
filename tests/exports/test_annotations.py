"""Evidence as W3C Web Annotations: the quote is where the selectors say."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from detente.exports.annotations import AROUND, CONTEXT, IMPLIED, make_annotations
from detente.exports.outcome import Material
from detente.model.claims import Mode, Status

from ..ledger.records import contact, when
from ..strategies import TEXT
from .samples import URL, export_of, make_material, materials, tell


def items_of(material: Material) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(make_annotations(material).body)["items"]
    return items


@given(materials())
@settings(max_examples=60, deadline=None)
def test_both_selectors_find_the_quote_in_our_text(material: Material) -> None:
    for item in items_of(material):
        quote, place = item["target"][-1]["selector"]
        assert TEXT[place["start"] : place["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert TEXT.find(around) == place["start"] - len(quote["prefix"])


def test_the_words_around_a_quote_are_few() -> None:
    claims = (contact(quote="Before. " * 9), contact(), contact(quote="After. " * 9))
    quote = items_of(export_of(*claims))[1]["target"][-1]["selector"][0]
    assert (len(quote["prefix"]), len(quote["suffix"])) == (AROUND, AROUND)
    assert quote["prefix"].endswith("Before. \n\n")


def test_a_page_is_what_the_standard_asks_for() -> None:
    page = json.loads(make_annotations(export_of(contact())).body)
    assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
    (item,) = page["items"]
    assert item["type"] == "Annotation"
    assert item["id"].startswith("urn:detente:con-")
    assert {body["purpose"] for body in item["body"]} == {"describing", "tagging"}


def test_the_body_says_what_became_of_it() -> None:
    claim = contact(Status.REFUSED, according_to=("Levent Aksoy", "Hurriyet"))
    (item,) = items_of(export_of(claim))
    assert item["body"][0]["value"] == (
        "meeting reported refused: Nils Åkerman (SWE) with Levent Aksoy (TUR); "
        "according to Levent Aksoy via Hurriyet"
    )
    assert [body["value"] for body in item["body"][1:]] == ["meeting", "refused"]


def test_a_page_on_the_web_is_found_by_quote_alone() -> None:
    (item,) = items_of(export_of(contact()))
    page, ours = item["target"]
    assert page["source"] == URL
    assert [one["type"] for one in page["selector"]] == ["TextQuoteSelector"]
    assert ours["source"]["via"] == URL


def test_an_article_without_an_address_has_one_target() -> None:
    (item,) = items_of(make_material(tell(contact(), url=None)))
    assert len(item["target"]) == 1


def test_what_is_told_nowhere_has_no_annotation() -> None:
    exported = make_annotations(
        export_of(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-01", None)))
    )
    assert (exported.count, exported.reasons) == (1, ((IMPLIED, 1),))
