"""Each mention's party: a first pass gathers persons, a second follows the text and refers back.

What cannot be settled keeps its words with state ``UNK``; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import replace

from detente.model.dates import PartialDate
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Party, Rank
from detente.resolve import context
from detente.resolve.case import DEFAULT_RANKS, Case, make_party, make_single
from detente.resolve.entities import Entity, gather_entities
from detente.resolve.entity import Facts
from detente.resolve.pronouns import resolve_pronoun, resolve_sides


def resolve_mentions(
    mentions: tuple[Mention, ...],
    *,
    published: PartialDate | None,
    home: str | None,
    speaker_of: dict[int, int],
    facts: Facts,
) -> tuple[Resolution, ...]:
    """Say for each mention, in order, which party or parties it refers to, and why.

    ``home`` is the state whose voice the article is (a ministry's release), or None;
    ``speaker_of`` gives for a mention inside reported words the mention of who speaks.
    """
    mentions = tuple(_date(mention, published, facts) for mention in mentions)
    roster = gather_entities(mentions, published, facts.find_holders, home)
    case = Case(mentions=mentions, roster=roster, facts=facts, home=home, speaker_of=speaker_of)
    for mention in mentions:
        case.done.append(_resolve(mention, case))
    return tuple(case.done)


def _date(mention: Mention, published: PartialDate | None, facts: Facts) -> Mention:
    """The mention with the codes of its states as of the day: Moscow of 1987 is the SUN."""
    states = tuple(facts.code_on(code, published) for code in mention.states)
    return mention if states == mention.states else replace(mention, states=states)


def _resolve(mention: Mention, case: Case) -> Resolution:
    if mention.kind is MentionKind.PRONOUN:
        return resolve_pronoun(mention, case)
    if mention.kind is MentionKind.SIDES:
        return resolve_sides(mention, case)
    entity = case.roster.find_entity(mention)
    if entity is not None:
        return _resolve_entity(mention, entity, case)
    if mention.kind is MentionKind.OFFICE:
        return _resolve_office(mention, case)
    return _resolve_body(mention, case)


def _resolve_entity(mention: Mention, entity: Entity, case: Case) -> Resolution:
    state, reason = entity.state, entity.reason
    if state is None:
        state, why = _find_state_around(mention, entity, case)
        reason = f"{reason}; {why}" if state else reason
    rank = entity.rank or _find_rank_beside(mention, entity, case)
    rank = rank or DEFAULT_RANKS[MentionKind.PERSON]
    if entity.is_former and rank is not Rank.NONSTATE:
        rank = Rank.OFFICIAL
    party = make_party(mention, state, rank, name=entity.name, office=entity.office, reason=reason)
    return Resolution(mention=mention, parties=(party,), entity=entity.key, reason=reason)


def _find_state_around(mention: Mention, entity: Entity, case: Case) -> context.Found:
    """The state of a person for whom neither the words nor the tables give one."""
    for item in reversed(case.done):
        if item.entity == entity.key and item.parties and item.parties[0].state != UNKNOWN_STATE:
            return item.parties[0].state, "as named before"
    found = context.find_state_before(mention, case)
    is_own = entity.rank not in (None, Rank.LEADER) and case.is_at_home(entity.office)
    if found[0] is None and is_own:
        return case.home, "state of the publisher"
    return found


def _find_rank_beside(mention: Mention, entity: Entity, case: Case) -> Rank | None:
    """The rank that somebody has as another's counterpart, here or where named so before."""
    owner = _find_owner(mention, case) if mention.is_counterpart else None
    if owner is not None:
        return owner.rank
    for resolution in reversed(case.done):
        if resolution.entity == entity.key and resolution.parties:
            return resolution.parties[0].rank
    return None


def _find_owner(mention: Mention, case: Case) -> Party | None:
    owner = case.find(mention.possessor)
    return owner.parties[0] if owner is not None and owner.parties else None


def _resolve_office(mention: Mention, case: Case) -> Resolution:
    if mention.is_counterpart and mention.possessor is not None:
        return _resolve_counterpart(mention, case)
    state, why = context.find_own_state(mention, case), ""
    if state is None:
        state, why = context.find_speaker_state(mention, case)
    if state is None and mention.is_definite and case.is_at_home(mention.office):
        state, why = case.home, "state of the publisher"
    known = _find_holder_in_text(mention, case, state)
    if known is not None:
        return _refer(mention, known)
    if state is None and case.is_at_home(mention.office):
        state, why = case.home, "state of the publisher"
    if state is None:
        state, why = context.find_topic_state(mention, case)
    rank = mention.rank or Rank.OFFICIAL
    reason = f"office “{mention.office}”" + (f" of {state}" if state else "")
    reason = f"{reason}; {why}" if why else reason
    return make_single(
        mention, make_party(mention, state, rank, office=mention.office, reason=reason)
    )


def _resolve_counterpart(mention: Mention, case: Case) -> Resolution:
    """Of the owner's rank and of another state: "his Russian counterpart", "her counterpart"."""
    owner = _find_owner(mention, case)
    state, why = context.find_own_state(mention, case), ""
    if state is None:
        state, why = context.find_counterpart_state(mention, case)
    rank = owner.rank if owner is not None else mention.rank or Rank.OFFICIAL
    reason = f"counterpart of {owner.name or owner.text}" if owner else f"“{mention.text}”"
    reason = f"{reason}; {why}" if why else reason
    office = owner.office if owner is not None else None
    parties = tuple(
        make_party(mention, code, rank, office=office, reason=reason)
        for code in (mention.states if len(mention.states) > 1 else (state,))
    )
    if len(parties) > 1:
        return Resolution(mention=mention, parties=parties, entity="", reason=reason)
    return make_single(mention, parties[0])


def _refer(mention: Mention, known: Resolution) -> Resolution:
    earlier = known.parties[0]
    reason = f"“{mention.text}” refers to {earlier.name or earlier.text}"
    party = make_party(
        mention,
        earlier.state,
        earlier.rank,
        name=earlier.name,
        office=earlier.office,
        reason=reason,
    )
    return Resolution(mention=mention, parties=(party,), entity=known.entity, reason=reason)


def _find_holder_in_text(mention: Mention, case: Case, state: str | None) -> Resolution | None:
    """The latest person spoken of before who was presented with this office."""
    keys = {item.key for item in case.roster.find_by_office(mention.office or "", state)}
    for resolution in reversed(case.done):
        if resolution.entity in keys and resolution.parties:
            return resolution
    if state is None or not mention.is_definite:
        return None
    for resolution in reversed(case.done):
        party = resolution.parties[0] if resolution.parties else None
        if party is None or party.state != state or not party.name:
            continue
        if party.rank is mention.rank and party.rank in (Rank.LEADER, Rank.ENVOY):
            return resolution
    return None


def _resolve_body(mention: Mention, case: Case) -> Resolution:
    if mention.is_counterpart and mention.possessor is not None:
        return _resolve_counterpart(mention, case)
    state, why = context.find_own_state(mention, case), ""
    if mention.kind in (MentionKind.BODY, MentionKind.GROUP):
        state, why = (state, why) if state else _find_body_state(mention, case)
    rank = mention.rank or DEFAULT_RANKS[mention.kind]
    reason = f"“{mention.text}”; {why}" if why else f"“{mention.text}”"
    is_several = mention.kind is MentionKind.GROUP or mention.is_plural
    if is_several and len(mention.states) > 1:
        parties = tuple(
            make_party(mention, code, rank, office=mention.office, reason=reason)
            for code in (mention.states if mention.host is None else mention.states[:1])
        )
        return Resolution(mention=mention, parties=parties, entity="", reason=reason)
    return make_single(
        mention, make_party(mention, state, rank, office=mention.office, reason=reason)
    )


def _find_body_state(mention: Mention, case: Case) -> context.Found:
    found = context.find_earlier_body(mention, case)
    if found[0] is None and mention.kind is MentionKind.BODY:
        found = context.find_speaker_state(mention, case)
        if found[0] is None and case.home is not None:
            return case.home, "state of the publisher"
    return found if found[0] is not None else context.find_topic_state(mention, case)
