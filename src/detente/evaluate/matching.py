"""Which predicted claim is which gold claim: same pair of sides, overlapping evidence, one to one.

Sides agree when the state sets share a state on each side, in either order for contacts and for
mutual acts; ``UNK`` agrees only with ``UNK``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from detente.model.claims import Action, Contact, EventType, Status
from detente.model.evidence import Evidence
from detente.model.parties import Party

Claim = TypeVar("Claim", Contact, Action)
_MUTUAL = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Generic[Claim]):
    """A gold claim, the prediction for it, and whether the sides stand crossed."""

    gold: Claim
    predicted: Claim
    is_crossed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Generic[Claim]):
    """All matches of one article, with what was missed and what was found beside."""

    matches: tuple[Match[Claim], ...]
    missed: tuple[Claim, ...]
    spurious: tuple[Claim, ...]


def match_claims(gold: Sequence[Claim], predicted: Sequence[Claim]) -> Matching[Claim]:
    """Pair claims of one article: best agreement of kind and status first, then most overlap."""
    options: list[tuple[tuple[int, int], int, int, bool]] = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            overlap = _overlap(one.evidence, other.evidence)
            crossed = _find_orientation(one, other)
            if overlap > 0 and crossed is not None:
                agreement = int(get_kind(one) == get_kind(other)) + int(one.status is other.status)
                options.append(((-agreement, -overlap), i, j, crossed))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    matches: list[Match[Claim]] = []
    for _, i, j, crossed in sorted(options, key=lambda item: item[:3]):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            matches.append(Match(gold=gold[i], predicted=predicted[j], is_crossed=crossed))
    return Matching(
        matches=tuple(matches),
        missed=tuple(item for i, item in enumerate(gold) if i not in used_gold),
        spurious=tuple(item for j, item in enumerate(predicted) if j not in used_predicted),
    )


def is_false_claim_of(gold: Claim, predicted: Claim) -> bool:
    """Whether a prediction speaks of the gold claim's sides and words at all."""
    overlaps = _overlap(gold.evidence, predicted.evidence) > 0
    return overlaps and _find_orientation(gold, predicted) is not None


def get_kind(claim: Contact | Action) -> str:
    """The mode of a contact, the type of an action."""
    return claim.mode.value if isinstance(claim, Contact) else claim.type.value


def get_sides(claim: Contact | Action) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The two sides of a claim, the acting one first."""
    if isinstance(claim, Contact):
        return claim.a, claim.b
    return claim.actors, claim.recipients


def is_held(status: Status, held: frozenset[Status]) -> bool:
    """Whether a status is one of those that say it took or takes place."""
    return status in held


def _find_orientation(gold: Contact | Action, predicted: Contact | Action) -> bool | None:
    """False where the sides agree straight, True crossed, None where they don't."""
    one_a, one_b = (_states(side) for side in get_sides(gold))
    other_a, other_b = (_states(side) for side in get_sides(predicted))
    if one_a & other_a and one_b & other_b:
        return False
    may_cross = isinstance(gold, Contact) or gold.type in _MUTUAL
    if may_cross and one_a & other_b and one_b & other_a:
        return True
    return None


def _states(side: tuple[Party, ...]) -> set[str]:
    return {party.state for party in side}


def _overlap(one: Evidence, other: Evidence) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
