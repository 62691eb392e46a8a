"""All mentions of a Doc, numbered in the order of the text."""

from __future__ import annotations

from detente.extract.matcher import Term, TermKind
from detente.extract.mentions import find_mentions
from detente.model.mentions import MentionKind
from detente.model.parties import Rank
from tests.docs import make_doc
from tests.extract.scenes import make_layout

MINISTER = Term(
    kind=TermKind.TITLE, text="minister", sort="person", rank=Rank.MINISTER, office="minister"
)
SWEDEN = Term(kind=TermKind.STATE, text="Sweden", code="SWE")


def test_mentions_are_numbered_in_the_order_of_the_text() -> None:
    tree = "Sweden/NNP/nsubj>told told=tell/VBD/ROOT her/PRP$/poss>minister minister/NN/dobj>told"
    layout = make_layout(make_doc(tree), {"Sweden": SWEDEN, "minister": MINISTER})
    found = find_mentions(layout)
    assert [mention.text for mention in found] == ["Sweden", "her", "her minister"]
    assert [mention.index for mention in found] == [0, 1, 2]


def test_a_possessor_is_a_mention_of_its_own() -> None:
    tree = "His/PRP$/poss>minister minister/NN/nsubj>left left=leave/VBD/ROOT"
    layout = make_layout(make_doc(tree), {"minister": MINISTER})
    owner, owned = find_mentions(layout)
    assert (owner.text, owner.kind) == ("His", MentionKind.PRONOUN)
    assert (owned.text, owned.possessor) == ("His minister", owner.index)


def test_a_mention_says_what_its_words_say() -> None:
    layout = make_layout(
        make_doc(
            "Sweden/NNP/poss>minister 's/POS/case>Sweden minister/NN/nsubj>left left=leave/VBD/ROOT"
        ),
        {"Sweden": SWEDEN, "minister": MINISTER},
    )
    (mention,) = find_mentions(layout)
    assert (mention.rank, mention.office, mention.states) == (
        Rank.MINISTER,
        "minister",
        ("SWE",),
    )
    assert mention.is_subject
    assert layout.doc.text[mention.start : mention.end] == mention.text


def test_a_text_without_parties_has_no_mentions() -> None:
    tree = "Gas/NN/compound>prices prices=price/NNS/nsubj>rose rose=rise/VBD/ROOT"
    assert find_mentions(make_layout(make_doc(tree))) == ()
