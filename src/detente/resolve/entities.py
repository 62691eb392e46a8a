"""Entities: the persons that an article speaks of, gathered from all their mentions.

The article's own words come first ("Russian Ambassador … Anatoly Antonov"); the tables of
office-holders fill what it leaves open, as of the day it was published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.model.dates import PartialDate
from detente.model.mentions import Gender, Mention, MentionKind
from detente.model.parties import Rank
from detente.resolve.entity import Entity, FindHolders, Holding
from detente.resolve.known import Known
from detente.resolve.offices import is_same_office
from detente.resolve.same_names import is_compatible_name, is_same_name, split_name

__all__ = ["Entity", "FindHolders", "Holding", "Roster", "gather_entities", "is_same_name"]
_TELLING = frozenset({Rank.LEADER, Rank.MINISTER, Rank.ENVOY})
COUNTERPART = "counterpart"
_BESIDE = frozenset({"first lady", "vice president", "vice-president", "prince", "princess"})


class Roster:
    """The article's persons, by name; built once, then only asked."""

    def __init__(
        self, entities: Iterable[Entity], key_of: dict[int, str], known: Known | None = None
    ) -> None:
        """``known`` says of a name that the article only mentions whose government it is."""
        self._entities = {entity.key: entity for entity in entities}
        self._key_of = key_of
        self._known = known

    def find_entity(self, mention: Mention) -> Entity | None:
        """The person that a PERSON mention names."""
        key = self._key_of.get(mention.index)
        return self._entities.get(key) if key is not None else None

    def find_by_name(self, name: str) -> Entity | None:
        """The person best known by ``name``, full or partial, or None."""
        fitting = [item for item in self._entities.values() if is_same_name(name, item.name)]
        known = [item for item in fitting if item.state]
        return next(iter(known or fitting), None)

    def find_state_of(self, name: str) -> str | None:
        """The state of a person, in the article or by the tables: "Biden" → USA."""
        entity = self.find_by_name(name)
        if entity is not None and entity.state:
            return entity.state
        return self._known.find_state(name) if self._known else None

    def find_by_office(self, office: str, state: str | None) -> tuple[Entity, ...]:
        """The persons presented with this office, of this state where one is given.

        "The minister" is whoever was presented as a minister of anything.
        """
        return tuple(
            item
            for item in self._entities.values()
            if any(is_same_office(office, other) for other in item.offices)
            and (state is None or item.state == state)
        )


def gather_entities(
    mentions: tuple[Mention, ...],
    published: PartialDate | None,
    find_holders: FindHolders,
    home: str | None = None,
) -> Roster:
    """Group PERSON mentions into persons, and settle each one's state, rank and office."""
    states = {state for item in mentions for state in (*item.states, item.host, home) if state}
    known = Known(find_holders=find_holders, published=published, states=frozenset(states))
    groups: list[list[Mention]] = []
    for mention in sorted(_persons(mentions), key=lambda item: -len(split_name(item.name or ""))):
        holders = _find_namesakes(mention, known)
        group = _find_group(groups, mention, holders)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    entities: list[Entity] = []
    key_of: dict[int, str] = {}
    for group in groups:
        group.sort(key=lambda item: item.index)
        beside = [m for m in mentions if m.same_as in {item.index for item in group}]
        entity = known.complete(_describe(group, beside))
        entities.append(entity)
        for member in (*group, *beside):
            key_of[member.index] = entity.key
    return Roster(_share_states(entities, key_of, mentions), key_of, known)


def _find_namesakes(mention: Mention, known: Known) -> tuple[Holding, ...]:
    """Holders that a bare surname can mean; a loose title ("Chairman") picks none of them."""
    rank = mention.rank if mention.rank in _TELLING else None
    return known.find_namesakes(mention.name or "", rank)


def _persons(mentions: Iterable[Mention]) -> list[Mention]:
    return [item for item in mentions if item.kind is MentionKind.PERSON and item.name]


