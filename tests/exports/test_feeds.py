"""Atom and JSON Feed of what turned, read back by a reader of feeds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from detente.exports.feeds import make_atom, make_items, make_json_feed
from detente.exports.outcome import Material
from detente.model.channels import Change, ChangeKind
from detente.model.claims import Status

from ..ledger.records import contact
from .samples import KNOWN, URL, changes, cued, export_of

ATOM = "{http://www.w3.org/2005/Atom}"
feeds = st.lists(changes, max_size=5).map(
    lambda found: Material(events=(), as_of=KNOWN, version="9.9", changes=tuple(found))
)


def refusal() -> Material:
    material = export_of(cued(contact(Status.REFUSED), "meeting", "refused"))
    change = Change(
        kind=ChangeKind.REFUSAL,
        day=date(2024, 3, 10),
        pair=("SWE", "TUR"),
        ranks=material.events[0].ranks,
        text="meeting reported refused",
        weight=5,
        event=material.events[0],
    )
    return replace(material, changes=(change,))


@given(feeds)
@settings(max_examples=60, deadline=None)
def test_atom_is_well_formed_whatever_the_words_and_has_all_it_must(material: Material) -> None:
    feed = etree.fromstring(make_atom(material).body)
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert ids == [item["id"] for item in json.loads(make_json_feed(material).body)["items"]]
    assert len(set(ids)) == len(ids)


@given(feeds)
@settings(max_examples=40, deadline=None)
def test_the_order_of_changes_does_not_matter_and_the_newest_is_first(material: Material) -> None:
    turned = replace(material, changes=material.changes[::-1])
    assert make_atom(turned).body == make_atom(material).body
    days = [item.day for item in make_items(material.changes)]
    assert days == sorted(days, reverse=True)


def test_changes_that_differ_only_in_kind_keep_one_order_and_a_repeat_is_one_item() -> None:
    (one,) = refusal().changes
    other = replace(one, kind=ChangeKind.STATE)
    items = make_items([one, other, replace(one, weight=0)])
    assert len(items) == 2
    assert items == make_items([replace(one, weight=0), other, one])


def test_a_feed_reader_shows_what_was_refused_by_whom_and_where_to_read_it() -> None:
    feed = feedparser.parse(make_atom(refusal()).body)
    assert not feed.bozo
    assert feed.version == "atom10"
    (entry,) = feed.entries
    assert entry.title == "Sweden – Turkey: meeting reported refused"
    told = entry.content[0].value
    assert "meeting reported refused: Nils Åkerman (SWE) with Levent Aksoy (TUR)" in told
    assert "1 independent source: “Åkerman met Aksoy.” (The Gazette, 2024-03-10)" in told
    assert [link.href for link in entry.links] == [URL]
    assert entry.updated_parsed[:3] == (2024, 3, 10)


def test_a_json_feed_tells_the_same() -> None:
    feed = json.loads(make_json_feed(refusal()).body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["external_url"] == URL
    assert item["tags"] == ["refusal", "SWE", "TUR"]
    assert item["date_published"] == "2024-03-10T00:00:00Z"


def test_a_feed_without_changes_is_still_a_feed() -> None:
    empty = Material(events=(), as_of=KNOWN, version="9.9")
    feed = feedparser.parse(make_atom(empty).body)
    assert not feed.bozo
    assert (feed.entries, feed.feed.updated) == ([], "2024-03-10T00:00:00Z")
