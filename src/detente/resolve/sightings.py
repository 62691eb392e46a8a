"""Sightings: what an entry tells of one pair of states, made ready to be compared.

Apart from the comparing, since each entry is made ready once and compared many times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.days import span_of
from detente.model.entries import Entry
from detente.model.pairs import Pair, sides_of
from detente.model.parties import Party, Rank

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE})
NOT_MADE = frozenset({Status.REFUSED, Status.CANCELLED})
_GROUPS = {
    Status.ONGOING: "standing",
    Status.SUSPENDED: "break",
    Status.RESUMED: "return",
    Status.ABSENT: "silence",
}
_SHORT_SILENCE = 7  # days; "did not meet on Monday" speaks of a happening, a long one of a silence
_WORD = re.compile(r"\w{4,}")  # shorter words are mostly grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One entry as seen for one pair; days are proleptic ordinals, for quick arithmetic.

    ``first`` and ``last`` bound the time the text gives; both ``None`` where it gives none.
    ``ranks`` and ``names`` stand for the first and second state of the pair; the rank of a state
    as such is left out, since it says nothing of who it was. ``actor`` is the side that acts, asks
    or travels: 0, 1, or ``None`` where both stand on it.
    """

    entry: Entry
    group: str
    first: int | None
    last: int | None
    known: int
    ranks: tuple[frozenset[Rank], frozenset[Rank]]
    names: tuple[frozenset[str], frozenset[str]]
    what: Mode | EventType
    status: Status
    actor: int | None
    place: str
    words: frozenset[str]

    @property
    def is_dated(self) -> bool:
        """Whether the text gives both ends of a time."""
        return self.first is not None and self.last is not None


def make_sighting(entry: Entry, pair: Pair) -> Sighting:
    """What the entry tells of the pair."""
    claim = entry.claim
    first, last = span_of(claim.when)
    known = entry.source.known
    if claim.status is Status.HELD and last is not None and last > known:
        last = known  # "in March", told on the 10th, was by the 10th
    parties = split_parties(claim, pair)
    return Sighting(
        entry=entry,
        group=_group(claim),
        first=first.toordinal() if first else None,
        last=last.toordinal() if last else None,
        known=known.toordinal(),
        ranks=(_ranks(parties[0]), _ranks(parties[1])),
        names=(_names(parties[0]), _names(parties[1])),
        actor=_actor(claim, pair),
        what=claim.mode if isinstance(claim, Contact) else claim.type,
        status=claim.status,
        place=_normal(claim.where) if isinstance(claim, Contact) and claim.where else "",
        words=frozenset(_WORD.findall(claim.evidence.quote.lower())),
    )


def split_parties(
    claim: Contact | Action, pair: Pair
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The parties of the pair's first and second state; others are left out.

    For a state with itself the sides are as the claim has them.
    """
    one, other = sides_of(claim)
    if pair[0] == pair[1]:
        return _of(one, pair[0]), _of(other, pair[1])
    both = (*one, *other)
    return _of(both, pair[0]), _of(both, pair[1])


def _of(parties: tuple[Party, ...], state: str) -> tuple[Party, ...]:
    return tuple(party for party in parties if party.state == state)


def _group(claim: Contact | Action) -> str:
    """Claims of two groups never speak of one event."""
    if isinstance(claim, Action):
        return f"act {claim.type} {claim.status}"
    if claim.status is Status.ABSENT:
        first, last = span_of(claim.when)
        if first and last and (last - first).days <= _SHORT_SILENCE:
            return "happening"
    return _GROUPS.get(claim.status, "happening")


def _ranks(parties: tuple[Party, ...]) -> frozenset[Rank]:
    return frozenset(party.rank for party in parties if party.rank is not Rank.GOVERNMENT)


def _names(parties: tuple[Party, ...]) -> frozenset[str]:
    """First and last words of names: the family's stands first in some languages."""
    names: set[str] = set()
    for party in parties:
        words = party.name.lower().replace("-", " ").split() if party.name else []
        names.update(words[:1] + words[-1:])
    return frozenset(names)


def _actor(claim: Contact | Action, pair: Pair) -> int | None:
    states = {party.state for party in sides_of(claim)[0]}
    if pair[0] == pair[1] or states >= set(pair):
        return None
    return 0 if pair[0] in states else 1


def _normal(place: str) -> str:
    return " ".join(place.lower().split()).removeprefix("the ")
