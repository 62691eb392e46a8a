"""The parties on the two sides, by what a frame needs of them."""

from __future__ import annotations

from detente.extract.counterparts import (
    find_side_parties,
    is_tangible,
    meets_needs,
    rank_by_level,
)
from detente.extract.sides import Sides, find_verb_sides
from detente.lexicon.cues import ContactTrigger
from detente.model.parties import Party, Rank
from tests.docs import get, make_doc
from tests.extract.scenes import set_scene


def make_trigger(frame: str, *links: str, needs: str = "") -> ContactTrigger:
    return ContactTrigger(
        words=("word",), pos="verb", mode="visit", frame=frame, links=links, needs=needs, example=""
    )


def read(
    tree: str, word: str, trigger: ContactTrigger, who: dict[str, str]
) -> tuple[list[str], list[str]]:
    doc = make_doc(tree)
    scene = set_scene(doc, who)
    a, b = find_side_parties(scene, find_verb_sides(get(doc, word), trigger), trigger)
    return [party.text for party in a], [party.text for party in b]


def test_a_minister_who_flies_to_a_capital_visits_it() -> None:
    who = {"Modi": "IND leader", "Paris": "FRA government"}
    tree = "Modi/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Paris/NNP/pobj>to"
    found = read(tree, "flew", make_trigger("journey", "to"), who)
    assert found == (["Modi"], ["Paris"])


def test_an_ambassador_who_flies_to_his_post_visits_nobody() -> None:
    who = {"Modi": "IND envoy", "Paris": "FRA government"}
    tree = "Modi/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Paris/NNP/pobj>to"
    found = read(tree, "flew", make_trigger("journey", "to"), who)
    assert found == ([], ["Paris"])


def test_a_state_does_not_travel() -> None:
    who = {"India": "IND government", "Paris": "FRA government"}
    tree = "India/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Paris/NNP/pobj>to"
    found = read(tree, "flew", make_trigger("journey", "to"), who)
    assert found == ([], ["Paris"])


def test_a_plural_subject_is_split_into_two_sides() -> None:
    who = {"Lee": "KOR leader", "Kim": "PRK leader"}
    tree = "Lee/NNP/nsubj>met and/CC/cc>Lee Kim/NNP/conj>Lee met=meet/VBD/ROOT"
    found = read(tree, "met", make_trigger("mutual", "with"), who)
    assert found == (["Lee"], ["Kim"])


def test_a_rule_that_needs_a_person_is_not_met_by_a_state() -> None:
    doc = make_doc("Modi/NNP/nsubj>phoned phoned=phone/VBD/ROOT Paris/NNP/dobj>phoned")
    scene = set_scene(doc, {"Modi": "IND leader", "Paris": "FRA government"})
    trigger = make_trigger("directed", needs="person")
    sides = Sides(a=(get(doc, "Modi"),), b=(get(doc, "Paris"),))
    _, b = find_side_parties(scene, sides, trigger)
    assert not meets_needs(scene, sides, b, trigger)
    assert meets_needs(scene, sides, b, make_trigger("directed", needs="state"))


def test_an_unknown_side_counts_only_as_a_group_of_office_holders() -> None:
    doc = make_doc("Modi/NNP/nsubj>met met=meet/VBD/ROOT officials=official/NNS/dobj>met")
    sides = Sides(a=(get(doc, "Modi"),), b=(get(doc, "officials"),))
    trigger = make_trigger("mutual")
    for kind, expected in (("group", True), ("office", False)):
        scene = set_scene(doc, {"Modi": "IND leader", "officials": f"UNK official {kind}"})
        a, b = find_side_parties(scene, sides, trigger)
        assert is_tangible(scene, sides, a, b) is expected


def test_a_word_of_level_ranks_states_and_leaves_persons() -> None:
    doc = make_doc(
        "The/DT/det>talks ministerial/JJ/amod>talks talks=talk/NNS/nsubj>resumed "
        "resumed=resume/VBD/ROOT"
    )
    state = Party(text="Oslo", state="NOR", rank=Rank.GOVERNMENT)
    person = Party(text="Lee", state="KOR", rank=Rank.OFFICIAL, name="Lee")
    ranked = rank_by_level(get(doc, "talks"), (state, person))
    assert [party.rank for party in ranked] == [Rank.MINISTER, Rank.OFFICIAL]


def test_without_a_word_of_level_states_stay_states() -> None:
    doc = make_doc("The/DT/det>talks talks=talk/NNS/nsubj>resumed resumed=resume/VBD/ROOT")
    state = Party(text="Oslo", state="NOR", rank=Rank.GOVERNMENT)
    assert rank_by_level(get(doc, "talks"), (state,)) == (state,)
