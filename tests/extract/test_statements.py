"""Statements with speaker, form and states; stances with polarity, negation and period."""

from __future__ import annotations

import pytest

from detente.extract.matcher import Term, TermKind
from detente.extract.statements import find_stances, find_statements
from detente.model.statements import Form, Period, Stance
from tests.docs import make_doc
from tests.extract.scenes import make_voice, set_scene

SAID = (
    "“/``/punct>said We/PRP/nsubj>trust trust/VBP/ccomp>said Japan/NNP/dobj>trust "
    ",/,/punct>said ”/''/punct>said Lee/NNP/nsubj>said said=say/VBD/ROOT "
    "in/IN/prep>said Oslo/NNP/pobj>in"
)
WHO = {"Lee": "KOR minister", "Japan": "JPN government"}


def read_stances(text: str) -> tuple[Stance, ...]:
    return find_stances("art-1", text, (0, len(text)))


def test_quoted_words_are_a_statement_of_their_speaker() -> None:
    doc = make_doc(SAID)
    voice = make_voice(doc, "We trust Japan,", "Lee", form=Form.DIRECT, cue="said")
    (found,) = find_statements(set_scene(doc, WHO, voices=[voice]))
    assert found.speaker is not None
    assert (found.speaker.name, found.form, found.about) == ("Lee", Form.DIRECT, ("JPN",))
    assert found.content.quote == "We trust Japan,"
    assert found.cue is not None
    assert found.cue.quote == "said"


def test_what_nobody_says_is_no_statement() -> None:
    doc = make_doc(SAID)
    voice = make_voice(doc, "We trust Japan,", "Lee", is_asserted=False)
    assert find_statements(set_scene(doc, WHO, voices=[voice])) == ()


def test_the_same_words_are_one_statement() -> None:
    doc = make_doc(SAID)
    voice = make_voice(doc, "We trust Japan,", "Lee")
    assert len(find_statements(set_scene(doc, WHO, voices=[voice, voice]))) == 1


def test_an_outlet_is_the_venue() -> None:
    doc = make_doc(SAID)
    voice = make_voice(doc, "We trust Japan,", "Lee", venue="in Oslo")
    outlet = {"Oslo": Term(kind=TermKind.OUTLET, text="Oslo")}
    (with_outlet,) = find_statements(set_scene(doc, WHO, voices=[voice], terms=outlet))
    (without,) = find_statements(set_scene(doc, WHO, voices=[voice]))
    assert (with_outlet.venue, without.venue) == ("Oslo", "in Oslo")


def test_a_plain_stance_holds_now() -> None:
    (stance,) = read_stances("We are partners.")
    assert (stance.term, stance.polarity, stance.period) == ("partner", 1, Period.NOW)
    assert not stance.negated
    assert not stance.hedged


def test_a_negated_stance_is_negated() -> None:
    (stance,) = read_stances("We are not partners.")
    assert stance.negated


@pytest.mark.parametrize(
    "text",
    [
        "Are we partners or not?",
        "We should be partners.",
        "I do not know whether we are enemies.",
        "Perhaps they are rivals.",
    ],
)
def test_a_question_or_a_wish_is_hedged(text: str) -> None:
    (stance,) = read_stances(text)
    assert stance.hedged


def test_what_was_is_formerly() -> None:
    (stance,) = read_stances("Once we were partners.")
    assert stance.period is Period.FORMERLY


def test_what_will_be_is_in_the_future() -> None:
    (stance,) = read_stances("They will become rivals.")
    assert stance.period is Period.FUTURE


def test_somebodys_allies_are_no_stance() -> None:
    assert read_stances("Japan and its allies left.") == ()


def test_each_sentence_is_judged_by_itself() -> None:
    first, second = read_stances("Once we were partners. Now we are not partners.")
    assert (first.period, first.negated) == (Period.FORMERLY, False)
    assert (second.period, second.negated) == (Period.NOW, True)


def test_the_evidence_of_a_stance_stands_where_it_says() -> None:
    text = "We met. We are partners. We ate."
    (stance,) = read_stances(text)
    assert stance.evidence.is_in(text)
    assert "partners" in stance.evidence.quote
