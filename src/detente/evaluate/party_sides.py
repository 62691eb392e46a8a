"""How often the right states and ranks stand in the claims that were read: end to end.

Apart from `parties`, which gives the reader the words: here it had to find the claim itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.evaluate.matching import Match, get_sides, match_claims
from detente.model.claims import Action, Contact
from detente.model.parties import Party
from detente.model.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SideReport:
    """Counts over the parties of all gold claims that a claim read was matched to."""

    parties: int
    states: int
    ranks: int

    @property
    def state(self) -> float:
        """Share of these parties whose state stands on their side of the claim, 0 to 1."""
        return self.states / self.parties if self.parties else 0.0

    @property
    def rank(self) -> float:
        """Share of these parties that stand there with their rank as well, 0 to 1."""
        return self.ranks / self.parties if self.parties else 0.0


def score_sides(gold: Sequence[Record], predicted: Sequence[Record]) -> SideReport:
    """Compare the sides of matched claims party by party; both in the same order of articles."""
    sides: list[tuple[tuple[Party, ...], tuple[Party, ...]]] = []
    for one, other in zip(gold, predicted, strict=True):
        for contact in match_claims(one.contacts, other.contacts).matches:
            sides += _pair_sides(contact)
        for action in match_claims(one.actions, other.actions).matches:
            sides += _pair_sides(action)
    parties = [(party, found) for side, found in sides for party in side]
    return SideReport(
        parties=len(parties),
        states=sum(party.state in {item.state for item in found} for party, found in parties),
        ranks=sum(_key(party) in {_key(item) for item in found} for party, found in parties),
    )


def _pair_sides(
    match: Match[Contact] | Match[Action],
) -> list[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    found = get_sides(match.predicted)
    straight = (found[1], found[0]) if match.is_crossed else found
    return list(zip(get_sides(match.gold), straight, strict=True))


def _key(party: Party) -> tuple[str, str]:
    return party.state, party.rank.value
