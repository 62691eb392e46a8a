"""Judgement: what a judge makes of one pair of sides in a window, as probabilities.

Probabilities are from 0 to 1; each mapping sums to 1. ``x`` and ``y`` are a pair's two sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.model.claims import EventType, Mode, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Whether one side does something to the other, and what."""

    chance: float
    types: Mapping[EventType, float]

    @property
    def type(self) -> EventType:
        """The likeliest event type."""
        return max(self.types, key=lambda item: self.types[item])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a judge makes of one pair: is it a contact, and how; is it an action, and which.

    ``is_forward`` is the chance that x is the acting side of the contact; ``marks`` the numbers of
    the two marks in the window that the judgement rests on most, x's first.
    """

    contact: float
    modes: Mapping[Mode, float]
    statuses: Mapping[Status, float]
    is_forward: float
    forward: Act
    backward: Act
    deeds: Mapping[Status, float]
    marks: tuple[int, int]

    @property
    def mode(self) -> Mode:
        """The likeliest mode."""
        return max(self.modes, key=lambda item: self.modes[item])

    @property
    def status(self) -> Status:
        """The likeliest status of the contact."""
        return max(self.statuses, key=lambda item: self.statuses[item])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """From which chance a claim is made; where rules made it already, a lower one is enough."""

    contact: float
    contact_with_rule: float
    action: float
    action_with_rule: float
