"""Mentions without a title."""

from __future__ import annotations

from detente.extract.matcher import Term, TermKind
from detente.extract.person_mentions import find_name_drafts
from detente.extract.plain_mentions import (
    find_pronoun_drafts,
    find_sides_drafts,
    find_term_drafts,
)
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank
from tests.docs import make_doc
from tests.extract.scenes import make_layout

SWEDEN = Term(kind=TermKind.STATE, text="Sweden", code="SWE")


def test_a_name_that_no_title_took_is_a_person() -> None:
    tree = "Antony/NNP/compound>Blinken/PERSON Blinken/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    layout = make_layout(make_doc(tree))
    (draft,) = find_name_drafts(layout, set())
    assert (draft.kind, draft.name) == (MentionKind.PERSON, (0, 2))
    assert list(find_name_drafts(layout, {0})) == []


def test_an_honorific_belongs_to_the_name_and_tells_the_gender() -> None:
    tree = "Mrs./NNP/compound>Berg Berg/NNP/nsubj>left left=leave/VBD/ROOT"
    (draft,) = find_name_drafts(make_layout(make_doc(tree)), set())
    assert (draft.first, draft.gender) == (0, Gender.FEMALE)


def test_a_state_before_a_name_is_the_persons() -> None:
    tree = "China/NNP/poss>Xi 's/POS/case>China Xi/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    china = Term(kind=TermKind.STATE, text="China", code="CHN")
    xi = Term(kind=TermKind.NAME, text="Xi")
    (draft,) = find_name_drafts(make_layout(make_doc(tree), {"China": china, "Xi": xi}), set())
    assert draft.states == ("CHN",)


def test_a_state_is_a_mention_with_its_article() -> None:
    doc = make_doc("The/DT/det>Gambia Gambia/NNP/nsubj>left left=leave/VBD/ROOT")
    term = Term(kind=TermKind.STATE, text="Gambia", code="GMB")
    (draft,) = find_term_drafts(make_layout(doc, {"Gambia": term}), set())
    assert (draft.kind, draft.states) == (MentionKind.STATE, ("GMB",))


def test_a_state_before_another_noun_is_a_modifier() -> None:
    doc = make_doc(
        "The/DT/det>talks Sweden/NNP/compound>talks talks=talk/NNS/nsubj>ended ended=end/VBD/ROOT"
    )
    (draft,) = find_term_drafts(make_layout(doc, {"Sweden": SWEDEN}), set())
    assert draft.is_modifier


def test_a_word_of_context_means_a_party_only_after_its_full_name() -> None:
    north = Term(kind=TermKind.CONTEXTUAL, text="North", code="PRK")
    korea = Term(kind=TermKind.STATE, text="Pyongyang", code="PRK")
    tree = "The/DT/det>North North/NNP/nsubj>agreed agreed=agree/VBD/ROOT"
    alone = make_layout(make_doc(tree), {"North": north})
    assert list(find_term_drafts(alone, set())) == []
    doc = make_doc(
        "Pyongyang/NNP/nsubj>agreed agreed=agree/VBD/ROOT",
        "The/DT/det>North North/NNP/nsubj>smiled smiled=smile/VBD/ROOT",
    )
    after = make_layout(doc, {"Pyongyang": korea, "North": north})
    assert [draft.states for draft in find_term_drafts(after, set())] == [("PRK",), ("PRK",)]


def test_a_pronoun_has_its_gender() -> None:
    tree = "She/PRP/nsubj>met met=meet/VBD/ROOT them=they/PRP/dobj>met"
    layout = make_layout(make_doc(tree))
    found = [(draft.gender, draft.is_plural) for draft in find_pronoun_drafts(layout, set())]
    assert found == [(Gender.FEMALE, False), (Gender.PLURAL, True)]


def test_us_in_capitals_is_no_pronoun() -> None:
    layout = make_layout(make_doc("US/PRP/nsubj>left left=leave/VBD/ROOT"))
    assert list(find_pronoun_drafts(layout, set())) == []


def test_the_two_ministers_are_two_sides_with_a_rank() -> None:
    tree = (
        "The/DT/det>ministers two/CD/nummod>ministers ministers=minister/NNS/nsubj>met "
        "met=meet/VBD/ROOT"
    )
    (draft,) = find_sides_drafts(make_layout(make_doc(tree)), set())
    assert (draft.kind, draft.rank) == (MentionKind.SIDES, Rank.MINISTER)


def test_two_ministers_are_any_two() -> None:
    tree = "Two/CD/nummod>ministers ministers=minister/NNS/nsubj>resigned resigned=resign/VBD/ROOT"
    layout = make_layout(make_doc(tree))
    assert list(find_sides_drafts(layout, set())) == []


def test_both_sides_are_two_sides() -> None:
    tree = "Both/DT/det>sides sides=side/NNS/nsubj>met met=meet/VBD/ROOT"
    (draft,) = find_sides_drafts(make_layout(make_doc(tree)), set())
    assert (draft.first, draft.last, draft.rank) == (0, 2, None)
