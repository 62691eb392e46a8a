"""Case: one article on its way through resolving: what is known, and what is settled so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Party, Rank
from detente.resolve.entities import Roster
from detente.resolve.entity import Facts

_LONGEST_ACRONYM = 5  # letters: "ASEAN"; longer words in capitals are datelines or headlines
_ACTORS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.BODY, MentionKind.GROUP})
_OF_ACTORS = 2  # "the Colombian government" says more of the topic than "Quito", where it talks
DEFAULT_RANKS = {
    MentionKind.PERSON: Rank.OFFICIAL,
    MentionKind.OFFICE: Rank.OFFICIAL,
    MentionKind.GROUP: Rank.GOVERNMENT,
    MentionKind.BODY: Rank.GOVERNMENT,
    MentionKind.STATE: Rank.GOVERNMENT,
    MentionKind.ORGANISATION: Rank.GOVERNMENT,
    MentionKind.MOVEMENT: Rank.NONSTATE,
    MentionKind.PLACE: Rank.GOVERNMENT,
    MentionKind.PRONOUN: Rank.OFFICIAL,
    MentionKind.SIDES: Rank.GOVERNMENT,
}


@dataclass(slots=True, kw_only=True)
class Case:
    """An article's mentions with the persons gathered from them; ``done`` grows in their order.

    ``home`` is the state whose voice the article is, or None; ``speaker_of`` gives for a mention in
    reported words the mention of who says them.
    """

    mentions: tuple[Mention, ...]
    roster: Roster
    facts: Facts
    home: str | None
    speaker_of: dict[int, int]
    done: list[Resolution] = field(default_factory=list)

    def find(self, index: int | None) -> Resolution | None:
        """The resolution of a mention that was settled before."""
        return self.done[index] if index is not None and index < len(self.done) else None

    def find_speaker(self, mention: Mention) -> Party | None:
        """Who says the words that a mention stands in, also where named only after them."""
        index = self.speaker_of.get(mention.index)
        if index is None:
            return None
        settled = self.find(index)
        if settled is not None:
            return settled.parties[0] if settled.parties else None
        speaker = self.mentions[index]
        entity = self.roster.find_entity(speaker)
        if entity is not None and entity.state:
            rank = entity.rank or DEFAULT_RANKS[speaker.kind]
            return make_party(speaker, entity.state, rank, name=entity.name, reason=entity.reason)
        if speaker.states:
            rank = speaker.rank or DEFAULT_RANKS[speaker.kind]
            return make_party(speaker, speaker.states[0], rank, reason=f"“{speaker.text}”")
        return None

    def find_topic(self, office: str | None) -> str | None:
        """The state that the article names most, of those that may have an office; else None.

        A dateline ("QUITO - …") says where the reporter is, not whom the article is about.
        """
        named = (item for item in self.mentions if not _is_dateline(item))
        counts: Counter[str] = Counter()
        for item in named:
            weight = _OF_ACTORS if item.kind in _ACTORS else 1
            states = [code for code in item.states if code not in self.facts.organisations]
            states = [code for code in states if self.may_have(code, office)]
            counts.update(dict.fromkeys(states, weight))
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0] if ranked[0][0] != UNKNOWN_STATE else None

    def is_at_home(self, office: str | None) -> bool:
        """Whether an office without a state can be one of the publisher's own state."""
        return self.home is not None and office is not None and self.may_have(self.home, office)

    def may_have(self, state: str, office: str | None) -> bool:
        """Whether a state may have an office: no "crown prince" of the USA."""
        bare = _strip_deputy(office or "")
        known = self.facts.offices_of(state)
        return not known or bare in known or bare not in self.facts.telling_offices


def make_party(
    mention: Mention,
    state: str | None,
    rank: Rank,
    *,
    name: str | None = None,
    office: str | None = None,
    reason: str,
) -> Party:
    """A party in a mention's words; ``UNK`` where no state is known."""
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


def make_single(mention: Mention, party: Party) -> Resolution:
    """The resolution to one party that is nobody spoken of elsewhere."""
    entity = f"{mention.kind}:{party.state}:{(mention.office or party.text).lower()}"
    return Resolution(mention=mention, parties=(party,), entity=entity, reason=party.reason or "")


def _is_dateline(mention: Mention) -> bool:
    return mention.text.isupper() and len(mention.text) > _LONGEST_ACRONYM


def _strip_deputy(office: str) -> str:
    for word in ("deputy ", "first deputy ", "vice ", "acting "):
        if office.startswith(word) and office != "vice president":
            return office.removeprefix(word)
    return office
