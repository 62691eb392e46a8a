"""Entities: the persons that an article speaks of, gathered from all their mentions.

The article's own words come first ("Russian Ambassador … Anatoly Antonov"); the tables of
office-holders fill what it leaves open, as of the day it was published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from detente.model.dates import PartialDate
from detente.model.mentions import Gender, Mention, MentionKind
from detente.model.parties import Rank

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_EASTERN = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "HKG", "KHM", "HUN", "MMR"})


class Holding(Protocol):
    """What resolving needs to know of an office-holder."""

    @property
    def name(self) -> str:
        """Full name."""

    @property
    def names(self) -> tuple[str, ...]:
        """Full name and its other spellings."""

    @property
    def state(self) -> str:
        """Code of the state or organisation."""

    @property
    def rank(self) -> Rank:
        """Rank of the office."""

    @property
    def office(self) -> str:
        """Name of the office."""


FindHolders = Callable[[str, PartialDate | None], Iterable[Holding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person as the article presents them; ``None`` where nothing says."""

    key: str
    name: str
    state: str | None = None
    rank: Rank | None = None
    office: str | None = None
    gender: Gender = Gender.UNKNOWN
    is_former: bool = False
    reason: str = "named in the text"
    offices: frozenset[str] = field(default_factory=frozenset)


