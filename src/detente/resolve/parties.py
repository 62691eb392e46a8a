"""Each mention's party: a first pass gathers persons, a second follows the text and refers back.

What cannot be settled keeps its words with state ``UNK``; nothing is guessed.
"""

from __future__ import annotations

from detente.model.dates import PartialDate
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Party, Rank
from detente.resolve.entities import Entity, FindHolders, Roster, gather_entities
from detente.resolve.reference import find_antecedent, find_pair

_DEFAULT_RANKS = {
    MentionKind.PERSON: Rank.OFFICIAL,
    MentionKind.OFFICE: Rank.OFFICIAL,
    MentionKind.GROUP: Rank.OFFICIAL,
    MentionKind.BODY: Rank.GOVERNMENT,
    MentionKind.STATE: Rank.GOVERNMENT,
    MentionKind.ORGANISATION: Rank.GOVERNMENT,
    MentionKind.MOVEMENT: Rank.NONSTATE,
    MentionKind.PLACE: Rank.GOVERNMENT,
    MentionKind.PRONOUN: Rank.OFFICIAL,
    MentionKind.SIDES: Rank.GOVERNMENT,
}
# "its allies" are of other states than their owner
_OTHERS = frozenset({"allies", "ally", "neighbours", "neighbors", "counterpart", "counterparts"})
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})


def resolve_mentions(
    mentions: tuple[Mention, ...],
    *,
    published: PartialDate | None,
    home: str | None,
    speaker_of: dict[int, int],
    find_holders: FindHolders,
) -> tuple[Resolution, ...]:
    """Say for each mention, in order, which party or parties it refers to, and why.

    ``home`` is the state whose voice the article is (a ministry's release), or None;
    ``speaker_of`` gives for a first-person pronoun the mention of who speaks.
    """
    roster = gather_entities(mentions, published, find_holders, home)
    done: list[Resolution] = []
    for mention in mentions:
        done.append(_resolve(mention, done, roster, home=home, speaker_of=speaker_of))
    return tuple(done)


def _resolve(
    mention: Mention,
    done: list[Resolution],
    roster: Roster,
    *,
    home: str | None,
    speaker_of: dict[int, int],
) -> Resolution:
    if mention.kind is MentionKind.PRONOUN:
        return _resolve_pronoun(mention, done, speaker_of, home)
    if mention.kind is MentionKind.SIDES:
        return _resolve_sides(mention, done)
    entity = roster.find_entity(mention)
    if entity is not None:
        return _resolve_entity(mention, entity, done, home)
    if mention.kind is MentionKind.OFFICE:
        return _resolve_office(mention, done, roster, home)
    return _resolve_body(mention, done, roster, home)


def _resolve_entity(
    mention: Mention, entity: Entity, done: list[Resolution], home: str | None
) -> Resolution:
    state = entity.state
    reason = entity.reason
    if state is None and home is not None and entity.rank not in (None, Rank.LEADER):
        state, reason = home, f"{reason}; state of the publisher"
    rank = entity.rank or _find_rank_beside(mention, entity, done)
    rank = rank or _DEFAULT_RANKS[MentionKind.PERSON]
    if entity.is_former and rank is not Rank.NONSTATE:
        rank = Rank.OFFICIAL
    party = _party(mention, state, rank, name=entity.name, office=entity.office, reason=reason)
    return Resolution(mention=mention, parties=(party,), entity=entity.key, reason=reason)


def _find_rank_beside(mention: Mention, entity: Entity, done: list[Resolution]) -> Rank | None:
    """The rank that somebody has as another's counterpart, here or where named so before."""
    owner = _find_owner(mention, done) if mention.is_counterpart else None
    if owner is not None:
        return owner.rank
    for resolution in reversed(done):
        if resolution.entity == entity.key and resolution.parties:
            return resolution.parties[0].rank
    return None


def _find_owner(mention: Mention, done: list[Resolution]) -> Party | None:
    owner = _find_resolution(done, mention.possessor) if mention.possessor is not None else None
    return owner.parties[0] if owner is not None and owner.parties else None


def _resolve_office(
    mention: Mention, done: list[Resolution], roster: Roster, home: str | None
) -> Resolution:
    state = _find_state(mention, done, roster)
    if mention.is_counterpart and mention.possessor is not None:
        owner = _find_resolution(done, mention.possessor)
        if owner is not None and owner.parties:
            rank = owner.parties[0].rank
            reason = f"counterpart of {owner.parties[0].name or owner.parties[0].text}"
            party = _party(mention, state, rank, office=owner.parties[0].office, reason=reason)
            return _single(mention, party)
    known = _find_holder_in_text(mention, done, roster, state)
    if known is not None:
        earlier = known.parties[0]
        reason = f"“{mention.text}” refers to {earlier.name or earlier.text}"
        party = _party(
            mention,
            earlier.state,
            earlier.rank,
            name=earlier.name,
            office=earlier.office,
            reason=reason,
        )
        return Resolution(mention=mention, parties=(party,), entity=known.entity, reason=reason)
    state = state or home
    rank = mention.rank or Rank.OFFICIAL
    reason = f"office “{mention.office}”" + (f" of {state}" if state else "")
    return _single(mention, _party(mention, state, rank, office=mention.office, reason=reason))


