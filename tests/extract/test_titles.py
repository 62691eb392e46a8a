"""Mentions built around a title: what stands left and right of it."""

from __future__ import annotations

import pytest

from detente.extract.drafts import Draft
from detente.extract.matcher import Term, TermKind
from detente.extract.titles import find_title_drafts
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank
from tests.docs import make_doc
from tests.extract.scenes import make_layout


def title(text: str, rank: Rank, sort: str = "person", *, is_plural: bool = False) -> Term:
    return Term(
        kind=TermKind.TITLE, text=text, rank=rank, office=text, sort=sort, is_plural=is_plural
    )


def state(code: str, kind: TermKind = TermKind.STATE) -> Term:
    return Term(kind=kind, text=code, code=code)


MINISTER = title("minister", Rank.MINISTER)
AMBASSADOR = title("ambassador", Rank.ENVOY)
PRESIDENT = title("president", Rank.LEADER)


def read(tree: str, terms: dict[str, Term]) -> tuple[Draft, str]:
    """The one draft and its words."""
    doc = make_doc(tree)
    (draft,) = find_title_drafts(make_layout(doc, terms))
    return draft, doc[draft.first : draft.last].text


def test_an_adjective_before_a_title_gives_its_state() -> None:
    terms = {"Turkish": state("TUR", TermKind.ADJECTIVE), "minister": MINISTER}
    tree = "The/DT/det>minister Turkish/JJ/amod>minister minister/NN/nsubj>left left=leave/VBD/ROOT"
    draft, words = read(tree, terms)
    assert (draft.states, draft.rank, draft.kind) == (("TUR",), Rank.MINISTER, MentionKind.OFFICE)
    assert words == "The Turkish minister"


def test_a_possessor_before_a_title_gives_its_state() -> None:
    terms = {"Sweden": state("SWE"), "minister": MINISTER}
    tree = "Sweden/NNP/poss>minister 's/POS/case>Sweden minister/NN/nsubj>left left=leave/VBD/ROOT"
    draft, words = read(tree, terms)
    assert (draft.states, words) == (("SWE",), "Sweden's minister")


def test_a_name_after_a_title_makes_a_person() -> None:
    tree = (
        "Minister/NNP/compound>Berg Sanna/NNP/compound>Berg/PERSON "
        "Berg/NNP/nsubj>left/PERSON left=leave/VBD/ROOT"
    )
    draft, words = read(tree, {"Minister": MINISTER})
    assert (draft.kind, words) == (MentionKind.PERSON, "Minister Sanna Berg")
    assert draft.name == (1, 3)


def test_an_ambassador_to_a_state_has_it_as_host() -> None:
    terms = {
        "Russian": state("RUS", TermKind.ADJECTIVE),
        "Ambassador": AMBASSADOR,
        "Chad": state("TCD"),
    }
    tree = (
        "Russian/JJ/amod>Ambassador Ambassador/NNP/nsubj>left to/IN/prep>Ambassador "
        "Chad/NNP/pobj>to Ivan/NNP/compound>Berg/PERSON Berg/NNP/appos>Ambassador/PERSON "
        "left=leave/VBD/ROOT"
    )
    draft, words = read(tree, terms)
    assert (draft.states, draft.host) == (("RUS",), "TCD")
    assert words == "Russian Ambassador to Chad Ivan Berg"


def test_a_minister_is_accredited_nowhere() -> None:
    terms = {"minister": MINISTER, "Chad": state("TCD")}
    tree = (
        "The/DT/det>minister minister/NN/nsubj>left to/IN/prep>minister Chad/NNP/pobj>to "
        "left=leave/VBD/ROOT"
    )
    draft, words = read(tree, terms)
    assert (draft.host, words) == (None, "The minister")


