"""A Doc with terms and names, looked up by token."""

from __future__ import annotations

from detente.extract.layout import NAMING_STATE
from detente.extract.matcher import Term, TermKind
from tests.docs import make_doc
from tests.extract.scenes import make_layout

SWEDEN = Term(kind=TermKind.STATE, text="Sweden", code="SWE")
MINISTER = Term(kind=TermKind.TITLE, text="minister", sort="person")


def test_a_term_is_found_by_each_of_its_tokens() -> None:
    doc = make_doc("South/NNP/compound>Korea Korea/NNP/nsubj>left left=leave/VBD/ROOT")
    layout = make_layout(doc, {"South Korea": Term(kind=TermKind.STATE, text="South Korea")})
    assert layout.get_hits(0, NAMING_STATE) == layout.get_hits(1, NAMING_STATE)
    assert len(layout.get_hits(0, NAMING_STATE)) == 1
    assert layout.get_hits(2, NAMING_STATE) == ()


def test_only_a_title_is_a_title() -> None:
    doc = make_doc(
        "Sweden/NNP/poss>minister 's/POS/case>Sweden minister/NN/nsubj>left left=leave/VBD/ROOT"
    )
    layout = make_layout(doc, {"Sweden": SWEDEN, "minister": MINISTER})
    assert layout.get_title(0) is None
    title = layout.get_title(2)
    assert title is not None
    assert title.term is MINISTER


def test_sentences_and_paragraphs_are_numbered() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>left left=leave/VBD/ROOT",
        "Kim/NNP/nsubj>stayed stayed=stay/VBD/ROOT",
        "\\n\\n/_SP/ROOT",
        "Wang/NNP/nsubj>slept slept=sleep/VBD/ROOT",
    )
    layout = make_layout(doc)
    assert layout.sentence_of == (0, 0, 1, 1, 2, 3, 3)
    assert layout.paragraph_of == (0, 0, 0, 0, 0, 1, 1)


def test_a_sentence_starts_with_its_first_token_only() -> None:
    tree = "Lee/NNP/nsubj>left left=leave/VBD/ROOT"
    layout = make_layout(make_doc(tree, "Kim/NNP/nsubj>stayed stayed=stay/VBD/ROOT"))
    assert [layout.starts_sentence(i) for i in range(4)] == [True, False, True, False]
    assert layout.starts_sentence(99)
