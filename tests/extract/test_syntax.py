"""Questions about the tree: subjects through control, holders of nouns, negation, clauses."""

from __future__ import annotations

from detente.extract import syntax
from tests.docs import get, make_doc, texts


def test_a_verbs_own_subject_is_found() -> None:
    doc = make_doc("Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met")
    assert texts(syntax.find_subjects(get(doc, "met"))) == ["Lavrov"]


def test_the_subject_of_an_infinitive_is_that_of_its_governor() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    assert texts(syntax.find_subjects(get(doc, "meet"))) == ["Wang"]


def test_a_verb_of_asking_gives_its_object_as_subject() -> None:
    doc = make_doc(
        "Rice/NNP/nsubj>asked asked=ask/VBD/ROOT Lee/NNP/dobj>asked to/TO/aux>call "
        "call/VB/xcomp>asked Kim/NNP/dobj>call"
    )
    assert texts(syntax.find_subjects(get(doc, "call"))) == ["Lee"]


def test_a_coordinated_verb_shares_the_subject() -> None:
    doc = make_doc(
        "Modi/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Paris/NNP/pobj>to "
        "and/CC/cc>flew met=meet/VBD/conj>flew Macron/NNP/dobj>met"
    )
    assert texts(syntax.find_subjects(get(doc, "met"))) == ["Modi"]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    doc = make_doc(
        "The/DT/det>envoy envoy/NN/nsubj>left who/WP/nsubj>met met=meet/VBD/relcl>envoy "
        "Modi/NNP/dobj>met left=leave/VBD/ROOT"
    )
    assert texts(syntax.find_subjects(get(doc, "met"))) == ["envoy"]


def test_who_acts_in_a_passive_stands_after_by() -> None:
    doc = make_doc(
        "Modi/NNP/nsubjpass>received was=be/VBD/auxpass>received received=receive/VBN/ROOT "
        "by/IN/agent>received Macron/NNP/pobj>by"
    )
    assert texts(syntax.find_subjects(get(doc, "received"))) == ["Macron"]


def test_who_is_forced_to_meet_is_who_meets() -> None:
    doc = make_doc(
        "Kono/NNP/nsubjpass>forced was=be/VBD/auxpass>forced forced=force/VBN/ROOT "
        "to/TO/aux>meet meet/VB/xcomp>forced Wang/NNP/dobj>meet"
    )
    assert texts(syntax.find_subjects(get(doc, "meet"))) == ["Kono"]


def test_an_offer_belongs_to_its_owner() -> None:
    doc = make_doc(
        "Iran/NNP/poss>offer 's/POS/case>Iran offer/NN/nsubj>stands to/TO/aux>meet "
        "meet/VB/acl>offer Oman/NNP/dobj>meet stands=stand/VBZ/ROOT"
    )
    assert texts(syntax.find_holders_of_noun(get(doc, "offer"))) == ["Iran"]
    assert texts(syntax.find_subjects(get(doc, "meet"))) == ["Iran"]


def test_an_offer_belongs_to_who_makes_it() -> None:
    doc = make_doc(
        "Iran/NNP/nsubj>made made=make/VBD/ROOT an/DT/det>offer offer/NN/dobj>made "
        "to/TO/aux>talk talk/VB/acl>offer"
    )
    assert texts(syntax.find_holders_of_noun(get(doc, "offer"))) == ["Iran"]


def test_a_noun_without_owner_or_verb_has_no_holder() -> None:
    doc = make_doc(
        "No/DT/det>talks talks=talk/NNS/nsubjpass>held were=be/VBD/auxpass>held held=hold/VBN/ROOT"
    )
    assert syntax.find_holders_of_noun(get(doc, "talks")) == []


def test_conjuncts_are_all_that_is_listed() -> None:
    doc = make_doc(
        "Modi/NNP/nsubj>met met=meet/VBD/ROOT Lee/NNP/dobj>met ,/,/punct>Lee "
        "Kim/NNP/conj>Lee and/CC/cc>Kim Wang/NNP/conj>Kim"
    )
    assert texts(syntax.find_conjuncts(get(doc, "Lee"))) == ["Lee", "Kim", "Wang"]


def test_a_nested_preposition_counts() -> None:
    doc = make_doc(
        "Modi/NNP/nsubj>met met=meet/VBD/ROOT in/IN/prep>met Oslo/NNP/pobj>in "
        "along/IN/prep>met with/IN/prep>along Lee/NNP/pobj>with"
    )
    met = get(doc, "met")
    assert texts(syntax.find_prepositional(met, "with")) == ["Lee"]
    assert texts(syntax.find_prepositional(met, "in")) == ["Oslo"]
    assert syntax.find_prepositional(met, "between") == []


def test_not_negates_its_verb() -> None:
    doc = make_doc("They/PRP/nsubj>met have/VBP/aux>met not/RB/neg>met met=meet/VBN/ROOT")
    assert syntax.is_negated(get(doc, "met")) == "not"


def test_no_before_a_noun_negates_noun_and_verb() -> None:
    doc = make_doc(
        "No/DT/det>talks talks=talk/NNS/nsubjpass>held were=be/VBD/auxpass>held held=hold/VBN/ROOT"
    )
    assert syntax.is_negated(get(doc, "talks")) == "No"
    assert syntax.is_negated(get(doc, "held")) is not None


def test_neither_side_negates_the_verb() -> None:
    doc = make_doc("Neither/DT/det>side side/NN/nsubj>met met=meet/VBD/ROOT Modi/NNP/dobj>met")
    assert syntax.is_negated(get(doc, "met")) is not None


def test_no_longer_negates_the_verb() -> None:
    doc = make_doc("They/PRP/nsubj>talk no/RB/neg>longer longer=long/RB/advmod>talk talk/VB/ROOT")
    assert syntax.is_negated(get(doc, "talk")) == "no longer"


def test_a_plain_verb_is_not_negated() -> None:
    doc = make_doc("Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met")
    assert syntax.is_negated(get(doc, "met")) is None


def test_the_smallest_clause_is_the_reported_one() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>left Kim/NNP/nsubj>left "
        "had=have/VBD/aux>left left=leave/VBN/ccomp>said"
    )
    assert syntax.find_clause(get(doc, "Kim")).text == "left"
    assert syntax.find_clause(get(doc, "Lee")).text == "said"


def test_climbing_goes_from_the_nearest_governor_to_the_root() -> None:
    doc = make_doc(
        "Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet "
        "meet/VB/xcomp>refused Kono/NNP/dobj>meet"
    )
    assert texts(syntax.climb(get(doc, "Kono"))) == ["meet", "refused"]
