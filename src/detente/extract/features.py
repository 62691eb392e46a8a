"""Features: what position, layout and rules say of a pair of sides, as numbers for a judge.

The rules' findings are hints, not verdicts; a judge learns how far to trust each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract.scene import Scene
from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.parties import UNKNOWN_STATE
from detente.model.windows import Window

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACING = (
    "x is inside",
    "y is inside",
    "in the title",
    "how far down",
    "states in the sentence",
    "in somebody's words",
    "within one state",
    "one is unknown",
    "publisher is one",
    "told before",
)
NAMES = (
    *_PLACING,
    "contact by rule",
    *(f"mode {item.value}" for item in Mode),
    *(f"status {item.value}" for item in Status),
    "sides completed",
    *(f"x to y {item.value}" for item in EventType),
    *(f"y to x {item.value}" for item in EventType),
    *(f"action status {item.value}" for item in Status),
)
"""What each number of a pair's features is, in order."""

RULES_FROM = len(_PLACING)
"""From here on the features are the rules' hints."""
_AT = {name: i for i, name in enumerate(NAMES)}
_MANY = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A claim that the rules made, and the word that it rests on."""

    claim: Contact | Action
    trigger: Token
    is_completed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All hints of one article, by the number of their trigger's sentence."""

    hints: tuple[Hint, ...]
    home: str | None

    def find_in(self, sentence: Span) -> tuple[Hint, ...]:
        """The hints whose trigger stands in a sentence."""
        return tuple(hint for hint in self.hints if sentence.start <= hint.trigger.i < sentence.end)

    def is_told_before(self, states: frozenset[str], start: int) -> bool:
        """Whether a contact of these states was found before token ``start``."""
        return any(
            isinstance(hint.claim, Contact)
            and hint.trigger.i < start
            and states <= {party.state for party in (*hint.claim.a, *hint.claim.b)}
            for hint in self.hints
        )


def find_features(
    scene: Scene,
    window: Window,
    pair: tuple[tuple[int, ...], tuple[int, ...]],
    sentence: Span,
    told: Told,
) -> tuple[float, ...]:
    """The numbers of one pair, each from 0 to 1, in the order of `NAMES`."""
    values = [0.0] * len(NAMES)
    x, y = (window.marks[side[0]].state for side in pair)
    states = frozenset({x, y})
    title_end = len(scene.article.title or "")
    total = max(scene.layout.sentence_of[-1], 1)
    inside = {mark.state for mark in window.marks if mark.is_inside}
    middle = (sentence.start_char + sentence.end_char) // 2
    placing = (
        any(window.marks[i].is_inside for i in pair[0]),
        any(window.marks[i].is_inside for i in pair[1]),
        sentence.start_char < title_end,
        min(window.sentence / total, 1.0),
        min(len(inside), _MANY) / _MANY,
        any(voice.holds(middle, middle + 1) for voice in scene.voices),
        x == y,
        UNKNOWN_STATE in states,
        told.home in states,
        told.is_told_before(states, sentence.start),
    )
    values[: len(placing)] = [float(value) for value in placing]
    for hint in told.find_in(sentence):
        for name in _describe(hint, x, y):
            values[_AT[name]] = 1.0
    return tuple(values)


def _describe(hint: Hint, x: str, y: str) -> tuple[str, ...]:
    claim = hint.claim
    if isinstance(claim, Contact):
        a, b = ({party.state for party in side} for side in (claim.a, claim.b))
        if not ((x in a and y in b) or (y in a and x in b)):
            return ()
        found = ("contact by rule", f"mode {claim.mode.value}", f"status {claim.status.value}")
        return (*found, "sides completed") if hint.is_completed else found
    a, b = ({party.state for party in side} for side in (claim.actors, claim.recipients))
    names = []
    if x in a and y in b:
        names.append(f"x to y {claim.type.value}")
    if y in a and x in b:
        names.append(f"y to x {claim.type.value}")
    return (*names, f"action status {claim.status.value}") if names else ()
