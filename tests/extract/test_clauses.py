"""Evidence: the shortest clause that carries the claim with its status."""

from __future__ import annotations

from detente.extract.clauses import find_evidence
from tests.docs import get, make_doc
from tests.extract.scenes import make_voice, set_scene


def test_a_reported_clause_is_evidence_without_its_reporter() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>met Kim/NNP/nsubj>met "
        "met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    arguments = (get(doc, "Kim"), get(doc, "Wang"))
    assert find_evidence(set_scene(doc), get(doc, "met"), arguments).quote == "Kim met Wang"


def test_a_verb_keeps_the_governor_that_decides_its_status() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    found = find_evidence(set_scene(doc), get(doc, "meet"), (get(doc, "Kono"),))
    assert found.quote == "Wang refused to meet Kono"


def test_the_word_that_decides_the_status_is_inside() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>denied denied=deny/VBD/ROOT that/IN/mark>met he/PRP/nsubj>met "
        "met=meet/VBD/ccomp>denied Kim/NNP/dobj>met"
    )
    found = find_evidence(set_scene(doc), get(doc, "met"), (get(doc, "Kim"),), get(doc, "denied").i)
    assert found.quote == "Lee denied that he met Kim"


def test_a_coordinated_clause_after_the_trigger_is_left_out() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met and/CC/cc>met "
        "Wang/NNP/nsubj>left left=leave/VBD/conj>met"
    )
    found = find_evidence(set_scene(doc), get(doc, "met"), (get(doc, "Lee"), get(doc, "Kim")))
    assert found.quote == "Lee met Kim"


def test_reported_words_are_enough_where_they_hold_all() -> None:
    doc = make_doc(
        "“/``/punct>said He/PRP/nsubj>meet will/MD/aux>meet meet/VB/ccomp>said "
        "Kim/NNP/dobj>meet ,/,/punct>said ”/''/punct>said Lee/NNP/nsubj>said "
        "said=say/VBD/ROOT"
    )
    scene = set_scene(doc, voices=[make_voice(doc, "He will meet Kim,", "Lee")])
    found = find_evidence(scene, get(doc, "meet"), (get(doc, "Kim"),))
    assert found.quote == "He will meet Kim"


def test_evidence_stands_where_it_says() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>left left=leave/VBD/ROOT",
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met",
    )
    found = find_evidence(set_scene(doc), get(doc, "met"), (get(doc, "Kim"),))
    assert found.is_in(doc.text)
    assert found.start == len("Wang left ")
