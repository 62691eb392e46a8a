"""Which runs of tokens name persons."""

from __future__ import annotations

from detente.extract.matcher import Hit, Term, TermKind
from detente.extract.names import find_name_runs, is_all_capitals, is_title_case
from tests.docs import make_doc
from tests.extract.scenes import Terms

MINISTER = Term(kind=TermKind.TITLE, text="minister", sort="person")


def read(tree: str, terms: dict[str, Term] | None = None) -> list[str]:
    doc = make_doc(tree)
    hits: tuple[Hit, ...] = Terms(terms).find_hits(doc)
    return [doc[first:last].text for first, last in find_name_runs(doc, hits)]


def test_a_person_that_the_recogniser_knows_is_a_name() -> None:
    tree = "Antony/NNP/compound>Blinken/PERSON Blinken/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    assert read(tree) == ["Antony Blinken"]


def test_a_name_after_a_title_needs_no_recogniser() -> None:
    tree = (
        "Minister/NNP/compound>Berg Sanna/NNP/compound>Berg Berg/NNP/nsubj>left "
        "left=leave/VBD/ROOT after/IN/prep>left a/DT/det>lunch long/JJ/amod>lunch "
        "lunch/NN/pobj>after"
    )
    assert read(tree, {"Minister": MINISTER}) == ["Sanna Berg"]


def test_a_name_after_an_honorific_needs_no_recogniser() -> None:
    tree = "Mrs./NNP/compound>Berg Berg/NNP/nsubj>left left=leave/VBD/ROOT"
    assert read(tree) == ["Berg"]


def test_a_name_after_a_plural_title_is_not_taken() -> None:
    plural = Term(kind=TermKind.TITLE, text="ministers", sort="person", is_plural=True)
    tree = "Ministers/NNP/compound>Berg Berg/NNP/nsubj>left left=leave/VBD/ROOT"
    assert read(tree, {"Ministers": plural}) == []


def test_a_state_breaks_a_name() -> None:
    state = Term(kind=TermKind.STATE, text="Sweden", code="SWE")
    tree = "Sweden/NNP/compound>Berg/PERSON Berg/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    assert read(tree, {"Sweden": state}) == ["Berg"]


def test_a_particle_joins_a_name() -> None:
    tree = (
        "Mohammed/NNP/compound>Salman/PERSON bin/NNP/compound>Salman/PERSON "
        "Salman/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    )
    assert read(tree) == ["Mohammed bin Salman"]


def test_a_weekday_is_no_name() -> None:
    tree = (
        "Minister/NNP/compound>Monday Monday/NNP/nsubj>left left=leave/VBD/ROOT "
        "after/IN/prep>left a/DT/det>lunch long/JJ/amod>lunch lunch/NN/pobj>after"
    )
    assert read(tree, {"Minister": MINISTER}) == []


def test_a_surname_is_known_from_the_full_name() -> None:
    doc = make_doc(
        "Sanna/NNP/compound>Berg/PERSON Berg/NNP/nsubj>left/PERSON left=leave/VBD/ROOT",
        "Berg/NNP/nsubj>smiled smiled=smile/VBD/ROOT",
    )
    found = [doc[first:last].text for first, last in find_name_runs(doc, ())]
    assert found == ["Sanna Berg", "Berg"]


def test_a_headline_is_in_title_case_and_a_sentence_is_not() -> None:
    tree = "Leaders=leader/NNS/nsubj>Meet Will/MD/aux>Meet Meet/VB/ROOT Tomorrow/NN/dobj>Meet"
    headline = make_doc(tree)
    tree = "Leaders=leader/NNS/nsubj>meet will/MD/aux>meet meet/VB/ROOT tomorrow/NN/npadvmod>meet"
    plain = make_doc(tree)
    assert is_title_case(headline[:])
    assert not is_title_case(plain[:])


def test_a_sentence_full_of_names_is_no_headline() -> None:
    doc = make_doc(
        "Swedish/JJ/amod>Berg Envoy/NNP/compound>Berg Sanna/NNP/compound>Berg "
        "Berg/NNP/nsubj>met met=meet/VBD/ROOT Turkish/JJ/amod>Aksoy "
        "Minister=Minister/NNP/compound>Aksoy Aksoy/NNP/dobj>met ././punct>met"
    )
    assert not is_title_case(doc[:])


def test_capitals_throughout_are_seen() -> None:
    tree = "LEADERS=leader/NNS/nsubj>MEET WILL/MD/aux>MEET MEET/VB/ROOT"
    assert is_all_capitals(make_doc(tree)[:])
    tree = "Leaders=leader/NNS/nsubj>Meet Will/MD/aux>Meet Meet/VB/ROOT Tomorrow/NN/dobj>Meet"
    assert not is_all_capitals(make_doc(tree)[:])
