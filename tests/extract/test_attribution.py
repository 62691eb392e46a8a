"""Who vouches for a claim: the chain of voices around its words."""

from __future__ import annotations

from dataclasses import replace

from detente.extract.attribution import (
    find_chain,
    find_interviews,
    find_outlet,
    find_speaker,
    find_speaking,
)
from detente.extract.matcher import Term, TermKind
from detente.model.article import Article
from tests.docs import get, make_doc
from tests.extract.scenes import find_offsets, make_voice, set_scene

TOLD = (
    "Lee/NNP/nsubj>told told=tell/VBD/ROOT Politico/NNP/dobj>told that/IN/mark>met "
    "Kim/NNP/nsubj>met met=meet/VBD/ccomp>told Wang/NNP/dobj>met"
)
POLITICO = {"Politico": Term(kind=TermKind.OUTLET, text="Politico")}
WHO = {"Lee": "KOR envoy", "Kim": "PRK leader", "Wang": "CHN minister"}


def test_the_articles_own_voice_has_no_chain() -> None:
    doc = make_doc("Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met")
    assert (
        find_chain(set_scene(doc, {"Lee": "KOR envoy", "Kim": "PRK leader"}), get(doc, "met")) == ()
    )


def test_a_speaker_vouches_for_what_he_says() -> None:
    doc = make_doc(TOLD)
    scene = set_scene(doc, WHO, voices=[make_voice(doc, "Kim met Wang", "Lee")])
    assert find_chain(scene, get(doc, "met")) == ("Lee",)


def test_what_stands_outside_the_words_is_not_vouched_for() -> None:
    doc = make_doc(TOLD)
    scene = set_scene(doc, WHO, voices=[make_voice(doc, "Kim met Wang", "Lee")])
    assert find_chain(scene, get(doc, "told")) == ()


def test_the_outlet_that_was_told_comes_last() -> None:
    doc = make_doc(TOLD)
    voices = [make_voice(doc, "Kim met Wang", "Lee", venue="Politico")]
    scene = set_scene(doc, WHO, voices=voices, terms=POLITICO)
    assert find_chain(scene, get(doc, "met")) == ("Lee", "Politico")


def test_the_articles_own_outlet_is_left_out() -> None:
    doc = make_doc(TOLD)
    voices = [make_voice(doc, "Kim met Wang", "Lee", venue="Politico")]
    article = Article(text=doc.text, outlet="Politico Europe")
    scene = set_scene(doc, WHO, voices=voices, terms=POLITICO, article=article)
    assert find_chain(scene, get(doc, "met")) == ("Lee",)


def test_an_inner_voice_comes_before_an_outer_one() -> None:
    doc = make_doc(
        "Aides=aide/NNS/nsubj>said said=say/VBD/ROOT that/IN/mark>claimed "
        "Lee/NNP/nsubj>claimed claimed=claim/VBD/ccomp>said that/IN/mark>met "
        "Kim/NNP/nsubj>met met=meet/VBD/ccomp>claimed Wang/NNP/dobj>met"
    )
    voices = [
        make_voice(doc, "Lee claimed that Kim met Wang", "Aides"),
        make_voice(doc, "Kim met Wang", "Lee"),
    ]
    assert find_chain(set_scene(doc, WHO, voices=voices), get(doc, "met")) == ("Lee", "Aides")


def test_a_pronoun_that_refers_to_nobody_vouches_for_nothing() -> None:
    doc = make_doc(
        "He/PRP/nsubj>said said=say/VBD/ROOT that/IN/mark>met Kim/NNP/nsubj>met "
        "met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    scene = set_scene(doc, voices=[make_voice(doc, "Kim met Wang", "He")])
    assert find_chain(scene, get(doc, "met")) == ()


def test_the_longest_mention_in_the_source_is_the_speaker() -> None:
    doc = make_doc(
        "Envoy/NNP/compound>Lee Lee/NNP/nsubj>said said=say/VBD/ROOT that/IN/mark>met "
        "Kim/NNP/nsubj>met met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    voice = make_voice(doc, "Kim met Wang", "Envoy Lee")
    scene = set_scene(doc, {"Envoy Lee": "KOR envoy", "Kim": "PRK leader"}, voices=[voice])
    assert find_speaker(scene, voice) == 0
    assert [party.text for party in find_speaking(scene, get(doc, "met"))] == ["Envoy Lee"]


def test_nobody_speaks_in_the_articles_own_voice() -> None:
    doc = make_doc("Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met")
    assert (
        find_speaking(set_scene(doc, {"Lee": "KOR envoy", "Kim": "PRK leader"}), get(doc, "met"))
        == ()
    )


def test_an_outlet_counts_only_inside_the_span() -> None:
    doc = make_doc(TOLD)
    scene = set_scene(doc, WHO, terms=POLITICO)
    assert find_outlet(scene, find_offsets(doc, "told Politico")) == "Politico"
    assert find_outlet(scene, find_offsets(doc, "Kim met Wang")) is None


def test_an_interview_goes_with_all_that_its_speaker_says() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>told told=tell/VBD/ROOT Politico/NNP/dobj>told that/IN/mark>left "
        "Kim/NNP/nsubj>left left=leave/VBD/ccomp>told",
        "He/PRP/nsubj>said said=say/VBD/ROOT that/IN/mark>stayed Wang/NNP/nsubj>stayed "
        "stayed=stay/VBD/ccomp>said",
    )
    voices = [
        make_voice(doc, "Kim left", "Lee", venue="Politico"),
        make_voice(doc, "Wang stayed", "Lee"),
    ]
    scene = set_scene(doc, WHO, voices=voices, terms=POLITICO)
    scene = replace(scene, interviews=find_interviews(scene))
    assert find_chain(scene, get(doc, "stayed")) == ("Lee", "Politico")
