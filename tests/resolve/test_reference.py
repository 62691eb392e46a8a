"""Whom a pronoun or "both sides" refers back to."""

from __future__ import annotations

from detente.model.mentions import Gender, Mention, MentionKind, Resolution
from detente.model.parties import Party, Rank
from detente.resolve.reference import find_antecedent, find_pair
from tests.resolve.people import make_mention, make_person


def settle(mention: Mention, state: str, rank: Rank = Rank.MINISTER) -> Resolution:
    party = Party(text=mention.text, state=state, rank=rank, name=mention.name)
    return Resolution(mention=mention, parties=(party,), entity=mention.text, reason="test")


def refer(pronoun: Mention, *done: Resolution) -> str | None:
    found = find_antecedent(pronoun, list(done))
    return found.mention.text if found is not None else None


def make_pronoun(text: str, gender: Gender, **others: int | bool) -> Mention:
    return make_mention(9, text, MentionKind.PRONOUN, gender=gender, **others)


LAVROV = settle(make_person(0, "Lavrov", is_subject=True), "RUS")
BLINKEN = settle(make_person(1, "Blinken"), "USA")


def test_a_subject_comes_before_an_object() -> None:
    assert refer(make_pronoun("He", Gender.MALE, sentence=1), LAVROV, BLINKEN) == "Lavrov"


def test_an_object_pronoun_is_not_the_subject_of_its_clause() -> None:
    subject = settle(make_person(2, "Wang", is_subject=True, sentence=1), "CHN")
    pronoun = make_pronoun("him", Gender.MALE, sentence=1)
    assert refer(pronoun, LAVROV, subject) == "Lavrov"


def test_a_pronoun_agrees_in_gender() -> None:
    woman = settle(make_person(2, "Berg", gender=Gender.FEMALE, is_subject=True), "SWE")
    man = settle(make_person(3, "Lee", gender=Gender.MALE), "KOR")
    assert refer(make_pronoun("he", Gender.MALE, sentence=1), woman, man) == "Lee"


def test_it_is_no_person() -> None:
    state = settle(make_mention(2, "Sweden", MentionKind.STATE), "SWE", Rank.GOVERNMENT)
    assert refer(make_pronoun("it", Gender.NEUTER, sentence=1), LAVROV, state) == "Sweden"


def test_they_are_several() -> None:
    group = settle(
        make_mention(2, "senators", MentionKind.GROUP, is_plural=True), "USA", Rank.LEGISLATURE
    )
    assert refer(make_pronoun("they", Gender.PLURAL, sentence=1), LAVROV, group) == "senators"


def test_a_near_sentence_comes_before_a_far_one() -> None:
    near = settle(make_person(2, "Wang", sentence=3), "CHN")
    assert refer(make_pronoun("he", Gender.MALE, sentence=4), LAVROV, near) == "Wang"


def test_a_person_five_sentences_back_is_not_meant() -> None:
    assert refer(make_pronoun("he", Gender.MALE, sentence=5), LAVROV) is None


def test_nobody_is_meant_where_nobody_was_named() -> None:
    assert refer(make_pronoun("he", Gender.MALE)) is None


def pair(sides: Mention, *done: Resolution) -> list[str]:
    return [item.mention.text for item in find_pair(sides, list(done))]


def test_both_sides_are_two_of_different_states() -> None:
    aide = settle(make_person(2, "Ryabkov"), "RUS")
    sides = make_mention(9, "both sides", MentionKind.SIDES)
    assert pair(sides, LAVROV, aide, BLINKEN) == ["Lavrov", "Blinken"]


def test_the_two_leaders_are_leaders() -> None:
    putin = settle(make_person(2, "Putin"), "RUS", Rank.LEADER)
    biden = settle(make_person(3, "Biden"), "USA", Rank.LEADER)
    sides = make_mention(9, "the two leaders", MentionKind.SIDES, rank=Rank.LEADER)
    assert pair(sides, LAVROV, BLINKEN, putin, biden) == ["Putin", "Biden"]


def test_one_side_alone_is_no_pair() -> None:
    assert pair(make_mention(9, "both sides", MentionKind.SIDES), LAVROV) == []


def test_an_unknown_state_is_no_side() -> None:
    unknown = settle(make_person(2, "Berg"), "UNK")
    assert pair(make_mention(9, "both sides", MentionKind.SIDES), LAVROV, unknown) == []
