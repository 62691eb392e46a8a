"""Time expressions as TIMEX3: the words without their preposition, a type and a value.

Needs no parse: the tense of a bare weekday is guessed from the verb forms around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.dates import PartialDate
from detente.read.tenses import guess_tense
from detente.read.times import find_times, resolve_time


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexSpan:
    """An expression at code points ``start:end``, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


def find_timex(text: str, published: PartialDate | None) -> tuple[TimexSpan, ...]:
    """All time expressions of a text with their values, in order.

    "They met on Monday", published 2022-04-19 → Monday, DATE, 2022-04-18.
    """
    found = []
    for item in find_times(text, published):
        resolved = resolve_time(item, published, guess_tense(text, item.start, item.end))
        found.append(
            TimexSpan(
                start=item.core,
                end=item.end,
                type=resolved.type if resolved is not None else "DATE",
                value=resolved.value if resolved is not None else "XXXX-XX-XX",
            )
        )
    return tuple(found)