def test_of_after_a_title_gives_its_state() -> None:
    draft, words = read(
        "The/DT/det>president president/NN/nsubj>left of/IN/prep>president Chad/NNP/pobj>of "
        "left=leave/VBD/ROOT",
        {"president": PRESIDENT, "Chad": state("TCD")},
    )
    assert (draft.states, words) == (("TCD",), "The president of Chad")


def test_of_after_the_name_gives_the_state() -> None:
    tree = (
        "President/NNP/compound>Berg Sanna/NNP/compound>Berg/PERSON "
        "Berg/NNP/nsubj>left/PERSON of/IN/prep>Berg Chad/NNP/pobj>of left=leave/VBD/ROOT"
    )
    draft, _ = read(tree, {"President": PRESIDENT, "Chad": state("TCD")})
    assert draft.states == ("TCD",)


def test_a_former_minister_is_former() -> None:
    former = Term(kind=TermKind.MODIFIER, text="former", sort="former")
    tree = "The/DT/det>minister former/JJ/amod>minister minister/NN/nsubj>left left=leave/VBD/ROOT"
    draft, _ = read(tree, {"former": former, "minister": MINISTER})
    assert draft.is_former


@pytest.mark.parametrize(
    ("term", "expected"), [(MINISTER, Rank.OFFICIAL), (PRESIDENT, Rank.MINISTER)]
)
def test_a_deputy_ranks_below_whom_he_stands_for(term: Term, expected: Rank) -> None:
    deputy = Term(kind=TermKind.MODIFIER, text="deputy", sort="deputy")
    tree = "The/DT/det>chief deputy/JJ/compound>chief chief/NN/nsubj>left left=leave/VBD/ROOT"
    draft, _ = read(tree, {"deputy": deputy, "chief": term})
    assert draft.rank is expected


def test_several_of_one_title_are_a_group() -> None:
    senators = title("senators", Rank.LEGISLATURE, is_plural=True)
    tree = "The/DT/det>senators senators=senator/NNS/nsubj>left left=leave/VBD/ROOT"
    draft, _ = read(tree, {"senators": senators})
    assert (draft.kind, draft.gender) == (MentionKind.GROUP, Gender.PLURAL)


def test_a_body_is_a_body() -> None:
    embassy = title("embassy", Rank.WORKING, "body")
    tree = "The/DT/det>embassy embassy/NN/nsubj>closed closed=close/VBD/ROOT"
    draft, _ = read(tree, {"embassy": embassy})
    assert (draft.kind, draft.gender) == (MentionKind.BODY, Gender.NEUTER)


def test_a_title_that_nobody_holds_refers_to_nobody() -> None:
    doc = make_doc(
        "She/PRP/nsubj>served served=serve/VBD/ROOT as/IN/prep>served minister/NN/pobj>as"
    )
    assert find_title_drafts(make_layout(doc, {"minister": MINISTER})) == ()


def test_a_possessive_pronoun_owns_the_title() -> None:
    tree = "His/PRP$/poss>minister minister/NN/nsubj>left left=leave/VBD/ROOT"
    draft, words = read(tree, {"minister": MINISTER})
    assert (draft.owner, words) == (0, "His minister")


def test_a_queen_is_female() -> None:
    tree = "The/DT/det>queen queen/NN/nsubj>left left=leave/VBD/ROOT"
    draft, _ = read(tree, {"queen": title("queen", Rank.LEADER)})
    assert draft.gender is Gender.FEMALE


def test_a_title_in_apposition_names_its_person() -> None:
    doc = make_doc(
        "Berg/NNP/nsubj>left/PERSON ,/,/punct>Berg Sweden/NNP/poss>minister "
        "'s/POS/case>Sweden minister/NN/appos>Berg ,/,/punct>Berg left=leave/VBD/ROOT"
    )
    terms = {"Sweden": state("SWE"), "minister": MINISTER}
    (draft,) = find_title_drafts(make_layout(doc, terms))
    assert draft.beside is not None
    assert doc[draft.beside].text == "Berg"