class Roster:
    """The article's persons, by name; built once, then only asked."""

    def __init__(
        self,
        entities: Iterable[Entity],
        key_of: dict[int, str],
        find_state: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        """``find_state`` says of a name that the article only mentions whose government it is."""
        self._entities = {entity.key: entity for entity in entities}
        self._key_of = key_of
        self._find_state = find_state

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
        return (entity.state if entity else None) or self._find_state(name)

    def find_by_office(self, office: str, state: str | None) -> tuple[Entity, ...]:
        """The persons presented with this office, of this state where one is given."""
        return tuple(
            item
            for item in self._entities.values()
            if office in item.offices and (state is None or item.state == state)
        )


def gather_entities(
    mentions: tuple[Mention, ...], published: PartialDate | None, find_holders: FindHolders
) -> Roster:
    """Group PERSON mentions into persons, and settle each one's state, rank and office."""
    groups: list[list[Mention]] = []
    for mention in sorted(_persons(mentions), key=lambda item: -len(_words(item.name or ""))):
        holders = _find_holder_names(mention, published, find_holders)
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
        entity = _describe(group, beside, mentions)
        entity = _complete(entity, published, find_holders)
        entities.append(entity)
        for member in (*group, *beside):
            key_of[member.index] = entity.key

    def find_state(name: str) -> str | None:
        states = {item.state for item in find_holders(name, published)}
        return next(iter(states)) if len(states) == 1 else None

    return Roster(entities, key_of, find_state)


def is_same_name(a: str, b: str) -> bool:
    """Whether the shorter name can stand for the longer: "Lavrov" for "Sergey Lavrov".

    "Kim" may be "Kim Jong Un"; "Bill Clinton" is not "Hillary Clinton".
    """
    first, second = _words(a), _words(b)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter[0] in (longer[-1], longer[0]) or (
            len(longer) > 2 and shorter[0] in longer[1:]
        )
    return set(shorter) <= set(longer)


def _is_compatible_name(a: str, b: str) -> bool:
    """Whether two full names can be one person's, initials and "Jr." aside."""
    first, second = _plain_words(a), _plain_words(b)
    return bool(first and second) and (first <= second or second <= first)


def _plain_words(name: str) -> set[str]:
    return {word for word in _words(name) if len(word) > 2}


def _persons(mentions: Iterable[Mention]) -> list[Mention]:
    return [item for item in mentions if item.kind is MentionKind.PERSON and item.name]


def _words(name: str) -> list[str]:
    plain = name.lower().translate(str.maketrans("-.,", "   "))
    return [word for word in plain.split() if word not in _SUFFIXES]


def _find_holder_names(
    mention: Mention, published: PartialDate | None, find_holders: FindHolders
) -> tuple[tuple[str, ...], ...]:
    """The full names that a bare surname has in office then: "Trump" is not "Ivanka Trump"."""
    name = mention.name or ""
    if len(_words(name)) != 1:
        return ()
    found = [
        item
        for item in find_holders(name, published)
        if mention.rank is None or item.rank is mention.rank
    ]
    leaders = [item for item in found if item.rank is Rank.LEADER]
    return tuple(item.names for item in (found if mention.rank else leaders))


def _find_group(
    groups: list[list[Mention]], mention: Mention, holders: tuple[tuple[str, ...], ...]
) -> list[Mention] | None:
    name = mention.name or ""
    fitting = [group for group in groups if is_same_name(name, group[0].name or "")]
    if holders:
        fitting = [
            group
            for group in fitting
            if len(_words(group[0].name or "")) == 1
            or any(_is_compatible_name(group[0].name or "", n) for names in holders for n in names)
            or (mention.rank is None and any(member.rank is Rank.LEADER for member in group))
        ]
    if len(fitting) > 1 and mention.states:
        same = [g for g in fitting if any(set(m.states) & set(mention.states) for m in g)]
        fitting = same or fitting
    if len(fitting) > 1:
        fitting.sort(key=lambda group: _nearness(group, mention))
    return fitting[0] if fitting else None


def _nearness(group: list[Mention], mention: Mention) -> tuple[int, int]:
    """Names spoken of before come first, the latest of them first."""
    before = [item.index for item in group if item.index < mention.index]
    return (0, -max(before)) if before else (1, min(item.index for item in group))


def _describe(group: list[Mention], beside: list[Mention], mentions: tuple[Mention, ...]) -> Entity:
    named = max(group, key=lambda item: len(item.name or ""))
    told = [item for item in (*group, *beside) if item.rank is not None]
    told.sort(key=lambda item: (item.is_former, item.index))
    states = [state for item in (*told, *group) for state in item.states]
    if not states:
        states = [state for item in told for state in _neighbour_states(item, mentions)]
    genders = [item.gender for item in (*group, *beside) if item.gender is not Gender.UNKNOWN]
    first = told[0] if told else None
    return Entity(
        key=f"person:{'-'.join(_words(named.name or ''))}",
        name=named.name or "",
        state=states[0] if states else None,
        rank=first.rank if first else None,
        office=first.office if first else None,
        gender=genders[0] if genders else Gender.UNKNOWN,
        is_former=bool(first and first.is_former),
        reason=f"“{first.text}” in the text" if first else "named in the text",
        offices=frozenset(item.office for item in told if item.office),
    )


def _neighbour_states(mention: Mention, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The state before "and": "UAE President X and Oil Minister Y" are both of the UAE."""
    for other in reversed(mentions[: mention.index]):
        if other.last > mention.first:
            continue
        is_listed = mention.first - other.last <= 2 and other.sentence == mention.sentence
        if is_listed and other.kind in (MentionKind.PERSON, MentionKind.OFFICE):
            return other.states
        return ()
    return ()


def _complete(entity: Entity, published: PartialDate | None, find_holders: FindHolders) -> Entity:
    if entity.state and entity.rank:
        return entity
    found = _unique(list(find_holders(entity.name, published)), entity)
    surname = _surname(entity)
    if not found and surname != entity.name.lower():
        options = [
            item
            for item in find_holders(surname, published)
            if any(_is_compatible_name(entity.name, name) for name in item.names)
        ]
        found = _unique(options, entity)
    if not found and len(_words(entity.name)) > 1:
        found = _unique(list(find_holders(entity.name, None)), entity)
        if found:
            state = entity.state or found[0].state
            return replace(entity, state=state, reason=f"{found[0].name} in the tables")
    if not found:
        return entity
    best = found[0]
    return replace(
        entity,
        state=entity.state or best.state,
        rank=entity.rank or best.rank,
        office=entity.office or best.office,
        offices=entity.offices | {best.office},
        reason=f"{best.name}, {best.office} of {best.state} in the tables",
    )


def _surname(entity: Entity) -> str:
    words = _words(entity.name)
    if not words:
        return ""
    return words[0] if entity.state in _EASTERN else words[-1]


def _unique(found: list[Holding], entity: Entity) -> list[Holding]:
    """Holders that agree with the entity; none where they are of different states."""
    fitting = [item for item in found if entity.state in (None, item.state)]
    if entity.rank is not None and len({item.state for item in fitting}) > 1:
        fitting = [item for item in fitting if item.rank is entity.rank]
    if len({item.state for item in fitting}) != 1:
        return []
    order = list(Rank)
    return sorted(fitting, key=lambda item: order.index(item.rank))
