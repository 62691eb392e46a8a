"""Whom a pronoun, "both sides" or "the two leaders" refers back to."""

from __future__ import annotations

from detente.model.mentions import Gender, Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Rank

_REACH = 4  # sentences; beyond that a pronoun in news rarely refers (chosen on own examples)
_PERSONAL = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_COLLECTIVE = frozenset(
    {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.BODY, MentionKind.MOVEMENT}
)
_OBJECTS = frozenset({"him", "her", "them", "himself", "herself"})


def find_antecedent(mention: Mention, done: list[Resolution]) -> Resolution | None:
    """The mention before ``mention`` that a pronoun most likely refers to, or None.

    Subjects come before other roles, near sentences before far ones. "Lavrov met Blinken. He
    flew home" → Lavrov. An object pronoun is not the subject of its own clause.
    """
    options = [
        item
        for item in done
        if item.parties
        and mention.sentence - item.mention.sentence <= _REACH
        and item.mention.last <= mention.first
        and _agrees(mention, item)
    ]
    if mention.text.lower() in _OBJECTS and not mention.is_modifier:
        subject = _last_subject(mention, options)
        options = [item for item in options if subject is None or item.entity != subject.entity]
    if not options:
        return None
    return max(options, key=lambda item: _salience(mention, item))


def find_pair(mention: Mention, done: list[Resolution]) -> tuple[Resolution, ...]:
    """The two parties of different states that "both sides" refers to; empty when unclear."""
    wanted = mention.rank
    first = max(0, mention.sentence - _REACH)
    for sentence in range(mention.sentence, first - 1, -1):
        picked: list[Resolution] = []
        for item in done:
            if item.mention.sentence == sentence and _can_be_side(item, wanted):
                states = {other.parties[0].state for other in picked}
                if item.parties[0].state not in states:
                    picked.append(item)
        if len(picked) >= 2:
            return tuple(picked[:2])
    return ()


def _can_be_side(item: Resolution, wanted: Rank | None) -> bool:
    if item.mention.kind in (MentionKind.SIDES, MentionKind.PRONOUN, MentionKind.PLACE):
        return False
    if not item.parties or item.parties[0].state == UNKNOWN_STATE:
        return False
    return wanted is None or item.parties[0].rank is wanted


def _agrees(mention: Mention, item: Resolution) -> bool:
    other = item.mention
    if mention.gender in (Gender.MALE, Gender.FEMALE):
        is_person = other.kind in _PERSONAL or (
            other.kind is MentionKind.PRONOUN and other.gender in (mention.gender, Gender.UNKNOWN)
        )
        clash = {mention.gender, other.gender} == {Gender.MALE, Gender.FEMALE}
        return is_person and not clash and not other.is_plural
    if mention.gender is Gender.NEUTER:
        return other.kind in _COLLECTIVE and not other.is_plural
    return other.is_plural or other.kind in (
        MentionKind.GROUP,
        MentionKind.SIDES,
        MentionKind.BODY,
        MentionKind.MOVEMENT,
    )


def _last_subject(mention: Mention, options: list[Resolution]) -> Resolution | None:
    same = [
        item
        for item in options
        if item.mention.sentence == mention.sentence and item.mention.is_subject
    ]
    return same[-1] if same else None


def _salience(mention: Mention, item: Resolution) -> tuple[float, int]:
    other = item.mention
    distance = mention.sentence - other.sentence
    score = -2.0 * distance
    score += 1.5 * other.is_subject
    score -= 1.0 * other.is_modifier
    if other.kind is MentionKind.PERSON:
        score += 0.5
    party = item.parties[0]
    if party.state == UNKNOWN_STATE:
        score -= 0.5
    if party.rank is Rank.LEADER and party.name:
        score += 0.1
    if mention.gender is Gender.NEUTER and distance == 0:
        # "it" after two bodies in one sentence is mostly the nearer: no bonus for the subject
        score -= 1.5 * other.is_subject
        score += 1.0 * (other.kind is MentionKind.STATE)
    same_paragraph = other.paragraph == mention.paragraph
    score += 0.5 * same_paragraph
    if other.is_subject and distance > 0:
        return (score, -other.index)  # the first subject of an earlier sentence is its topic
    return (score, other.index)
