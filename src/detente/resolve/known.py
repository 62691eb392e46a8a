"""What the tables of office-holders add to a person, as of the day an article was published.

Apart from `entities`, which gathers what the article says: that comes first, this fills its gaps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.model.dates import PartialDate
from detente.model.parties import Rank
from detente.resolve.entity import Entity, FindHolders, Holding
from detente.resolve.same_names import is_compatible_name, split_name

# Where the family name comes first; the rest of a full name still has to agree
_EASTERN = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "HKG", "KHM", "HUN", "MMR"})
_BESIDE = ("vice ", "deputy ", "first ", "crown ")
_FEW = 2  # states: an article that names fewer says nothing against a state it does not name


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The tables as one article may use them: its day, and the states that it speaks of."""

    find_holders: FindHolders
    published: PartialDate | None
    states: frozenset[str]

    def complete(self, entity: Entity) -> Entity:
        """The entity with state, rank and office of the holder it must be, if the tables tell."""
        if entity.state and entity.rank:
            return entity
        found = self._find_then(entity)
        if found:
            best = found[0]
            return replace(
                entity,
                state=entity.state or best.state,
                rank=entity.rank or best.rank,
                office=entity.office or best.office,
                offices=entity.offices | {best.office},
                reason=f"{best.name}, {best.office} of {best.state} in the tables",
            )
        if len(split_name(entity.name)) > 1 or self._is_of_one_named(entity.name):
            found = self._choose(self.find_holders(entity.name, None), entity)
        if not found:
            return entity
        state = entity.state or found[0].state
        return replace(entity, state=state, reason=f"{found[0].name} in the tables")

    def find_state(self, name: str) -> str | None:
        """Whose government a name stands for: "Bush" → USA, by the terms then, else by any."""
        for day in (self.published, None):
            found = list(self.find_holders(name, day))
            leaders = [item for item in found if item.rank is Rank.LEADER]
            states = {item.state for item in leaders or found}
            near = states & self.states
            if len(near or states) == 1:
                return next(iter(near or states))
        return None

    def find_namesakes(self, name: str, rank: Rank | None) -> tuple[Holding, ...]:
        """Who a bare surname can mean in office then: "Trump" is not "Ivanka Trump".

        Without a rank only heads of state and government, whom news calls so at first sight.
        """
        if len(split_name(name)) != 1:
            return ()
        found = self.find_holders(name, self.published)
        if rank is not None:
            return tuple(item for item in found if item.rank is rank)
        heads = (item for item in found if item.rank is Rank.LEADER)
        return tuple(item for item in heads if not item.office.startswith(_BESIDE))

    def _find_then(self, entity: Entity) -> list[Holding]:
        found = self._choose(self.find_holders(entity.name, self.published), entity)
        words = split_name(entity.name)
        if found or len(words) < 2:
            return found
        # the family name comes last, first, or with others in between: "Trump Donald John"
        for family in dict.fromkeys((_find_surname(entity), words[-1], words[0])):
            options = [
                item
                for item in self.find_holders(family, self.published)
                if any(is_compatible_name(entity.name, name) for name in item.names)
            ]
            found = self._choose(options, entity)
            if found:
                return found
        return []

    def _choose(self, options: Iterable[Holding], entity: Entity) -> list[Holding]:
        """Holders that agree with the entity, best first; none where two states remain."""
        fitting = [item for item in options if entity.state in (None, item.state)]
        if _count_states(fitting) > 1 and entity.rank is not None:
            fitting = [item for item in fitting if item.rank is entity.rank]
        is_bare = len(split_name(entity.name)) == 1
        if (is_bare and entity.state is None) or _count_states(fitting) > 1:
            near = [item for item in fitting if item.state in self.states]
            fitting = near if near or self._is_doubtful(entity.name) else fitting
        if _count_states(fitting) > 1 and is_bare:
            fitting = [item for item in fitting if item.rank is Rank.LEADER]
        if _count_states(fitting) != 1:
            return []
        order = list(Rank)
        return sorted(fitting, key=lambda item: order.index(item.rank))

    def _is_of_one_named(self, name: str) -> bool:
        """Whether all holders of a family name, of any time, are of one state of the article."""
        states = {item.state for item in self.find_holders(name, None)}
        return len(states) == 1 and states <= self.states

    def _is_doubtful(self, name: str) -> bool:
        """Whether a name of states that the article does not name may be anybody's: "Miller".

        A family name that the tables know in one state only, of any time, is trusted: "Putin".
        """
        is_of_one = _count_states(list(self.find_holders(name, None))) == 1
        return len(self.states) >= _FEW and not is_of_one


def _count_states(holders: list[Holding]) -> int:
    return len({item.state for item in holders})


def _find_surname(entity: Entity) -> str:
    words = split_name(entity.name)
    if not words:
        return ""
    return words[0] if entity.state in _EASTERN else words[-1]
