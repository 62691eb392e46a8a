"""One happening told twice is one claim; another day, person or status is another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.claims import Action, Contact, EventType, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.resolve.repeats import (
    is_cautious,
    is_same_action,
    is_same_contact,
    merge_actions,
    merge_contacts,
)

LEE = Party(text="Lee", state="KOR", rank=Rank.LEADER, name="Lee")
SEOUL = Party(text="Seoul", state="KOR", rank=Rank.GOVERNMENT)
KIM = Party(text="Kim", state="PRK", rank=Rank.LEADER, name="Kim")
OSLO = Party(text="Oslo", state="NOR", rank=Rank.GOVERNMENT)


def quote(start: int = 100, end: int = 120) -> Evidence:
    return Evidence(article="art-1", start=start, end=end, quote="x" * (end - start))


def day(text: str) -> When:
    return When(start=PartialDate(text), end=PartialDate(text), text=text)


MEETING = Contact(a=(LEE,), b=(KIM,), mode=Mode.MEETING, status=Status.HELD, evidence=quote())
REASON = Reason(rule="verb ACCUSE", trigger="accused", frame="actor – verb – recipient")
ACCUSATION = Action(
    actors=(SEOUL,),
    recipients=(OSLO,),
    type=EventType.ACCUSE,
    status=Status.HELD,
    evidence=quote(),
    reason=REASON,
)


def test_the_same_meeting_told_again_is_one_claim() -> None:
    again = replace(MEETING, evidence=quote(300, 320))
    assert merge_contacts([MEETING, again]) == (MEETING,)


def test_sides_may_change_places() -> None:
    assert is_same_contact(MEETING, replace(MEETING, a=(KIM,), b=(LEE,)))


def test_a_state_can_be_told_again_as_its_leader() -> None:
    assert is_same_contact(MEETING, replace(MEETING, a=(SEOUL,)))


def test_another_status_is_another_claim() -> None:
    denied = replace(MEETING, status=Status.DENIED, evidence=quote(300, 320))
    assert merge_contacts([MEETING, denied]) == (MEETING, denied)


def test_another_day_is_another_claim() -> None:
    monday, tuesday = (replace(MEETING, when=day(d)) for d in ("2024-05-06", "2024-05-07"))
    assert not is_same_contact(monday, tuesday)


def test_a_month_can_be_told_again_as_its_day() -> None:
    month, one_day = (replace(MEETING, when=day(d)) for d in ("2024-05", "2024-05-07"))
    assert is_same_contact(month, one_day)


def test_another_person_is_another_claim() -> None:
    other = Party(text="Park", state="KOR", rank=Rank.LEADER, name="Park")
    assert not is_same_contact(MEETING, replace(MEETING, a=(other,)))


def test_talks_that_were_a_meeting_are_a_meeting() -> None:
    talks = replace(MEETING, mode=Mode.TALKS, evidence=quote(300, 320), when=day("2024-05-06"))
    (merged,) = merge_contacts([talks, MEETING])
    assert merged.mode is Mode.MEETING
    assert merged.when == day("2024-05-06")


def test_a_call_is_no_letter() -> None:
    assert not is_same_contact(replace(MEETING, mode=Mode.CALL), replace(MEETING, mode=Mode.LETTER))


def test_the_bodys_words_are_kept_before_the_titles() -> None:
    title = replace(MEETING, evidence=quote(0, 20))
    (merged,) = merge_contacts([title, MEETING], title_end=30)
    assert merged.evidence == MEETING.evidence


def test_what_only_the_title_says_is_kept() -> None:
    title = replace(MEETING, evidence=quote(0, 20))
    assert merge_contacts([title], title_end=30) == (title,)


def test_claims_come_in_the_order_of_their_evidence() -> None:
    early = replace(MEETING, status=Status.PLANNED, evidence=quote(5, 10))
    assert merge_contacts([MEETING, early]) == (early, MEETING)


def test_the_same_act_told_again_is_one_claim() -> None:
    again = replace(ACCUSATION, evidence=quote(300, 320))
    assert merge_actions([ACCUSATION, again]) == (ACCUSATION,)


def test_an_act_in_other_words_elsewhere_is_another_claim() -> None:
    other = replace(ACCUSATION, evidence=quote(300, 320), reason=replace(REASON, trigger="blamed"))
    assert not is_same_action(ACCUSATION, other)


def test_an_act_the_other_way_is_another_claim() -> None:
    back = replace(ACCUSATION, actors=(OSLO,), recipients=(SEOUL,))
    assert not is_same_action(ACCUSATION, back)
    accord = replace(ACCUSATION, type=EventType.AGREE)
    assert is_same_action(accord, replace(accord, actors=(OSLO,), recipients=(SEOUL,)))


def test_the_telling_with_a_time_is_kept() -> None:
    dated = replace(ACCUSATION, evidence=quote(300, 320), when=day("2024-05-06"))
    assert merge_actions([ACCUSATION, dated]) == (dated,)


@pytest.mark.parametrize("status", list(Status))
def test_only_what_took_place_is_told_without_caution(status: Status) -> None:
    took_place = status in (Status.HELD, Status.ONGOING, Status.RESUMED)
    assert is_cautious(status) is not took_place


contacts = st.builds(
    Contact,
    a=st.sampled_from([(LEE,), (SEOUL,)]),
    b=st.sampled_from([(KIM,), (OSLO,)]),
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    evidence=st.integers(0, 50).map(lambda start: quote(start, start + 10)),
    when=st.sampled_from([None, day("2024-05"), day("2024-05-06"), day("2024-06-01")]),
)


@given(one=contacts, other=contacts)
def test_judging_is_symmetric(one: Contact, other: Contact) -> None:
    assert is_same_contact(one, other) == is_same_contact(other, one)


@given(contact=contacts)
def test_a_contact_is_the_same_as_itself(contact: Contact) -> None:
    assert merge_contacts([contact, contact]) == (contact,)
