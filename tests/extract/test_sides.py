"""Which words around a trigger name the two sides."""

from __future__ import annotations

from spacy.tokens import Token

from detente.extract.sides import find_noun_sides, find_verb_sides
from detente.lexicon.cues import ContactTrigger
from tests.docs import get, make_doc, texts


def make_trigger(pos: str, frame: str, *links: str, needs: str = "") -> ContactTrigger:
    return ContactTrigger(
        words=("word",), pos=pos, mode="meeting", frame=frame, links=links, needs=needs, example=""
    )


def read_verb(tree: str, word: str, trigger: ContactTrigger) -> tuple[list[str], list[str]]:
    sides = find_verb_sides(get(make_doc(tree), word), trigger)
    return texts(sides.a), texts(sides.b)


def read_noun(
    tree: str, word: str, trigger: ContactTrigger, *parties: str
) -> tuple[list[str], list[str]]:
    sides = find_noun_sides(
        get(make_doc(tree), word),
        trigger,
        is_holding=lambda verb: verb.lemma_ in ("hold", "have", "refuse", "send", "return"),
        is_party=lambda token: token.text in parties,
    )
    return _keep(sides.a, parties), _keep(sides.b, parties)


def _keep(side: tuple[Token, ...], parties: tuple[str, ...]) -> list[str]:
    """The parties of a side, each once: words that name nobody resolve to nobody."""
    return list(dict.fromkeys(token.text for token in side if token.text in parties))


def test_who_meets_whom_are_subject_and_object() -> None:
    trigger = make_trigger("verb", "mutual", "with")
    tree = "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT Wang/NNP/dobj>met"
    assert read_verb(tree, "met", trigger) == (["Lavrov"], ["Wang"])


def test_who_meets_with_whom_is_linked_by_with() -> None:
    trigger = make_trigger("verb", "mutual", "with")
    tree = (
        "Lavrov/NNP/nsubj>met met=meet/VBD/ROOT with/IN/prep>met Wang/NNP/pobj>with "
        "and/CC/cc>Wang Kono/NNP/conj>Wang"
    )
    found = read_verb(tree, "met", trigger)
    assert found == (["Lavrov"], ["Wang", "Kono"])


def test_a_verb_that_needs_a_link_takes_no_object() -> None:
    trigger = make_trigger("verb", "mutual", "with", needs="link")
    tree = (
        "Lee/NNP/nsubj>discussed discussed=discuss/VBD/ROOT grain/NN/dobj>discussed "
        "with/IN/prep>discussed Kim/NNP/pobj>with"
    )
    found = read_verb(tree, "discussed", trigger)
    assert found == (["Lee"], ["Kim"])


def test_a_journey_leads_to_its_destination() -> None:
    trigger = make_trigger("verb", "journey", "to")
    tree = "Modi/NNP/nsubj>flew flew=fly/VBD/ROOT to/IN/prep>flew Paris/NNP/pobj>to"
    found = read_verb(tree, "flew", trigger)
    assert found == (["Modi"], ["Paris"])


def test_who_is_sent_travels_and_who_sends_stands_apart() -> None:
    trigger = make_trigger("verb", "sending", "to")
    tree = (
        "Oslo/NNP/nsubj>sent sent=send/VBD/ROOT Lee/NNP/dobj>sent to/IN/prep>sent Cairo/NNP/pobj>to"
    )
    sides = find_verb_sides(get(make_doc(tree), "sent"), trigger)
    assert (texts(sides.a), texts(sides.b), texts(sides.both)) == (["Lee"], ["Cairo"], ["Oslo"])


def test_a_passive_puts_the_guest_on_the_other_side() -> None:
    trigger = make_trigger("verb", "hosting")
    tree = (
        "Modi/NNP/nsubjpass>received was=be/VBD/auxpass>received received=receive/VBN/ROOT "
        "by/IN/agent>received Macron/NNP/pobj>by"
    )
    found = read_verb(tree, "received", trigger)
    assert found == (["Macron"], ["Modi"])


