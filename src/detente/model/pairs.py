"""Pairs: which two states a claim is about; a claim with many sides is about several pairs."""

from __future__ import annotations

from collections.abc import Iterable

from detente.model.claims import Action, Contact
from detente.model.parties import Party

Pair = tuple[str, str]
"""Two state codes in the order of the alphabet; twice the same for an envoy and his capital."""


def make_pair(one: str, other: str) -> Pair:
    """The pair of two states, whichever is named first."""
    return (one, other) if one <= other else (other, one)


def sides_of(claim: Contact | Action) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The two sides of a claim, as it orders them."""
    if isinstance(claim, Contact):
        return claim.a, claim.b
    return claim.actors, claim.recipients


def pairs_of(claim: Contact | Action) -> tuple[Pair, ...]:
    """The pairs of states that face each other in a claim, sorted.

    A state faces itself only where no other faces it: "Xi and Lavrov met Kim" is not about China
    and China.
    """
    one, other = sides_of(claim)
    pairs = {make_pair(a, b) for a in _states(one) for b in _states(other)}
    foreign = {pair for pair in pairs if pair[0] != pair[1]}
    return tuple(sorted(foreign or pairs))


def _states(parties: Iterable[Party]) -> set[str]:
    return {party.state for party in parties}
