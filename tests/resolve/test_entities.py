"""Persons gathered from all their mentions, completed by the tables."""

from __future__ import annotations

import pytest

from detente.model.dates import PartialDate
from detente.model.mentions import Gender, Mention, MentionKind
from detente.model.parties import Rank
from detente.resolve.entities import Entity, Roster, gather_entities, is_same_name
from tests.resolve.people import Holder, make_finder, make_mention, make_person

TODAY = PartialDate("2022-04-18")
TRUMP = Holder(name="Donald Trump", state="USA", rank=Rank.LEADER)
LAVROV = Holder(name="Sergey Lavrov", state="RUS", rank=Rank.MINISTER, office="foreign minister")


def gather(*mentions: Mention, holders: tuple[Holder, ...] = ()) -> Roster:
    return gather_entities(mentions, TODAY, make_finder(*holders))


def get_entity(roster: Roster, mention: Mention) -> Entity:
    entity = roster.find_entity(mention)
    assert entity is not None
    return entity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lavrov", "Sergey Lavrov"),
        ("Kim", "Kim Jong Un"),
        ("Sergey Lavrov", "Sergey Viktorovich Lavrov"),
        ("Joe Biden Jr.", "Joe Biden"),
        ("Ban Ki-moon", "Ban Ki moon"),
    ],
)
def test_a_shorter_name_can_stand_for_a_longer(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Bill Clinton", "Hillary Clinton"), ("Lavrov", "Wang Yi"), ("", "Wang Yi")]
)
def test_different_names_are_different(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_a_surname_is_the_person_named_in_full() -> None:
    full = make_person(0, "Sanna Berg", states=("SWE",), rank=Rank.MINISTER)
    short = make_person(1, "Berg")
    roster = gather(full, short)
    assert get_entity(roster, short) == get_entity(roster, full)
    assert get_entity(roster, short).state == "SWE"


def test_the_articles_words_come_before_the_tables() -> None:
    mention = make_person(0, "Sergey Lavrov", states=("RUS",), rank=Rank.ENVOY)
    entity = get_entity(gather(mention, holders=(LAVROV,)), mention)
    assert entity.rank is Rank.ENVOY


def test_the_tables_fill_what_the_article_leaves_open() -> None:
    mention = make_person(0, "Sergey Lavrov")
    entity = get_entity(gather(mention, holders=(LAVROV,)), mention)
    assert (entity.state, entity.rank) == ("RUS", Rank.MINISTER)
    assert "tables" in entity.reason


def test_holders_of_two_states_settle_nothing() -> None:
    other = Holder(name="Ivan Lavrov", state="BGR", rank=Rank.MINISTER)
    mention = make_person(0, "Lavrov")
    assert get_entity(gather(mention, holders=(LAVROV, other)), mention).state is None


def test_a_state_in_the_text_picks_its_holder() -> None:
    other = Holder(name="Ivan Lavrov", state="BGR", rank=Rank.LEADER)
    mention = make_person(0, "Lavrov", states=("RUS",))
    entity = get_entity(gather(mention, holders=(LAVROV, other)), mention)
    assert entity.rank is Rank.MINISTER


def test_a_leaders_surname_is_not_his_daughter() -> None:
    daughter = make_person(0, "Ivanka Trump")
    surname = make_person(1, "Trump")
    roster = gather(daughter, surname, holders=(TRUMP,))
    assert get_entity(roster, surname) != get_entity(roster, daughter)
    assert get_entity(roster, surname).rank is Rank.LEADER


def test_a_title_in_apposition_tells_the_office() -> None:
    person = make_person(0, "Sanna Berg")
    title = make_mention(
        1,
        "Sweden's minister",
        MentionKind.OFFICE,
        same_as=0,
        rank=Rank.MINISTER,
        office="minister",
        states=("SWE",),
    )
    entity = get_entity(gather(person, title), person)
    assert (entity.rank, entity.state, entity.offices) == (
        Rank.MINISTER,
        "SWE",
        frozenset({"minister"}),
    )


def test_a_former_office_counts_only_where_no_present_one_is_told() -> None:
    former = make_person(0, "Berg", rank=Rank.LEADER, states=("SWE",), is_former=True)
    present = make_person(1, "Berg", rank=Rank.ENVOY, states=("SWE",))
    assert get_entity(gather(former), former).is_former
    entity = get_entity(gather(former, present), former)
    assert (entity.rank, entity.is_former) == (Rank.ENVOY, False)


def test_a_person_is_found_by_office_and_state() -> None:
    person = make_person(0, "Berg", rank=Rank.MINISTER, office="minister", states=("SWE",))
    roster = gather(person)
    assert [item.name for item in roster.find_by_office("minister", "SWE")] == ["Berg"]
    assert roster.find_by_office("minister", "NOR") == ()
    assert [item.name for item in roster.find_by_office("minister", None)] == ["Berg"]


def test_a_name_that_only_the_tables_know_has_its_state() -> None:
    roster = gather(make_person(0, "Berg"), holders=(TRUMP,))
    assert roster.find_state_of("Trump") == "USA"
    assert roster.find_state_of("Nobody") is None


def test_gender_comes_from_any_mention() -> None:
    plain = make_person(0, "Sanna Berg")
    told = make_person(1, "Berg", gender=Gender.FEMALE)
    assert get_entity(gather(plain, told), plain).gender is Gender.FEMALE
