"""The status of a contact, read up the tree from its word."""

from __future__ import annotations

import pytest

from detente.extract.status import judge_status
from detente.lexicon.cues import load_status_table
from detente.model.claims import Status
from tests.docs import get, make_doc


def judge(tree: str, word: str = "meet", base: Status = Status.HELD) -> Status:
    return judge_status(get(make_doc(tree), word), load_status_table(), base=base).status


def test_a_plain_meeting_is_held() -> None:
    tree = "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met"
    assert judge(tree, "met") is Status.HELD


def test_a_refusal_to_meet_is_refused() -> None:
    tree = (
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    assert judge(tree) is Status.REFUSED


def test_a_denied_meeting_is_denied() -> None:
    tree = (
        "Lee/NNP/nsubj>denied denied=deny/VBD/ROOT that/IN/mark>met he/PRP/nsubj>met "
        "met=meet/VBD/ccomp>denied Kim/NNP/dobj>met"
    )
    assert judge(tree, "met") is Status.DENIED


def test_a_denied_refusal_is_no_refusal_and_no_meeting() -> None:
    tree = (
        "Lee/NNP/nsubj>denied denied=deny/VBD/ROOT that/IN/mark>refused "
        "he/PRP/nsubj>refused refused=refuse/VBD/ccomp>denied to/TO/aux>meet "
        "meet/VB/xcomp>refused Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.DENIED


def test_a_cancelled_visit_is_cancelled() -> None:
    tree = (
        "Oslo/NNP/nsubj>cancelled cancelled=cancel/VBD/ROOT the/DT/det>visit "
        "visit/NN/dobj>cancelled"
    )
    assert judge(tree, "visit") is Status.CANCELLED


def test_a_visit_that_could_be_cancelled_is_possible() -> None:
    tree = (
        "Oslo/NNP/nsubj>cancel could/MD/aux>cancel cancel/VB/ROOT the/DT/det>visit "
        "visit/NN/dobj>cancel"
    )
    assert judge(tree, "visit") is Status.POSSIBLE


def test_no_talks_are_absent() -> None:
    tree = (
        "No/DT/det>talks talks=talk/NNS/nsubjpass>held were=be/VBD/auxpass>held held=hold/VBN/ROOT"
    )
    assert judge(tree, "talks") is Status.ABSENT


def test_a_promise_to_meet_is_planned() -> None:
    tree = (
        "Lee/NNP/nsubj>promised promised=promise/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>promised Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.PLANNED


def test_an_accepted_invitation_is_planned() -> None:
    tree = (
        "Lee/NNP/nsubj>accepted accepted=accept/VBD/ROOT an/DT/det>invitation "
        "invitation/NN/dobj>accepted to/TO/aux>meet meet/VB/acl>invitation "
        "Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.PLANNED


def test_an_agreement_not_given_is_refused() -> None:
    tree = (
        "Lee/NNP/nsubj>agree did=do/VBD/aux>agree not/RB/neg>agree agree/VB/ROOT "
        "to/TO/aux>meet meet/VB/xcomp>agree Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.REFUSED


def test_a_verb_that_no_table_knows_makes_no_contact_of_an_intention() -> None:
    tree = (
        "Lee/NNP/nsubj>galloped galloped=gallop/VBD/ROOT to/TO/aux>meet "
        "meet/VB/advcl>galloped Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.PLANNED


def test_criticised_talks_took_place() -> None:
    tree = (
        "Lee/NNP/nsubj>criticised criticised=criticise/VBD/ROOT the/DT/det>talks "
        "talks=talk/NNS/dobj>criticised"
    )
    assert judge(tree, "talks") is Status.HELD


def test_talks_ahead_are_planned() -> None:
    tree = (
        "Lee/NNP/nsubj>arrived arrived=arrive/VBD/ROOT ahead/RB/advmod>arrived "
        "of/IN/prep>ahead the/DT/det>talks talks=talk/NNS/pobj>of"
    )
    assert judge(tree, "talks") is Status.PLANNED


def test_a_planned_visit_is_planned() -> None:
    tree = (
        "The/DT/det>visit planned=plan/VBN/amod>visit visit/NN/nsubj>drew "
        "drew=draw/VBD/ROOT protests=protest/NNS/dobj>drew"
    )
    assert judge(tree, "visit") is Status.PLANNED


def test_resumed_talks_are_resumed() -> None:
    tree = (
        "Oslo/NNP/nsubj>resumed resumed=resume/VBD/ROOT talks=talk/NNS/dobj>resumed "
        "with/IN/prep>talks Cairo/NNP/pobj>with"
    )
    assert judge(tree, "talks") is Status.RESUMED


def test_a_journey_made_in_order_to_meet_is_held() -> None:
    tree = (
        "Lee/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Rome/NNP/pobj>#2 "
        "to/TO/aux>meet meet/VB/advcl>flew Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.HELD


def test_false_reports_of_a_meeting_are_denied() -> None:
    tree = (
        "The/DT/det>reports reports=report/NNS/nsubj>are of/IN/prep>reports "
        "a/DT/det>meeting meeting/NN/pobj>of are=be/VBP/ROOT false/JJ/acomp>are"
    )
    assert judge(tree, "meeting") is Status.DENIED


def test_yet_to_meet_is_absent() -> None:
    tree = (
        "Lee/NNP/nsubj>has has=have/VBZ/ROOT yet/RB/advmod>has to/TO/aux>meet "
        "meet/VB/xcomp>has Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.ABSENT


def test_a_possible_visit_is_possible() -> None:
    tree = "A/DT/det>visit visit/NN/nsubj>is is=be/VBZ/ROOT possible/JJ/acomp>is"
    assert judge(tree, "visit") is Status.POSSIBLE


def test_a_coordinated_verb_shares_the_future() -> None:
    tree = (
        "Lee/NNP/nsubj>said said=say/VBD/ROOT he/PRP/nsubj>travel will/MD/aux>travel "
        "travel/VB/ccomp>said to/IN/prep>travel Doha/NNP/pobj>to and/CC/cc>travel "
        "meet/VB/conj>travel Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.PLANNED


def test_a_visit_that_only_dates_another_act_took_place() -> None:
    tree = (
        "During/IN/prep>signed the/DT/det>visit visit/NN/pobj>During Lee/NNP/nsubj>signed "
        "signed=sign/VBD/ROOT an/DT/det>accord accord/NN/dobj>signed"
    )
    assert judge(tree, "visit") is Status.HELD


def test_rejected_letters_that_ask_for_a_meeting_are_refused() -> None:
    tree = (
        "The/DT/det>letters letters=letter/NNS/nsubjpass>rejected to/TO/aux>meet "
        "meet/VB/acl>letters Kim/NNP/dobj>meet were=be/VBD/auxpass>rejected "
        "rejected=reject/VBN/ROOT"
    )
    assert judge(tree, "letters") is Status.REFUSED


def test_a_refusal_not_made_is_possible() -> None:
    tree = (
        "Lee/NNP/nsubj>rule does=do/VBZ/aux>rule not/RB/neg>rule rule/VB/ROOT "
        "out/RP/prt>rule a/DT/det>meeting meeting/NN/dobj>rule"
    )
    assert judge(tree, "meeting") is Status.POSSIBLE


def test_no_plans_to_meet_are_absent() -> None:
    tree = (
        "Lee/NNP/nsubj>has has=have/VBZ/ROOT no/DT/det>plans plans=plan/NNS/dobj>has "
        "to/TO/aux>meet meet/VB/acl>plans Kim/NNP/dobj>meet"
    )
    assert judge(tree) is Status.ABSENT


def test_talks_that_continue_are_ongoing() -> None:
    tree = "Talks=talk/NNS/nsubj>continue continue/VBP/ROOT"
    assert judge(tree, "Talks") is Status.ONGOING


def test_talks_that_somebody_will_not_attend_are_refused() -> None:
    tree = (
        "Lee/NNP/nsubj>attend will/MD/aux>attend not/RB/neg>attend attend/VB/ROOT "
        "talks=talk/NNS/dobj>attend"
    )
    assert judge(tree, "talks") is Status.REFUSED


def test_a_condition_makes_a_plan_possible() -> None:
    tree = (
        "Lee/NNP/nsubj>meets meets=meet/VBZ/ROOT Kim/NNP/dobj>meets if/IN/mark>agrees "
        "Wang/NNP/nsubj>agrees agrees=agree/VBZ/advcl>meets"
    )
    assert judge(tree, "meets") is Status.POSSIBLE


def test_the_base_stands_where_nothing_says_otherwise() -> None:
    tree = "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met"
    assert judge(tree, "met", Status.ONGOING) is Status.ONGOING


def test_the_path_names_the_words_climbed() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    decision = judge_status(get(doc, "meet"), load_status_table(), base=Status.HELD)
    assert decision.path == (get(doc, "meet").i, get(doc, "refused").i)
    assert decision.cue_at == get(doc, "refused").i


@pytest.mark.parametrize(
    "tree",
    [
        "Lee/NNP/nsubj>denied denied=deny/VBD/ROOT refusing=refuse/VBG/xcomp>denied "
        "to/TO/aux>meet meet/VB/xcomp>refusing Kim/NNP/dobj>meet",
        "Cairo/NNP/nsubj>hopes hopes=hope/VBZ/ROOT to/TO/aux>resume resume/VB/xcomp>hopes "
        "talks=talk/NNS/dobj>resume",
    ],
)
def test_two_words_of_doubt_never_make_a_contact(tree: str) -> None:
    word = "meet" if "meet/" in tree else "talks"
    assert judge(tree, word) not in (Status.HELD, Status.ONGOING, Status.RESUMED)
