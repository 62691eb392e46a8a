"""Time expressions in news text: found by pattern, resolved against the day of publication.

Works on plain text. The value follows the annotation guidelines (weeks run Monday to Sunday, a bare
weekday is the nearest that the tense allows) and is never sharper than the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.dates import PartialDate, Precision, When
from detente.read import time_values
from detente.read.spans import Span
from detente.read.time_words import LEADS, PATTERNS


class Tense(StrEnum):
    """Which way from the day of publication the clause of an expression points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of time at code points ``start:end``, their kind, parts, and leading preposition.

    ``lead`` is "since", "until", "by" … where one stands before; ``start`` then includes it.
    """

    start: int
    end: int
    text: str
    kind: str
    parts: tuple[tuple[str, str], ...]
    lead: str = ""

    def get(self, name: str) -> str | None:
        """A part by name ("m", "d", "y", …), or None."""
        return dict(self.parts).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedTime:
    """What an expression means: its calendar span if it has one, and its TIMEX3 type and value."""

    when: When | None
    type: str
    value: str


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in order, not overlapping.

    "since February 15" → one, with lead "since". "He may march on" → none.
    """
    taken: list[tuple[int, int]] = []
    found: list[TimeExpression] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            found.append(_express(text, kind, match))
    return tuple(sorted(found, key=lambda item: item.start))


def resolve_time(
    expression: TimeExpression, published: PartialDate | None, tense: Tense
) -> ResolvedTime | None:
    """The meaning of an expression in an article of ``published``, in a clause of ``tense``.

    None where the words have no meaning without an anchor that the text must give.
    """
    today = _day_of(published)
    span = time_values.find_span(expression.kind, dict(expression.parts), today, tense.value)
    if span is None:
        return None
    when = _make_when(expression, span, published)
    return ResolvedTime(when=when, type=span.type, value=span.value or _value_of(span))


def _express(text: str, kind: str, match: re.Match[str]) -> TimeExpression:
    start, end = match.span()
    inner = re.match(
        r"(?P<lead>since|until|till|by|before|after|from)\b", match.group(), re.IGNORECASE
    )
    lead = inner["lead"].lower() if inner else ""
    before = LEADS.search(text, max(0, start - 24), start)
    if before is not None and not lead:
        start, lead = before.start("lead"), before["lead"].lower().split()[-1]
    parts = tuple((key, value) for key, value in match.groupdict().items() if value is not None)
    return TimeExpression(
        start=start, end=end, text=text[start:end].strip(), kind=kind, parts=parts, lead=lead
    )


def _day_of(published: PartialDate | None) -> date | None:
    """The day that relative words are reckoned from; None where only a month or year is known."""
    if published is None or published.precision is not Precision.DAY:
        return None
    return date.fromisoformat(str(published))


def _make_when(
    expression: TimeExpression, span: Span, published: PartialDate | None
) -> When | None:
    start, end = span.start, span.end
    if start is None and end is None:
        return None
    if expression.lead in ("since", "starting", "beginning") or (
        expression.lead == "after" and span.is_point
    ):
        end = None
    elif expression.lead in ("until", "till", "by", "before"):
        start = None
    return When(
        start=PartialDate(start) if start else None,
        end=PartialDate(end) if end else None,
        text=expression.text,
    )


def _value_of(span: Span) -> str:
    if span.start == span.end and span.start is not None:
        return span.start.replace("--", "XXXX-") if span.start.startswith("--") else span.start
    return f"{span.start or ''}/{span.end or ''}"
