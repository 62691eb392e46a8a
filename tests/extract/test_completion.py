"""Sides that a clause leaves out, and when two sides are two."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from detente.extract.completion import Side, are_two_sides, complete_sides, drop_vague
from detente.model.claims import Mode
from detente.model.parties import Party, Rank
from tests.docs import get, make_doc
from tests.extract.scenes import set_scene

LEE = Party(text="Lee", state="KOR", rank=Rank.LEADER, name="Lee", office="president")
KIM = Party(text="Kim", state="PRK", rank=Rank.LEADER, name="Kim", office="leader")
OSLO = Party(text="Oslo", state="NOR", rank=Rank.GOVERNMENT)
UNKNOWN = Party(text="groups", state="UNK", rank=Rank.OFFICIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    trigger: Token
    mode: Mode
    a: Side
    b: Side


def test_different_states_are_two_sides() -> None:
    assert are_two_sides((LEE,), (KIM,))


def test_one_state_is_not_two_sides() -> None:
    assert not are_two_sides((LEE,), (Party(text="Seoul", state="KOR", rank=Rank.GOVERNMENT),))


def test_an_envoy_and_his_own_capital_are_two_sides() -> None:
    envoy = Party(text="Park", state="KOR", rank=Rank.ENVOY, name="Park")
    assert are_two_sides((envoy,), (LEE,))


def test_a_movement_and_the_state_it_is_in_are_two_sides() -> None:
    rebels = Party(text="rebels", state="KOR", rank=Rank.NONSTATE)
    assert are_two_sides((rebels,), (LEE,))


def test_a_side_without_state_and_office_is_no_side() -> None:
    assert not are_two_sides((UNKNOWN,), (OSLO,))


def test_nobody_is_no_side() -> None:
    assert not are_two_sides((), (OSLO,))


def test_unknown_others_are_dropped_where_somebody_is_known() -> None:
    assert drop_vague((UNKNOWN, OSLO)) == (OSLO,)
    assert drop_vague((UNKNOWN,)) == (UNKNOWN,)


def test_two_sides_stay_as_they_are() -> None:
    doc = make_doc("Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met")
    done = complete_sides(set_scene(doc), get(doc, "met"), (LEE,), (KIM,), Mode.MEETING, ())
    assert (done.a, done.b, done.way) == ((LEE,), (KIM,), "")


def test_the_other_side_stands_after_with_further_on() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>held held=hold/VBD/ROOT talks=talk/NNS/dobj>held in/IN/prep>talks "
        "Rome/NNP/pobj>in on/IN/prep>held Monday/NNP/pobj>on with/IN/prep>held "
        "Kim/NNP/pobj>with"
    )
    scene = set_scene(doc, {"Kim": "PRK leader"})
    done = complete_sides(scene, get(doc, "talks"), (LEE,), (), Mode.TALKS, ())
    assert [party.text for party in done.b] == ["Kim"]
    assert done.way == "with … in the same clause"


def test_the_talks_are_those_spoken_of_before() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met",
        "The/DT/det>talks talks=talk/NNS/nsubjpass>cancelled were=be/VBD/auxpass>cancelled "
        "cancelled=cancel/VBN/ROOT",
    )
    earlier = Earlier(trigger=get(doc, "met"), mode=Mode.MEETING, a=(LEE,), b=(KIM,))
    done = complete_sides(set_scene(doc), get(doc, "talks"), (), (), Mode.TALKS, (earlier,))
    assert (done.a, done.b, done.is_told) == ((LEE,), (KIM,), True)


def test_talks_of_a_third_state_are_not_those_spoken_of_before() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met",
        "The/DT/det>talks talks=talk/NNS/nsubjpass>cancelled were=be/VBD/auxpass>cancelled "
        "cancelled=cancel/VBN/ROOT",
    )
    earlier = Earlier(trigger=get(doc, "met"), mode=Mode.MEETING, a=(LEE,), b=(KIM,))
    done = complete_sides(set_scene(doc), get(doc, "talks"), (OSLO,), (), Mode.TALKS, (earlier,))
    assert not done.is_told


def test_a_visit_spoken_of_before_is_not_meant_by_the_talks() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met",
        "The/DT/det>talks talks=talk/NNS/nsubjpass>cancelled were=be/VBD/auxpass>cancelled "
        "cancelled=cancel/VBN/ROOT",
    )
    earlier = Earlier(trigger=get(doc, "met"), mode=Mode.VISIT, a=(LEE,), b=(KIM,))
    done = complete_sides(set_scene(doc), get(doc, "talks"), (), (), Mode.TALKS, (earlier,))
    assert not done.is_told


def test_who_speaks_after_talks_took_part_in_them() -> None:
    doc = make_doc(
        "After/IN/prep>left talks=talk/NNS/pobj>After with/IN/prep>talks Kim/NNP/pobj>with "
        ",/,/punct>left Lee/NNP/nsubj>left left=leave/VBD/ROOT"
    )
    scene = set_scene(doc, {"Lee": "KOR leader"})
    done = complete_sides(scene, get(doc, "talks"), (), (KIM,), Mode.TALKS, ())
    assert [party.text for party in done.a] == ["Lee"]
    assert done.way == "subject of the sentence"
