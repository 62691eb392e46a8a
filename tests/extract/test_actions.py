"""Acts of one state towards another."""

from __future__ import annotations

import pytest

from detente.extract.actions import ActionFinder, Deed
from detente.extract.requests import find_requests
from detente.lexicon.cues import load_action_triggers, load_status_table
from detente.model.claims import EventType, Status
from tests.docs import make_doc
from tests.extract.scenes import set_scene

BOTH = {"Oslo": "NOR government", "Cairo": "EGY government"}


@pytest.fixture(scope="module")
def finder() -> ActionFinder:
    return ActionFinder(load_action_triggers(), load_status_table())


def find(finder: ActionFinder, tree: str, who: dict[str, str]) -> tuple[Deed, ...]:
    return finder.find_actions(set_scene(make_doc(tree), who))


def sides(deed: Deed) -> tuple[list[str], list[str]]:
    return [p.text for p in deed.actors], [p.text for p in deed.recipients]


def test_an_accusation_goes_from_accuser_to_accused(finder: ActionFinder) -> None:
    tree = (
        "Oslo/NNP/nsubj>accused accused=accuse/VBD/ROOT Cairo/NNP/dobj>accused "
        "of/IN/prep>accused spying=spy/VBG/pcomp>of"
    )
    (deed,) = find(finder, tree, BOTH)
    assert (deed.type, deed.status) == (EventType.ACCUSE, Status.HELD)
    assert sides(deed) == (["Oslo"], ["Cairo"])


def test_a_passive_keeps_who_acts_and_who_suffers(finder: ActionFinder) -> None:
    tree = (
        "Cairo/NNP/nsubjpass>sanctioned was=be/VBD/auxpass>sanctioned "
        "sanctioned=sanction/VBN/ROOT by/IN/agent>sanctioned Oslo/NNP/pobj>by"
    )
    (deed,) = find(finder, tree, BOTH)
    assert deed.type is EventType.SANCTION
    assert sides(deed) == (["Oslo"], ["Cairo"])


def test_an_act_within_one_state_is_none(finder: ActionFinder) -> None:
    who = {"Oslo": "NOR government", "Cairo": "NOR nonstate"}
    tree = (
        "Oslo/NNP/nsubj>accused accused=accuse/VBD/ROOT Cairo/NNP/dobj>accused "
        "of/IN/prep>accused spying=spy/VBG/pcomp>of"
    )
    assert find(finder, tree, who) == ()


def test_an_act_towards_nobody_is_none(finder: ActionFinder) -> None:
    tree = (
        "Oslo/NNP/nsubj>accused accused=accuse/VBD/ROOT two/CD/nummod>men men=man/NNS/dobj>accused"
    )
    assert find(finder, tree, {"Oslo": "NOR government"}) == ()


def test_an_act_that_may_come_is_possible(finder: ActionFinder) -> None:
    tree = "Oslo/NNP/nsubj>sanction may/MD/aux>sanction sanction/VB/ROOT Cairo/NNP/dobj>sanction"
    (deed,) = find(finder, tree, BOTH)
    assert (deed.type, deed.status) == (EventType.SANCTION, Status.POSSIBLE)


def test_an_act_denied_is_denied(finder: ActionFinder) -> None:
    tree = (
        "Oslo/NNP/nsubj>denied denied=deny/VBD/ROOT that/IN/mark>attacked "
        "it/PRP/nsubj>attacked attacked=attack/VBD/ccomp>denied Cairo/NNP/dobj>attacked"
    )
    (deed,) = find(finder, tree, {**BOTH, "it": "NOR government"})
    assert (deed.type, deed.status) == (EventType.ASSAULT, Status.DENIED)


def test_an_act_in_a_noun_belongs_to_its_owner(finder: ActionFinder) -> None:
    tree = (
        "Oslo/NNP/poss>invasion 's/POS/case>Oslo invasion/NN/nsubj>failed "
        "of/IN/prep>invasion Cairo/NNP/pobj>of failed=fail/VBD/ROOT"
    )
    (deed,) = find(finder, tree, BOTH)
    assert deed.type is EventType.ASSAULT
    assert sides(deed) == (["Oslo"], ["Cairo"])


def test_a_request_told_by_saying_what_another_must_do() -> None:
    doc = make_doc(
        "Oslo/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>withdraw "
        "Cairo/NNP/nsubj>withdraw must/MD/aux>withdraw withdraw/VB/ccomp>said"
    )
    (deed,) = find_requests(set_scene(doc, BOTH))
    assert (deed.type, deed.status) == (EventType.REQUEST, Status.HELD)
    assert sides(deed) == (["Oslo"], ["Cairo"])


def test_what_another_must_not_have_done_is_no_request() -> None:
    doc = make_doc(
        "Oslo/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>left Cairo/NNP/nsubj>left "
        "must/MD/aux>left have/VB/aux>left left=leave/VBN/ccomp>said"
    )
    assert find_requests(set_scene(doc, BOTH)) == ()


def test_what_ones_own_state_must_do_is_no_request() -> None:
    doc = make_doc(
        "Oslo/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>withdraw "
        "Cairo/NNP/nsubj>withdraw must/MD/aux>withdraw withdraw/VB/ccomp>said"
    )
    who = {"Oslo": "NOR government", "Cairo": "NOR minister"}
    assert find_requests(set_scene(doc, who)) == ()
