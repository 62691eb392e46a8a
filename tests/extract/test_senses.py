"""Whether a trigger word is meant as its rule means it."""

from __future__ import annotations

from dataclasses import replace

from detente.extract.senses import find_forms, fits_rule, is_asked, is_play
from detente.lexicon.cues import ContactTrigger, load_status_table
from tests.docs import get, make_doc
from tests.extract.scenes import set_scene

RULE = ContactTrigger(words=("word",), pos="noun", mode="talks", frame="mutual", example="")


def fits(tree: str, word: str, rule: ContactTrigger = RULE) -> bool:
    doc = make_doc(tree)
    return fits_rule(set_scene(doc), get(doc, word), rule, load_status_table())


def test_a_bare_conference_fits() -> None:
    tree = "Lee/NNP/nsubj>opened opened=open/VBD/ROOT a/DT/det>conference conference/NN/dobj>opened"
    assert fits(tree, "conference")


def test_a_press_conference_does_not_fit() -> None:
    tree = (
        "Lee/NNP/nsubj>opened opened=open/VBD/ROOT a/DT/det>conference "
        "press/NN/compound>conference conference/NN/dobj>opened"
    )
    assert not fits(tree, "conference")


def test_relations_fit_when_diplomatic() -> None:
    rule = replace(RULE, context=("diplomatic",))
    tree = (
        "Oslo/NNP/nsubj>cut cut/VBD/ROOT diplomatic/JJ/amod>relations "
        "relations=relation/NNS/dobj>cut"
    )
    assert fits(tree, "relations", rule)
    tree = (
        "Oslo/NNP/nsubj>praised praised=praise/VBD/ROOT good/JJ/amod>relations "
        "relations=relation/NNS/dobj>praised"
    )
    assert not fits(tree, "relations", rule)


def test_relations_that_are_cut_need_no_adjective() -> None:
    tree = "Oslo/NNP/nsubj>severed severed=sever/VBD/ROOT relations=relation/NNS/dobj>severed"
    assert fits(tree, "relations", replace(RULE, context=("diplomatic",)))


def test_a_verb_with_listed_objects_needs_one_of_them() -> None:
    rule = replace(RULE, pos="verb", objects=("embassy",))
    tree = "Oslo/NNP/nsubj>opened opened=open/VBD/ROOT an/DT/det>embassy embassy/NN/dobj>opened"
    assert fits(tree, "opened", rule)
    tree = "Oslo/NNP/nsubj>opened opened=open/VBD/ROOT a/DT/det>factory factory/NN/dobj>opened"
    assert not fits(tree, "opened", rule)


def test_a_verb_is_looked_up_with_its_particle_first() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>sat sat=sit/VBD/ROOT down/RP/prt>sat with/IN/prep>sat Kim/NNP/pobj>with"
    )
    assert find_forms(get(doc, "sat")) == ["sit down", "sit"]


def test_a_noun_is_looked_up_with_its_compound_first() -> None:
    doc = make_doc(
        "The/DT/det>call phone/NN/compound>call call/NN/nsubj>lasted lasted=last/VBD/ROOT "
        "hours=hour/NNS/dobj>lasted"
    )
    assert find_forms(get(doc, "call"))[0] == "phone call"


def test_a_sentence_of_sport_is_play() -> None:
    tree = (
        "Ghana/NNP/nsubj>met met=meet/VBD/ROOT Togo/NNP/dobj>met in/IN/prep>met "
        "the/DT/det>final final/NN/pobj>in"
    )
    assert is_play(get(make_doc(tree), "met"))
    tree = "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met"
    assert not is_play(get(make_doc(tree), "met"))


def test_a_question_claims_nothing() -> None:
    tree = "Did=do/VBD/aux>meet Lee/NNP/nsubj>meet meet/VB/ROOT Kim/NNP/dobj>meet ?/./punct>meet"
    assert is_asked(get(make_doc(tree), "meet"))


def test_whether_leaves_open() -> None:
    tree = (
        "Lee/NNP/nsubj>asked asked=ask/VBD/ROOT whether/IN/mark>met Kim/NNP/nsubj>met "
        "met=meet/VBD/ccomp>asked Wang/NNP/dobj>met"
    )
    assert is_asked(get(make_doc(tree), "met"))
    tree = (
        "Lee/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>met Kim/NNP/nsubj>met "
        "met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    assert not is_asked(get(make_doc(tree), "met"))