def _find_holder_in_text(
    mention: Mention, done: list[Resolution], roster: Roster, state: str | None
) -> Resolution | None:
    """The latest person spoken of before who was presented with this office."""
    keys = {item.key for item in roster.find_by_office(mention.office or "", state)}
    for resolution in reversed(done):
        if resolution.entity in keys and resolution.parties:
            return resolution
    if state is None:
        return None
    same = [item for item in done if item.parties and item.parties[0].state == state]
    for resolution in reversed(same):
        party = resolution.parties[0]
        if party.name and party.rank is mention.rank and party.rank in (Rank.LEADER, Rank.ENVOY):
            return resolution if mention.is_definite else None
    return None


def _resolve_body(
    mention: Mention, done: list[Resolution], roster: Roster, home: str | None
) -> Resolution:
    state = _find_state(mention, done, roster)
    reason = f"“{mention.text}”"
    if state is None and mention.kind in (MentionKind.BODY, MentionKind.GROUP):
        state = _find_earlier_body(mention, done)
        reason += " as named before" if state else ""
    if state is None and home is not None and mention.kind is MentionKind.BODY:
        state, reason = home, f"{reason}; state of the publisher"
    rank = mention.rank or _DEFAULT_RANKS[mention.kind]
    is_several = mention.kind is MentionKind.GROUP or mention.is_plural
    if is_several and len(mention.states) > 1:
        parties = tuple(
            _party(mention, code, rank, office=mention.office, reason=reason)
            for code in (mention.states if mention.host is None else mention.states[:1])
        )
        return Resolution(mention=mention, parties=parties, entity="", reason=reason)
    party = _party(mention, state, rank, office=mention.office, reason=reason)
    return _single(mention, party)


def _find_earlier_body(mention: Mention, done: list[Resolution]) -> str | None:
    """The state of the same body named before: "the embassy" after "the Russian Embassy"."""
    if not mention.is_definite or mention.office is None:
        return None
    for resolution in reversed(done):
        other = resolution.mention
        is_same = other.office == mention.office and other.kind is mention.kind
        if is_same and resolution.parties and resolution.parties[0].state != UNKNOWN_STATE:
            return resolution.parties[0].state
    return None


def _find_state(mention: Mention, done: list[Resolution], roster: Roster) -> str | None:
    if mention.states:
        return mention.states[0]
    if mention.of_name is not None:
        return roster.find_state_of(mention.of_name)
    if mention.possessor is not None and mention.office not in _OTHERS:
        owner = _find_resolution(done, mention.possessor)
        if owner is not None and owner.parties and owner.parties[0].state != UNKNOWN_STATE:
            return owner.parties[0].state
    return None


def _find_resolution(done: list[Resolution], index: int) -> Resolution | None:
    return done[index] if index < len(done) else None


def _resolve_pronoun(
    mention: Mention, done: list[Resolution], speaker_of: dict[int, int], home: str | None
) -> Resolution:
    found = None
    if mention.text.lower() in _FIRST_PERSON:
        index = speaker_of.get(mention.index)
        found = _find_resolution(done, index) if index is not None else None
        if found is None and home is not None and mention.text.lower() in ("we", "our", "us"):
            party = _party(mention, home, Rank.GOVERNMENT, reason="the publisher's own voice")
            return _single(mention, party)
    else:
        found = find_antecedent(mention, done)
    if found is None or not found.parties:
        return Resolution(mention=mention, parties=(), entity="", reason="refers to nobody known")
    reason = f"“{mention.text}” refers to {found.parties[0].name or found.mention.text}"
    parties = found.parties
    if mention.text.lower() in ("we", "us", "our"):
        parties = (_as_government(found.parties[0]),)
    return Resolution(mention=mention, parties=parties, entity=found.entity, reason=reason)


def _as_government(party: Party) -> Party:
    return Party(
        text=party.text,
        state=party.state,
        rank=Rank.GOVERNMENT,
        start=party.start,
        end=party.end,
        reason=f"“we” said by {party.name or party.text}",
    )


def _resolve_sides(mention: Mention, done: list[Resolution]) -> Resolution:
    pair = find_pair(mention, done)
    parties = tuple(item.parties[0] for item in pair)
    names = " and ".join(party.name or party.text for party in parties)
    reason = f"“{mention.text}” refers to {names}" if parties else "refers to nobody known"
    return Resolution(mention=mention, parties=parties, entity="", reason=reason)


def _single(mention: Mention, party: Party) -> Resolution:
    entity = f"{mention.kind}:{party.state}:{(mention.office or party.text).lower()}"
    return Resolution(mention=mention, parties=(party,), entity=entity, reason=party.reason or "")


def _party(
    mention: Mention,
    state: str | None,
    rank: Rank,
    *,
    name: str | None = None,
    office: str | None = None,
    reason: str,
) -> Party:
    return Party(
        text=mention.text,
        state=state or UNKNOWN_STATE,
        rank=rank,
        name=name,
        office=office,
        start=mention.start,
        end=mention.end,
        reason=reason,
    )
