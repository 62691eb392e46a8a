"""Spans of text compared: by their exact ends, by the words they share, one to one.

Used by the files that annotate stretches of text (`attributions`, `timex`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Offsets = tuple[int, int]
Item = TypeVar("Item")
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Gold, predicted and right, with the shares that follow; 0 to 1."""

    gold: float = 0
    predicted: float = 0
    right: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            gold=self.gold + other.gold,
            predicted=self.predicted + other.predicted,
            right=self.right + other.right,
        )

    @property
    def precision(self) -> float:
        """Right of predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right of gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.right / total if total else 0.0


def count_exact(gold: Iterable[Offsets], predicted: Iterable[Offsets]) -> Counts:
    """Spans whose both ends agree; a span that stands twice counts once."""
    ones, others = set(gold), set(predicted)
    return Counts(gold=len(ones), predicted=len(others), right=len(ones & others))


def count_tokens(gold: Iterable[Offsets], predicted: Iterable[Offsets], text: str) -> Counts:
    """Words and marks that the spans cover."""
    ones, others = _cover(gold, text), _cover(predicted, text)
    return Counts(gold=len(ones), predicted=len(others), right=len(ones & others))


def find_dice(one: Iterable[Offsets], other: Iterable[Offsets], text: str) -> float:
    """Twice the words in common over the words of both, 0 to 1; two empty sides agree."""
    ones, others = _cover(one, text), _cover(other, text)
    total = len(ones) + len(others)
    return 2 * len(ones & others) / total if total else 1.0


def pair_best(
    gold: Sequence[Item], predicted: Sequence[Item], grade: Callable[[Item, Item], float]
) -> list[tuple[Item, Item]]:
    """Pairs one to one, the highest grade first; a grade of 0 is no pair."""
    options = [
        (-value, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (value := grade(one, other)) > 0
    ]
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: list[tuple[Item, Item]] = []
    for _, i, j in sorted(options):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def _cover(spans: Iterable[Offsets], text: str) -> set[int]:
    """Where the words begin that lie in the spans."""
    return {
        start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end])
    }
