"""Contacts from a trigger in its frame, with sides and status."""

from __future__ import annotations

import pytest

from detente.extract.contacts import ContactFinder, Find, refine_mode
from detente.lexicon.cues import load_contact_triggers, load_status_table
from detente.model.claims import Mode, Status
from tests.docs import make_doc
from tests.extract.scenes import set_scene

BOTH = {"Lee": "KOR leader", "Kim": "PRK leader"}


@pytest.fixture(scope="module")
def finder() -> ContactFinder:
    return ContactFinder(load_contact_triggers(), load_status_table())


def find(finder: ContactFinder, tree: str, who: dict[str, str]) -> tuple[Find, ...]:
    return finder.find_contacts(set_scene(make_doc(tree), who))


def test_two_leaders_who_met_are_a_meeting(finder: ContactFinder) -> None:
    tree = "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met"
    (found,) = find(finder, tree, BOTH)
    assert (found.mode, found.decision.status) == (Mode.MEETING, Status.HELD)
    assert [party.text for party in (*found.a, *found.b)] == ["Lee", "Kim"]
    assert found.evidence.quote == "Lee met Kim"


def test_a_refused_meeting_is_found_as_refused(finder: ContactFinder) -> None:
    tree = (
        "Lee/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>refused "
        "Kim/NNP/dobj>meet"
    )
    (found,) = find(finder, tree, BOTH)
    assert (found.mode, found.decision.status) == (Mode.MEETING, Status.REFUSED)
    assert found.evidence.quote == "Lee refused to meet Kim"


def test_a_telephone_call_is_a_call(finder: ContactFinder) -> None:
    tree = "Lee/NNP/nsubj>phoned phoned=phone/VBD/ROOT Kim/NNP/dobj>phoned"
    (found,) = find(finder, tree, BOTH)
    assert found.mode is Mode.CALL


def test_people_of_one_state_make_no_contact(finder: ContactFinder) -> None:
    who = {"Lee": "KOR leader", "Kim": "KOR minister"}
    tree = "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met"
    assert find(finder, tree, who) == ()


def test_a_deadline_is_nobody_to_meet(finder: ContactFinder) -> None:
    tree = "Lee/NNP/nsubj>met met=meet/VBD/ROOT the/DT/det>deadline deadline/NN/dobj>met"
    assert find(finder, tree, {"Lee": "KOR leader"}) == ()


def test_a_third_state_that_urges_two_to_meet_makes_no_contact(finder: ContactFinder) -> None:
    who = {**BOTH, "Oslo": "NOR government"}
    tree = (
        "Oslo/NNP/nsubj>urged urged=urge/VBD/ROOT Lee/NNP/dobj>urged to/TO/aux>meet "
        "meet/VB/xcomp>urged Kim/NNP/dobj>meet"
    )
    assert find(finder, tree, who) == ()


def test_the_summit_on_whose_sidelines_they_met_is_only_the_setting(finder: ContactFinder) -> None:
    tree = (
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met on/IN/prep>met "
        "the/DT/det>sidelines sidelines=sideline/NNS/pobj>on of/IN/prep>sidelines "
        "the/DT/det>summit summit/NN/pobj>of"
    )
    found = find(finder, tree, BOTH)
    assert [item.trigger.text for item in found] == ["met"]


def test_a_contact_says_why_it_was_made(finder: ContactFinder) -> None:
    tree = (
        "Lee/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>refused "
        "Kim/NNP/dobj>meet"
    )
    (found,) = find(finder, tree, BOTH)
    assert (found.reason.trigger, found.reason.cue) == ("meet", "refused")
    assert found.reason.rule == "verb mutual"


@pytest.mark.parametrize(
    ("mode", "words", "where", "expected"),
    [
        (Mode.TALKS, "they spoke by phone", None, Mode.CALL),
        (Mode.MEETING, "held a virtual meeting", None, Mode.CALL),
        (Mode.TALKS, "talks in Geneva", "Geneva", Mode.MEETING),
        (Mode.TALKS, "they spoke", None, Mode.TALKS),
        (Mode.VISIT, "spoke by phone", "Geneva", Mode.VISIT),
    ],
)
def test_words_and_place_refine_the_mode(
    mode: Mode, words: str, where: str | None, expected: Mode
) -> None:
    assert refine_mode(mode, words, where) is expected
