"""The bridge from words to parties."""

from __future__ import annotations

from tests.docs import get, make_doc, texts
from tests.extract.scenes import set_scene


def test_the_longest_mention_that_covers_a_word_is_meant() -> None:
    doc = make_doc(
        "Egypt/NNP/poss>minister 's/POS/case>Egypt minister/NN/nsubj>left left=leave/VBD/ROOT"
    )
    scene = set_scene(doc, {"Egypt": "EGY government", "Egypt's minister": "EGY minister"})
    assert [party.text for party in scene.find_parties(get(doc, "Egypt"))] == ["Egypt's minister"]


def test_a_group_is_of_whom_its_phrase_names() -> None:
    doc = make_doc(
        "A/DT/det>group group/NN/nsubj>left of/IN/prep>group senators=senator/NNS/pobj>of "
        "left=leave/VBD/ROOT"
    )
    scene = set_scene(doc, {"senators": "USA legislature"})
    assert [party.state for party in scene.find_parties(get(doc, "group"))] == ["USA"]


def test_a_word_that_names_nobody_has_no_parties() -> None:
    doc = make_doc("Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met")
    scene = set_scene(doc, {"Lee": "KOR leader"})
    assert scene.find_parties(get(doc, "Kim")) == ()
    assert scene.find_mention(get(doc, "Kim")) is None


def test_evidence_is_taken_without_the_white_space_around_it() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>left left=leave/VBD/ROOT",
        "\\n\\n/_SP/ROOT",
        "Kim/NNP/nsubj>stayed stayed=stay/VBD/ROOT",
    )
    found = set_scene(doc).take(0, 3)
    assert found.quote == "Lee left"
    assert texts(doc[found.start : 2]) == ["Lee", "left"]