def test_who_was_invited_by_a_place_is_invited_by_it() -> None:
    trigger = make_trigger("verb", "directed", "to")
    tree = (
        "Lee/NNP/nsubjpass>invited was=be/VBD/auxpass>invited invited=invite/VBN/ROOT "
        "to/IN/prep>invited Chad/NNP/pobj>to"
    )
    found = read_verb(tree, "invited", trigger)
    assert found == (["Chad"], ["Lee"])


def test_talks_between_two_have_both_as_sides() -> None:
    trigger = make_trigger("noun", "mutual", "between", "with")
    tree = (
        "Talks=talk/NNS/nsubj>stalled between/IN/prep>Talks Oslo/NNP/pobj>between "
        "and/CC/cc>Oslo Cairo/NNP/conj>Oslo stalled=stall/VBD/ROOT"
    )
    found = read_noun(tree, "Talks", trigger, "Oslo", "Cairo")
    assert found == (["Oslo"], ["Cairo"])


def test_an_owner_of_talks_is_a_side() -> None:
    trigger = make_trigger("noun", "mutual", "with")
    tree = (
        "Oslo/NNP/poss>talks 's/POS/case>Oslo talks=talk/NNS/nsubj>stalled "
        "with/IN/prep>talks Cairo/NNP/pobj>with stalled=stall/VBD/ROOT"
    )
    found = read_noun(tree, "talks", trigger, "Oslo", "Cairo")
    assert found == (["Oslo"], ["Cairo"])


def test_who_holds_talks_is_a_side() -> None:
    trigger = make_trigger("noun", "mutual", "with")
    tree = (
        "Lee/NNP/nsubj>held held=hold/VBD/ROOT talks=talk/NNS/dobj>held with/IN/prep>talks "
        "Kim/NNP/pobj>with"
    )
    found = read_noun(tree, "talks", trigger, "Lee", "Kim")
    assert found == (["Lee"], ["Kim"])


def test_who_only_speaks_of_talks_is_no_side() -> None:
    trigger = make_trigger("noun", "mutual", "with")
    tree = (
        "Lee/NNP/nsubj>praised praised=praise/VBD/ROOT talks=talk/NNS/dobj>praised "
        "with/IN/prep>talks Kim/NNP/pobj>with"
    )
    found = read_noun(tree, "talks", trigger, "Lee", "Kim")
    assert found == ([], ["Kim"])


def test_adjectives_of_two_states_are_two_sides() -> None:
    trigger = make_trigger("noun", "mutual", "with")
    tree = (
        "Greek/JJ/amod>Turkish -/HYPH/punct>Turkish Turkish/JJ/amod>talks "
        "talks=talk/NNS/nsubj>stalled stalled=stall/VBD/ROOT"
    )
    found = read_noun(tree, "talks", trigger, "Greek", "Turkish")
    assert found == (["Greek"], ["Turkish"])


def test_a_letter_goes_from_its_sender_to_whom_it_is_sent() -> None:
    trigger = make_trigger("noun", "sent", "to")
    tree = (
        "Lee/NNP/nsubj>sent sent=send/VBD/ROOT a/DT/det>letter letter/NN/dobj>sent "
        "to/IN/dative>sent Kim/NNP/pobj>to"
    )
    found = read_noun(tree, "letter", trigger, "Lee", "Kim")
    assert found == (["Lee"], ["Kim"])


def test_a_returned_letter_comes_from_the_other_side() -> None:
    trigger = make_trigger("noun", "sent", "to")
    tree = (
        "Lee/NNP/nsubj>returned returned=return/VBD/ROOT a/DT/det>letter "
        "letter/NN/dobj>returned from/IN/prep>letter Kim/NNP/pobj>from"
    )
    found = read_noun(tree, "letter", trigger, "Lee", "Kim")
    assert found == (["Kim"], ["Lee"])


def test_who_refuses_a_meeting_is_a_side_of_it() -> None:
    trigger = make_trigger("noun", "mutual", "with")
    tree = (
        "Lee/NNP/nsubj>refused refused=refuse/VBD/ROOT a/DT/det>meeting "
        "meeting/NN/dobj>refused with/IN/prep>meeting Kim/NNP/pobj>with"
    )
    found = read_noun(tree, "meeting", trigger, "Lee", "Kim")
    assert found == (["Lee"], ["Kim"])
