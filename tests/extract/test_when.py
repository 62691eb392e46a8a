"""When a contact was: the expression of its own clause."""

from __future__ import annotations

import pytest

from detente.extract.matcher import Term, TermKind
from detente.extract.timing import Tense
from detente.extract.when import find_report_time, find_tense, find_when, is_in_future
from detente.model.claims import Status
from detente.model.dates import PartialDate, When
from tests.docs import get, make_doc
from tests.extract.scenes import make_time, make_voice, set_scene


def test_an_expression_on_the_verb_dates_it() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met on/IN/prep>met Monday/NNP/pobj>on"
    )
    scene = set_scene(doc, times=[make_time(doc, "on Monday", "2022-04-18", "2022-04-18")])
    when = find_when(scene, get(doc, "met"), Status.HELD)
    assert when is not None
    assert (str(when.start), when.text) == ("2022-04-18", "on Monday")


def test_an_expression_of_another_clause_does_not_date_it() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT on/IN/prep>said Monday/NNP/pobj>on "
        "that/IN/mark>met Kim/NNP/nsubj>met met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    scene = set_scene(doc, times=[make_time(doc, "on Monday", "2022-04-18", "2022-04-18")])
    assert find_when(scene, get(doc, "met"), Status.HELD) is None


def test_the_time_of_a_report_dates_the_report() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT on/IN/prep>said Monday/NNP/pobj>on "
        "that/IN/mark>met Kim/NNP/nsubj>met met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    scene = set_scene(doc, times=[make_time(doc, "on Monday", "2022-04-18", "2022-04-18")])
    assert find_when(scene, get(doc, "said"), Status.HELD) is not None


def test_a_sentence_without_an_expression_gives_no_time() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met",
        "Wang/NNP/nsubj>left left=leave/VBD/ROOT on/IN/prep>left Monday/NNP/pobj>on",
    )
    scene = set_scene(doc, times=[make_time(doc, "on Monday", "2022-04-18", "2022-04-18")])
    assert find_when(scene, get(doc, "met"), Status.HELD) is None


def test_of_two_expressions_the_nearer_dates_it() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT on/IN/prep>said Monday/NNP/pobj>on "
        "he/PRP/nsubj>met met=meet/VBD/ccomp>said Kim/NNP/dobj>met in/IN/prep>met "
        "March/NNP/pobj>in"
    )
    times = [
        make_time(doc, "on Monday", "2022-04-18", "2022-04-18"),
        make_time(doc, "in March", "2022-03", "2022-03"),
    ]
    when = find_when(set_scene(doc, times=times), get(doc, "met"), Status.HELD)
    assert when is not None
    assert str(when.start) == "2022-03"


def test_a_clause_with_since_opens_a_span() -> None:
    doc = make_doc(
        "Oslo/NNP/nsubj>abandoned abandoned=abandon/VBD/ROOT talks=talk/NNS/dobj>abandoned "
        "since/IN/mark>left Lee/NNP/nsubj>left left=leave/VBD/advcl>abandoned "
        "on/IN/prep>left Monday/NNP/pobj>on"
    )
    scene = set_scene(doc, times=[make_time(doc, "on Monday", "2022-04-18", "2022-04-18")])
    when = find_when(scene, get(doc, "abandoned"), Status.SUSPENDED)
    assert when is not None
    assert (str(when.start), when.end) == ("2022-04-18", None)
    assert when.text == "since Lee left on Monday"


def test_an_outlets_report_has_a_time_and_a_persons_word_has_none() -> None:
    doc = make_doc(
        "Politico/NNP/nsubj>reported reported=report/VBD/ROOT on/IN/prep>reported "
        "Monday/NNP/pobj>on that/IN/mark>sanctioned Oslo/NNP/nsubj>sanctioned "
        "sanctioned=sanction/VBD/ccomp>reported Cairo/NNP/dobj>sanctioned"
    )
    times = [make_time(doc, "on Monday", "2022-04-18", "2022-04-18")]
    voices = [make_voice(doc, "Oslo sanctioned Cairo", "Politico", cue="reported")]
    outlet = {"Politico": Term(kind=TermKind.OUTLET, text="Politico")}
    scene = set_scene(doc, times=times, voices=voices, terms=outlet)
    assert find_report_time(scene, get(doc, "sanctioned")) is not None
    scene = set_scene(doc, times=times, voices=voices)
    assert find_report_time(scene, get(doc, "sanctioned")) is None


@pytest.mark.parametrize(
    ("start", "published", "expected"),
    [
        ("2022-04-19", "2022-04-18", True),
        ("2022-04-18", "2022-04-18", False),
        ("2022-04", "2022-04-18", False),
        ("2022-05", "2022-04-18", True),
        ("2022-04-19", "2022", False),
        ("--05-01", "2022-04-18", False),
    ],
)
def test_only_a_time_surely_after_publication_is_future(
    start: str, published: str, *, expected: bool
) -> None:
    when = When(start=PartialDate(start), end=None, text="x")
    assert is_in_future(when, PartialDate(published)) is expected


def test_an_unknown_day_of_publication_makes_nothing_future() -> None:
    assert not is_in_future(When(start=PartialDate("2090"), end=None, text="x"), None)


def test_tense_follows_the_verb() -> None:
    tree = "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met"
    assert find_tense(get(make_doc(tree), "met"), Status.HELD) is Tense.PAST
    tree = "Talks=talk/NNS/nsubj>continue continue/VBP/ROOT"
    assert find_tense(get(make_doc(tree), "Talks"), Status.HELD) is Tense.PRESENT


def test_a_planned_contact_points_ahead_whatever_the_verb() -> None:
    doc = make_doc("Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met")
    assert find_tense(get(doc, "met"), Status.PLANNED) is Tense.FUTURE
