"""The parties of pronouns and of "both sides"; whom they refer back to, `reference` finds."""

from __future__ import annotations

from detente.model.mentions import Mention, Resolution
from detente.model.parties import Party, Rank
from detente.resolve.case import Case, make_party, make_single
from detente.resolve.reference import find_antecedent, find_pair

_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
_RUN_ON = 3  # sentences that a quotation may run on after its speaker was named
_OURS = frozenset({"we", "us", "our"})


def resolve_pronoun(mention: Mention, case: Case) -> Resolution:
    """Whom a pronoun refers to: "we" to the government of who says it."""
    if mention.text.lower() in _FIRST_PERSON:
        return _resolve_first_person(mention, case)
    found = find_antecedent(mention, case.done)
    if found is None or not found.parties:
        return _nobody(mention)
    reason = f"“{mention.text}” refers to {found.parties[0].name or found.mention.text}"
    return Resolution(mention=mention, parties=found.parties, entity=found.entity, reason=reason)


def resolve_sides(mention: Mention, case: Case) -> Resolution:
    """The two parties that "both sides" or "the two leaders" refers back to."""
    if mention.states:
        reason = f"“{mention.text}”"
        named = tuple(
            make_party(mention, code, Rank.GOVERNMENT, reason=reason) for code in mention.states
        )
        return Resolution(mention=mention, parties=named, entity="", reason=reason)
    pair = find_pair(mention, case.done)
    parties = tuple(item.parties[0] for item in pair)
    if not parties:
        return _nobody(mention)
    names = " and ".join(party.name or party.text for party in parties)
    reason = f"“{mention.text}” refers to {names}"
    return Resolution(mention=mention, parties=parties, entity="", reason=reason)


def _resolve_first_person(mention: Mention, case: Case) -> Resolution:
    speaker = case.find_speaker(mention)
    is_ours = mention.text.lower() in _OURS
    if speaker is None and case.home is not None and is_ours:
        party = make_party(mention, case.home, Rank.GOVERNMENT, reason="the publisher's own voice")
        return make_single(mention, party)
    if speaker is None:
        return _resolve_as_before(mention, case)
    reason = f"“{mention.text}” refers to {speaker.name or speaker.text}"
    party = _as_government(speaker) if is_ours else speaker
    index = case.speaker_of[mention.index]
    settled = case.find(index)
    entity = case.roster.find_entity(case.mentions[index])
    key = settled.entity if settled is not None else entity.key if entity is not None else ""
    return Resolution(mention=mention, parties=(party,), entity=key, reason=reason)


def _resolve_as_before(mention: Mention, case: Case) -> Resolution:
    """As the last first person near, for quotations that run on: “We wait,” he said. “I do too.”"""
    for item in reversed(case.done):
        if mention.sentence - item.mention.sentence > _RUN_ON:
            break
        if item.mention.text.lower() in _FIRST_PERSON and item.parties and item.entity:
            earlier = item.parties[0]
            is_ours = mention.text.lower() in _OURS
            if not is_ours and earlier.rank is Rank.GOVERNMENT:
                continue  # "we" does not tell who "I" is
            party = _as_government(earlier) if is_ours else earlier
            reason = f"“{mention.text}” as “{item.mention.text}” before: {earlier.text}"
            return Resolution(mention=mention, parties=(party,), entity=item.entity, reason=reason)
    return _nobody(mention)


def _as_government(party: Party) -> Party:
    return Party(
        text=party.text,
        state=party.state,
        rank=Rank.GOVERNMENT,
        start=party.start,
        end=party.end,
        reason=f"“we” said by {party.name or party.text}",
    )


def _nobody(mention: Mention) -> Resolution:
    return Resolution(mention=mention, parties=(), entity="", reason="refers to nobody known")