def _find_group(
    groups: list[list[Mention]], mention: Mention, holders: tuple[Holding, ...]
) -> list[Mention] | None:
    name = mention.name or ""
    fitting = [group for group in groups if is_same_name(name, group[0].name or "")]
    if holders:
        fitting = [
            group
            for group in fitting
            if len(split_name(group[0].name or "")) == 1
            or any(is_compatible_name(group[0].name or "", n) for h in holders for n in h.names)
            or (mention.rank is None and _is_presented(group, holders))
        ]
    if len(fitting) > 1 and mention.states:
        same = [g for g in fitting if any(set(m.states) & set(mention.states) for m in g)]
        fitting = same or fitting
    if len(fitting) > 1 and mention.rank is not None:
        same = [g for g in fitting if any(m.rank is mention.rank for m in g)]
        fitting = same or fitting
    if len(fitting) > 1:
        fitting.sort(key=lambda group: _nearness(group, mention))
    return fitting[0] if fitting else None


def _is_presented(group: list[Mention], holders: tuple[Holding, ...]) -> bool:
    """Whether the article itself presents a bearer of a surname that a head elsewhere has as well.

    A leader here, or a titled person of a state that no such head is of; a spouse is neither.
    """
    states = {item.state for item in holders}
    told = [item for item in group if item.rank is not None and item.office not in _BESIDE]
    own = {state for item in told for state in item.states}
    return any(item.rank is Rank.LEADER for item in told) or bool(own - states)


def _nearness(group: list[Mention], mention: Mention) -> tuple[int, int]:
    """Names spoken of before come first, the latest of them first."""
    before = [item.index for item in group if item.index < mention.index]
    return (0, -max(before)) if before else (1, min(item.index for item in group))


def _describe(group: list[Mention], beside: list[Mention]) -> Entity:
    named = max(group, key=lambda item: len(item.name or ""))
    told = [item for item in (*group, *beside) if item.rank is not None]
    told.sort(key=lambda item: (item.is_former, item.index))
    states = [state for item in (*told, *group) for state in item.states]
    genders = [item.gender for item in (*group, *beside) if item.gender is not Gender.UNKNOWN]
    # "his counterpart Wang Yi" tells no office of Wang's own
    first = next((item for item in told if item.office != COUNTERPART), None)
    return Entity(
        key=f"person:{'-'.join(split_name(named.name or ''))}",
        name=named.name or "",
        state=states[0] if states else None,
        rank=first.rank if first else None,
        office=first.office if first else None,
        gender=genders[0] if genders else Gender.UNKNOWN,
        # "President Clinton" out of courtesy stays the former president
        is_former=any(item.is_former and _is_same_title(item, first) for item in told),
        reason=f"“{told[0].text}” in the text" if told else "named in the text",
        offices=frozenset(item.office for item in told if item.office),
    )


def _is_same_title(one: Mention, other: Mention | None) -> bool:
    return one is other or (other is not None and bool(one.office) and one.office == other.office)


def _find_neighbour(mention: Mention, mentions: tuple[Mention, ...]) -> Mention | None:
    for other in reversed(mentions[: mention.index]):
        if other.last > mention.first:
            continue
        is_listed = mention.first - other.last <= 2 and other.sentence == mention.sentence
        is_someone = other.kind in (MentionKind.PERSON, MentionKind.OFFICE)
        return other if is_listed and is_someone else None
    return None


def _share_states(
    entities: list[Entity], key_of: dict[int, str], mentions: tuple[Mention, ...]
) -> list[Entity]:
    """Give a titled person without a state that of who is named beside.

    "Adviser to Y" is of Y's state; "Queen X and Prince Y" are of one. In the order of the text, so
    that a state is handed on along a list.
    """
    by_key = {entity.key: entity for entity in entities}
    for mention in mentions:
        entity = by_key.get(key_of.get(mention.index, ""))
        if entity is None or entity.state or mention.rank is None:
            continue
        beside = _find_principal(mention, by_key)
        if beside is None:
            other = _find_neighbour(mention, mentions)
            beside = by_key.get(key_of.get(other.index, "")) if other is not None else None
        if beside is not None and beside.state:
            reason = f"{entity.reason}; state of {beside.name}, named beside"
            by_key[entity.key] = replace(entity, state=beside.state, reason=reason)
    return list(by_key.values())


def _find_principal(mention: Mention, by_key: dict[str, Entity]) -> Entity | None:
    if mention.of_name is None:
        return None
    fitting = (item for item in by_key.values() if is_same_name(mention.of_name or "", item.name))
    return next((item for item in fitting if item.state), None)
