"""What the claim rules need to know of a time expression, without knowing who found it.

`read` finds and resolves time expressions; a stage may not import its sibling, so the pipeline
hands them over in this shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from detente.model.dates import When


class Tense(StrEnum):
    """Which way from the day of publication an expression points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedSpan:
    """A time expression at code points ``start:end``, and how it resolves in a tense.

    ``core`` is where its words begin after a preposition, ``kind`` what sort of expression it is
    and ``lead`` the word that opens or closes it ("since", "until", …). ``is_modifier``: it
    stands before the noun that it dates, as in "the June summit".
    """

    start: int
    end: int
    resolve: Callable[[Tense], When | None]
    core: int = -1
    kind: str = ""
    lead: str = ""
    is_modifier: bool = False

    @property
    def first(self) -> int:
        """Where the words of time begin, without a preposition."""
        return self.core if self.core >= 0 else self.start
