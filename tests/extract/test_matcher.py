"""Where the tables' terms stand in a Doc."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from detente.extract.matcher import TermKind, TermMatcher
from tests.docs import blank


@pytest.fixture(scope="module")
def matcher() -> TermMatcher:
    return TermMatcher(blank(), ["Ann Zebedee"])


def find(matcher: TermMatcher, text: str) -> set[tuple[str, str]]:
    doc: Doc = blank()(text)
    return {(doc[hit.start : hit.end].text, hit.term.kind) for hit in matcher.find_hits(doc)}


def test_a_state_and_its_adjective_are_found(matcher: TermMatcher) -> None:
    found = find(matcher, "Sweden met a Turkish official.")
    assert {("Sweden", TermKind.STATE), ("Turkish", TermKind.ADJECTIVE)} <= found


def test_us_in_small_letters_is_a_pronoun(matcher: TermMatcher) -> None:
    assert find(matcher, "They told us that.") == set()
    assert ("US", TermKind.STATE) in find(matcher, "They told the US that.")


def test_who_in_small_letters_is_no_organisation(matcher: TermMatcher) -> None:
    assert find(matcher, "He asked who left.") == set()
    assert ("WHO", TermKind.ORGANISATION) in find(matcher, "He asked the WHO.")


def test_the_longest_term_wins(matcher: TermMatcher) -> None:
    found = find(matcher, "South Korea left.")
    assert [text for text, _ in found if "Korea" in text] == ["South Korea"]


def test_a_title_may_be_written_small(matcher: TermMatcher) -> None:
    assert ("foreign minister", TermKind.TITLE) in find(matcher, "The foreign minister left.")
    assert ("Foreign Ministers", TermKind.TITLE) in find(matcher, "Foreign Ministers met.")


def test_a_full_name_that_was_given_is_found(matcher: TermMatcher) -> None:
    assert ("Ann Zebedee", TermKind.NAME) in find(matcher, "Ann Zebedee left.")
    assert find(matcher, "ann zebedee left.") == set()
