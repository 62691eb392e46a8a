"""Which word governs another, and whether it says anything of it."""

from __future__ import annotations

from detente.extract.governors import find_governor, is_opaque
from detente.lexicon.cues import load_status_table
from tests.docs import get, make_doc


def test_a_complement_is_governed_by_its_verb() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    assert find_governor(get(doc, "meet")) == get(doc, "refused")


def test_a_noun_in_a_phrase_is_governed_by_the_word_above_the_preposition() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>pulled pulled=pull/VBD/ROOT out/IN/prep>pulled of/IN/prep>out "
        "the/DT/det>meeting meeting/NN/pobj>of"
    )
    assert find_governor(get(doc, "meeting")) == get(doc, "pulled")


def test_a_phrase_of_time_governs_nothing() -> None:
    doc = make_doc(
        "During/IN/prep>signed the/DT/det>visit visit/NN/pobj>During Lee/NNP/nsubj>signed "
        "signed=sign/VBD/ROOT an/DT/det>accord accord/NN/dobj>signed"
    )
    assert find_governor(get(doc, "visit")) is None


def test_the_subject_before_an_infinitive_belongs_to_the_passive_verb_after_it() -> None:
    doc = make_doc(
        "The/DT/det>letters letters=letter/NNS/nsubjpass>rejected to/TO/aux>meet "
        "meet/VB/acl>letters Kim/NNP/dobj>meet have/VBP/aux>rejected "
        "been=be/VBN/auxpass>rejected rejected=reject/VBN/ROOT"
    )
    assert find_governor(get(doc, "letters")) == get(doc, "rejected")


def test_a_verb_that_no_table_knows_is_opaque_for_its_object() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>criticised criticised=criticise/VBD/ROOT the/DT/det>talks "
        "talks=talk/NNS/dobj>criticised"
    )
    assert is_opaque(get(doc, "criticised"), get(doc, "talks"), load_status_table())


def test_a_verb_of_refusal_is_not_opaque() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    assert not is_opaque(get(doc, "refused"), get(doc, "meet"), load_status_table())
