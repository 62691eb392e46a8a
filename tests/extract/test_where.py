"""Where a contact took place."""

from __future__ import annotations

import pytest

from detente.extract.matcher import Term, TermKind
from detente.extract.where import find_place
from tests.docs import get, make_doc
from tests.extract.scenes import set_scene

SOCHI = {"Sochi": Term(kind=TermKind.PLACE, text="Sochi")}


def test_in_a_place_on_the_verb_is_where() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met in/IN/prep>met Sochi/NNP/pobj>in"
    )
    assert find_place(set_scene(doc, terms=SOCHI), get(doc, "met")) == "Sochi"


def test_in_a_month_is_not_where() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met met=meet/VBD/ROOT Kim/NNP/dobj>met in/IN/prep>met March/NNP/pobj>in"
    )
    assert find_place(set_scene(doc), get(doc, "met")) is None


def test_the_place_of_the_verb_is_that_of_its_object() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>held held=hold/VBD/ROOT talks=talk/NNS/dobj>held in/IN/prep>talks "
        "Sochi/NNP/pobj>in"
    )
    assert find_place(set_scene(doc, terms=SOCHI), get(doc, "talks")) == "Sochi"


def test_a_place_that_only_the_recogniser_knows_counts() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>met/PERSON met=meet/VBD/ROOT Kim/NNP/dobj>met/PERSON in/IN/prep>met "
        "Sochi/NNP/pobj>in/GPE"
    )
    assert find_place(set_scene(doc), get(doc, "met")) == "Sochi"


@pytest.mark.xfail(
    strict=True, reason="the place of the reporting verb still reaches the clause that it reports"
)
def test_the_place_of_who_reports_is_not_where() -> None:
    doc = make_doc(
        "Lee/NNP/nsubj>said said=say/VBD/ROOT in/IN/prep>said Sochi/NNP/pobj>in "
        "that/IN/mark>met Kim/NNP/nsubj>met met=meet/VBD/ccomp>said Wang/NNP/dobj>met"
    )
    assert find_place(set_scene(doc, terms=SOCHI), get(doc, "met")) is None
