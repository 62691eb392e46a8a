"""What one verb's form says of the status."""

from __future__ import annotations

import pytest

from detente.extract.verb_forms import find_condition, judge_verb
from detente.model.claims import Status
from tests.docs import get, make_doc


def judge(tree: str, word: str = "meet") -> Status:
    return judge_verb(get(make_doc(tree), word), Status.HELD).status


def test_a_plain_past_keeps_the_base() -> None:
    tree = "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met"
    assert judge(tree, "met") is Status.HELD


def test_will_is_planned() -> None:
    tree = "Lee/NNP/nsubj>meet will/MD/aux>meet meet/VB/ROOT Kim/NNP/dobj>meet"
    assert judge(tree) is Status.PLANNED


def test_did_not_is_absent() -> None:
    tree = "Lee/NNP/nsubj>meet did=do/VBD/aux>meet not/RB/neg>meet meet/VB/ROOT Kim/NNP/dobj>meet"
    assert judge(tree) is Status.ABSENT


def test_will_not_is_refused() -> None:
    tree = "Lee/NNP/nsubj>meet will/MD/aux>meet not/RB/neg>meet meet/VB/ROOT Kim/NNP/dobj>meet"
    assert judge(tree) is Status.REFUSED


def test_would_have_is_absent() -> None:
    tree = "Lee/NNP/nsubj>met would/MD/aux>met have/VB/aux>met met=meet/VBN/ROOT Kim/NNP/dobj>met"
    assert judge(tree, "met") is Status.ABSENT


def test_may_is_possible() -> None:
    tree = "Lee/NNP/nsubj>meet may/MD/aux>meet meet/VB/ROOT Kim/NNP/dobj>meet"
    assert judge(tree) is Status.POSSIBLE


def test_must_is_proposed() -> None:
    tree = "Lee/NNP/nsubj>meet must/MD/aux>meet meet/VB/ROOT Kim/NNP/dobj>meet"
    assert judge(tree) is Status.PROPOSED


def test_was_to_is_planned() -> None:
    tree = "Lee/NNP/nsubj>was was=be/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>was Kim/NNP/dobj>meet"
    assert judge(tree) is Status.PLANNED


def test_was_to_have_is_cancelled() -> None:
    tree = (
        "Lee/NNP/nsubj>was was=be/VBD/ROOT to/TO/aux>met have/VB/aux>met "
        "met=meet/VBN/xcomp>was Kim/NNP/dobj>met"
    )
    assert judge(tree, "met") is Status.CANCELLED


def test_a_journey_under_way_in_the_present_is_planned() -> None:
    tree = (
        "Lee/NNP/nsubj>heading is=be/VBZ/aux>heading heading=head/VBG/ROOT "
        "to/IN/prep>heading Doha/NNP/pobj>to"
    )
    assert judge(tree, "heading") is Status.PLANNED


def test_a_progressive_is_ongoing() -> None:
    tree = "Lee/NNP/nsubj>meeting is=be/VBZ/aux>meeting meeting=meet/VBG/ROOT Kim/NNP/dobj>meeting"
    assert judge(tree, "meeting") is Status.ONGOING


def test_a_habit_is_ongoing() -> None:
    tree = (
        "Lee/NNP/nsubj>meets meets=meet/VBZ/ROOT Kim/NNP/dobj>meets every/DT/det>week "
        "week/NN/npadvmod>meets"
    )
    assert judge(tree, "meets") is Status.ONGOING


def test_without_meeting_is_absent() -> None:
    tree = (
        "Lee/NNP/nsubj>left left=leave/VBD/ROOT without/IN/prep>left "
        "meeting=meet/VBG/pcomp>without Kim/NNP/dobj>meeting"
    )
    assert judge(tree, "meeting") is Status.ABSENT


def test_nearly_met_is_absent() -> None:
    tree = "Lee/NNP/nsubj>met nearly/RB/advmod>met met=meet/VBD/ROOT Kim/NNP/dobj>met"
    assert judge(tree, "met") is Status.ABSENT


def test_an_infinitive_headline_is_planned() -> None:
    tree = "Leaders=leader/NNS/nsubj>meet to/TO/aux>meet meet/VB/ROOT"
    assert judge(tree) is Status.PLANNED


def test_the_word_that_decides_is_named() -> None:
    doc = make_doc("Lee/NNP/nsubj>meet will/MD/aux>meet meet/VB/ROOT Kim/NNP/dobj>meet")
    decision = judge_verb(get(doc, "meet"), Status.HELD)
    assert (decision.cue, decision.cue_at) == ("will", get(doc, "will").i)


def test_if_is_a_condition() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>meets meets=meet/VBZ/ROOT Kim/NNP/dobj>meets if/IN/mark>agrees "
        "Wang/NNP/nsubj>agrees agrees=agree/VBZ/advcl>meets"
    )
    assert find_condition(get(doc, "meets")) == "if"


@pytest.mark.parametrize(
    "tree",
    [
        "Lee/NNP/nsubj>meets meets=meet/VBZ/ROOT Kim/NNP/dobj>meets even/RB/advmod>leaves "
        "if/IN/mark>leaves Wang/NNP/nsubj>leaves leaves=leave/VBZ/advcl>meets",
        "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met",
    ],
)
def test_even_if_and_plain_past_are_no_condition(tree: str) -> None:
    doc = make_doc(tree)
    assert find_condition(next(token for token in doc if token.lemma_ == "meet")) is None
