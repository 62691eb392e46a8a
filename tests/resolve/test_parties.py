"""Each mention's party, from the whole article."""

from __future__ import annotations

from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank
from tests.resolve.people import Holder, get_party, make_mention, make_person, resolve

SWEDEN = make_mention(0, "Sweden", MentionKind.STATE, states=("SWE",), gender=Gender.NEUTER)


def test_a_state_is_its_government() -> None:
    (found,) = resolve(SWEDEN)
    assert (get_party(found).state, get_party(found).rank) == ("SWE", Rank.GOVERNMENT)


def test_who_cannot_be_settled_stays_unknown() -> None:
    (found,) = resolve(make_person(0, "Sanna Berg"))
    assert (get_party(found).state, get_party(found).name) == ("UNK", "Sanna Berg")


def test_a_former_leader_is_no_leader() -> None:
    mention = make_person(0, "Berg", rank=Rank.LEADER, states=("SWE",), is_former=True)
    (found,) = resolve(mention)
    assert get_party(found).rank is Rank.OFFICIAL


def test_an_office_is_the_person_presented_with_it() -> None:
    person = make_person(0, "Berg", rank=Rank.ENVOY, office="ambassador", states=("SWE",))
    office = make_mention(
        1, "the ambassador", MentionKind.OFFICE, office="ambassador", rank=Rank.ENVOY
    )
    named, found = resolve(person, office)
    assert get_party(found).name == "Berg"
    assert found.entity == named.entity


def test_an_office_of_another_state_is_another_person() -> None:
    person = make_person(0, "Berg", rank=Rank.ENVOY, office="ambassador", states=("SWE",))
    office = make_mention(
        1,
        "the Danish ambassador",
        MentionKind.OFFICE,
        office="ambassador",
        rank=Rank.ENVOY,
        states=("DNK",),
    )
    _, found = resolve(person, office)
    assert (get_party(found).name, get_party(found).state) == (None, "DNK")


def test_a_counterpart_has_the_rank_of_whose_counterpart_he_is() -> None:
    person = make_person(0, "Berg", rank=Rank.MINISTER, office="minister", states=("SWE",))
    other = make_mention(
        1,
        "Berg's Danish counterpart",
        MentionKind.OFFICE,
        possessor=0,
        is_counterpart=True,
        states=("DNK",),
        office="counterpart",
    )
    _, found = resolve(person, other)
    assert (get_party(found).rank, get_party(found).state) == (Rank.MINISTER, "DNK")
    assert "counterpart of Berg" in (get_party(found).reason or "")


def test_an_administration_is_of_the_state_of_whom_it_is_named_after() -> None:
    body = make_mention(0, "the Biden administration", MentionKind.BODY, of_name="Biden")
    holder = Holder(name="Joe Biden", state="USA", rank=Rank.LEADER)
    (found,) = resolve(body, holders=(holder,))
    assert (get_party(found).state, get_party(found).rank) == ("USA", Rank.GOVERNMENT)


def test_what_belongs_to_somebody_is_of_his_state() -> None:
    office = make_mention(1, "Sweden's envoy", MentionKind.OFFICE, possessor=0, rank=Rank.ENVOY)
    _, found = resolve(SWEDEN, office)
    assert (get_party(found).state, get_party(found).rank) == ("SWE", Rank.ENVOY)


def test_allies_are_not_of_the_state_whose_allies_they_are() -> None:
    allies = make_mention(1, "Sweden's allies", MentionKind.GROUP, possessor=0, office="allies")
    _, found = resolve(SWEDEN, allies)
    assert get_party(found).state == "UNK"


def test_a_body_named_before_keeps_its_state() -> None:
    first = make_mention(
        0, "the Swedish embassy", MentionKind.BODY, office="embassy", states=("SWE",)
    )
    again = make_mention(1, "the embassy", MentionKind.BODY, office="embassy", is_definite=True)
    _, found = resolve(first, again)
    assert get_party(found).state == "SWE"


def test_a_ministrys_own_release_speaks_of_its_own_bodies() -> None:
    body = make_mention(0, "the Ministry", MentionKind.BODY, office="ministry")
    (found,) = resolve(body, home="SWE")
    assert get_party(found).state == "SWE"


def test_officials_of_two_states_are_two_parties() -> None:
    group = make_mention(
        0,
        "Swedish and Danish officials",
        MentionKind.GROUP,
        states=("SWE", "DNK"),
        is_plural=True,
        rank=Rank.OFFICIAL,
    )
    (found,) = resolve(group)
    assert [party.state for party in found.parties] == ["SWE", "DNK"]


def test_we_is_the_government_of_who_speaks() -> None:
    speaker = make_person(0, "Berg", rank=Rank.MINISTER, states=("SWE",))
    we = make_mention(1, "we", MentionKind.PRONOUN, gender=Gender.PLURAL)
    _, found = resolve(speaker, we, speaker_of={1: 0})
    assert (get_party(found).state, get_party(found).rank) == ("SWE", Rank.GOVERNMENT)


def test_i_is_who_speaks() -> None:
    speaker = make_person(0, "Berg", rank=Rank.MINISTER, states=("SWE",))
    me = make_mention(1, "I", MentionKind.PRONOUN)
    _, found = resolve(speaker, me, speaker_of={1: 0})
    assert get_party(found).name == "Berg"


def test_a_pronoun_that_nobody_said_refers_to_nobody() -> None:
    (found,) = resolve(make_mention(0, "I", MentionKind.PRONOUN))
    assert found.parties == ()


def test_a_pronouns_words_are_the_mention_that_it_refers_to() -> None:
    person = make_person(0, "Berg", rank=Rank.MINISTER, states=("SWE",), is_subject=True)
    pronoun = make_mention(1, "She", MentionKind.PRONOUN, gender=Gender.FEMALE, sentence=1)
    _, found = resolve(person, pronoun)
    assert get_party(found).text == "Berg"
    assert "refers to Berg" in found.reason


def test_both_sides_are_the_two_states_spoken_of() -> None:
    denmark = make_mention(1, "Denmark", MentionKind.STATE, states=("DNK",))
    sides = make_mention(2, "both sides", MentionKind.SIDES, sentence=1)
    *_, found = resolve(SWEDEN, denmark, sides)
    assert [party.state for party in found.parties] == ["SWE", "DNK"]


def test_both_sides_of_nobody_are_nobody() -> None:
    (found,) = resolve(make_mention(0, "both sides", MentionKind.SIDES))
    assert found.parties == ()
