"""How an outer word's effect and an inner one's are put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.extract.decisions import NEGATIVE, Decision, combine
from detente.model.claims import HAPPENED, Status

statuses = st.sampled_from(Status)


def join(outer: Status, inner: Status, *, cue: str | None = "word") -> Status:
    return combine(Decision(status=outer, cue="outer"), Decision(status=inner, cue=cue)).status


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        (Status.DENIED, Status.REFUSED, Status.DENIED),
        (Status.PLANNED, Status.HELD, Status.PLANNED),
        (Status.PLANNED, Status.PROPOSED, Status.PROPOSED),
        (Status.POSSIBLE, Status.CANCELLED, Status.POSSIBLE),
        (Status.POSSIBLE, Status.REFUSED, Status.REFUSED),
        (Status.POSSIBLE, Status.PLANNED, Status.POSSIBLE),
        (Status.CANCELLED, Status.PLANNED, Status.CANCELLED),
        (Status.RESUMED, Status.HELD, Status.RESUMED),
        (Status.RESUMED, Status.PLANNED, Status.PLANNED),
        (Status.HELD, Status.ABSENT, Status.ABSENT),
    ],
)
def test_an_outer_effect_turns_an_inner_one(outer: Status, inner: Status, expected: Status) -> None:
    assert join(outer, inner) is expected


def test_a_negative_word_keeps_the_negative_word_under_it() -> None:
    assert join(Status.CANCELLED, Status.REFUSED) is Status.REFUSED
    assert join(Status.CANCELLED, Status.REFUSED, cue=None) is Status.CANCELLED


@given(outer=statuses, inner=st.sampled_from(sorted(NEGATIVE)))
def test_what_did_not_take_place_never_becomes_held(outer: Status, inner: Status) -> None:
    assert join(outer, inner) not in HAPPENED


@given(outer=st.sampled_from(sorted(NEGATIVE)), inner=statuses)
def test_no_negative_word_leaves_anything_held(outer: Status, inner: Status) -> None:
    assert join(outer, inner) not in HAPPENED
