"""Whose an office or body is that names no state: from what stands around it.

Apart from `parties`, since these are readings of a context and not of a mention's own words; each
gives its reason. What none of them settles stays ``UNK``.
"""

from __future__ import annotations

from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Rank
from detente.resolve.case import Case

Found = tuple[str | None, str]
NOTHING: Found = (None, "")
# "its allies" are of other states than their owner
OTHERS = frozenset(
    {"allies", "ally", "neighbours", "neighbors", "partners", "counterpart", "counterparts"}
)
_REACH = 2  # sentences back in which the other side of "his counterpart" is looked for
_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_ONE_COUNTRY = frozenset({"administration"})  # of a state as such, only Washington's is called so
_RULERS = frozenset({"government", "regime", "army", "president", "prime minister", "junta"})
_OF_OTHERS = frozenset({"regime", "junta"})  # nobody calls his own government so
_TITLED = frozenset({Rank.MINISTER, Rank.OFFICIAL, Rank.ENVOY, Rank.MILITARY})


def find_own_state(mention: Mention, case: Case) -> str | None:
    """The state that a mention's own words give: named, of a person's government, or owned."""
    if mention.states:
        return mention.states[0]
    if mention.of_name is not None:
        return case.roster.find_state_of(mention.of_name)
    if mention.possessor is not None and mention.office not in OTHERS:
        owner = case.find(mention.possessor)
        if owner is not None and owner.parties and owner.parties[0].state != UNKNOWN_STATE:
            return owner.parties[0].state
    return None


def find_speaker_state(mention: Mention, case: Case) -> Found:
    """The state of who says "the president" or "the government" without saying of which."""
    speaker = case.find_speaker(mention)
    if speaker is None or speaker.state == UNKNOWN_STATE or not mention.is_definite:
        return NOTHING
    if mention.rank is Rank.NONSTATE or mention.office in _OF_OTHERS:
        return NOTHING
    if speaker.state in case.facts.organisations:
        return NOTHING
    if not case.may_have(speaker.state, mention.office):
        return NOTHING
    return speaker.state, f"said by {speaker.name or speaker.text}"


def find_counterpart_state(mention: Mention, case: Case) -> Found:
    """The other state nearest before "his counterpart": "In Ankara she met her counterpart"."""
    owner = case.find(mention.possessor)
    if owner is None or not owner.parties:
        return NOTHING
    own = owner.parties[0].state
    for item in reversed(case.done):
        if mention.sentence - item.mention.sentence > _REACH:
            break
        state = item.parties[0].state if item.parties else UNKNOWN_STATE
        if item.mention.kind in _PLACES and state not in (own, UNKNOWN_STATE):
            return state, f"the other state near is {item.mention.text}"
    return NOTHING


def find_earlier_body(mention: Mention, case: Case) -> Found:
    """The state of the same body named before: "the embassy" after "the Russian Embassy"."""
    if not mention.is_definite or mention.office is None:
        return NOTHING
    for resolution in reversed(case.done):
        other = resolution.mention
        is_same = other.office == mention.office and other.kind is mention.kind
        if is_same and resolution.parties and resolution.parties[0].state != UNKNOWN_STATE:
            return resolution.parties[0].state, "as named before"
    return NOTHING


def find_state_before(mention: Mention, case: Case) -> Found:
    """The state named just before a titled person, in the same sentence.

    "In Spain I will meet Foreign Minister Josep Piqué" → ESP. Not for leaders: they are known.
    """
    if mention.rank not in _TITLED:
        return NOTHING
    for item in reversed(case.done):
        if item.mention.sentence != mention.sentence:
            break
        if item.mention.last <= mention.first and item.parties:
            state = item.parties[0].state
            if state != UNKNOWN_STATE:
                return state, f"of {item.mention.text}, named before it"
    return NOTHING


def find_topic_state(mention: Mention, case: Case) -> Found:
    """The state that the article is about, for bodies that every reader there knows.

    "The president", "the government" and "the rebels" of an article on Syria are Syria's, unless
    rebels of another state were named.
    """
    if mention.office in _ONE_COUNTRY:
        is_named = any("USA" in item.states for item in case.mentions)
        return ("USA", "the administration") if is_named and mention.is_definite else NOTHING
    is_nonstate = mention.rank is Rank.NONSTATE and mention.kind in (
        MentionKind.BODY,
        MentionKind.GROUP,
    )
    if is_nonstate:
        if not mention.is_definite and (mention.office or "").startswith("opposition"):
            return NOTHING  # any country has "opposition leaders"
        found = _find_adversary(mention, case.done)
        if found[0] is not None:
            return found
    is_body = mention.kind is MentionKind.BODY and mention.rank is Rank.GOVERNMENT
    is_leader = mention.kind is MentionKind.OFFICE and mention.rank is Rank.LEADER
    if is_nonstate or (mention.is_definite and (is_body or is_leader)):
        topic = case.find_topic(mention.office)
        return (topic, "the state that the article names most") if topic else NOTHING
    return NOTHING


def _find_adversary(mention: Mention, done: list[Resolution]) -> Found:
    """The state of the government named beside a movement, else of the movement named before."""
    for item in reversed(done):
        party = item.parties[0] if item.parties else None
        if party is None or party.state == UNKNOWN_STATE:
            continue
        if item.mention.sentence == mention.sentence and item.mention.office in _RULERS:
            return party.state, f"beside {item.mention.text}"
    for item in reversed(done):
        party = item.parties[0] if item.parties else None
        if party is None or party.name or party.state == UNKNOWN_STATE:
            continue
        if party.rank is Rank.NONSTATE:
            return party.state, "as the movement named before"
    return NOTHING
