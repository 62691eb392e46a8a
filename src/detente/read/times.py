"""Time expressions in news text: found by pattern, resolved against the day of publication.

Works on plain text. The value follows the annotation guidelines (weeks run Monday to Sunday, a bare
weekday is the nearest that the tense allows) and is never sharper than the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from detente.model.dates import PartialDate, Precision, When
from detente.read import time_values
from detente.read.spans import Context, Span
from detente.read.tenses import Tense, guess_tense
from detente.read.time_patterns import INNER_LEAD, LEADS, PATTERNS

__all__ = ["LENGTHS", "ResolvedTime", "Tense", "TimeExpression", "find_times", "resolve_time"]

LENGTHS = frozenset({"length", "age", "set", "set_word", "weekday_set", "soon", "clock", "hence"})
"""Kinds that have no place on the calendar whatever the day of publication."""
_OPENING = frozenset({"since", "starting", "beginning", "ever since", "as of", "effective"})
_CLOSING = frozenset({"until", "till", "by", "before", "prior to", "ahead of"})
_BOUNDS = _OPENING | _CLOSING | {"after", "from", "between"}
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_FAR = 900  # code points; further back no date is what "the next day" counts from


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of time at code points ``start:end``, their kind, parts, and leading preposition.

    ``lead`` is "since", "until", "by" … where one stands before; ``start`` then includes it, while
    ``core`` is where the words of time themselves begin. ``anchor`` is the date named before, for
    those that count from it. ``is_modifier``: "the June summit", "Monday's talks".
    """

    start: int
    end: int
    core: int
    text: str
    kind: str
    parts: tuple[tuple[str, str], ...]
    lead: str = ""
    anchor: str | None = None
    is_modifier: bool = False

    def get(self, name: str) -> str | None:
        """A part by name ("m", "d", "y", …), or None."""
        return dict(self.parts).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedTime:
    """What an expression means: its calendar span if it has one, and its TIMEX3 type and value."""

    when: When | None
    type: str
    value: str


def find_times(text: str, published: PartialDate | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in order, not overlapping.

    "since February 15" → one, with lead "since". "He may march on" → none.
    """
    taken: list[tuple[int, int]] = []
    found: list[TimeExpression] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            found.append(_express(text, kind, match))
    ordered = sorted(found, key=lambda item: item.start)
    return _anchor(text, ordered, published)


def resolve_time(
    expression: TimeExpression, published: PartialDate | None, tense: Tense
) -> ResolvedTime | None:
    """The meaning of an expression in an article of ``published``, in a clause of ``tense``.

    None where the words have no meaning without an anchor that the text must give.
    """
    context = Context(today=_day_of(published), tense=tense.value, anchor=expression.anchor)
    span = time_values.find_span(expression.kind, dict(expression.parts), context)
    if span is None:
        return None
    when = _make_when(expression, span)
    return ResolvedTime(when=when, type=span.type, value=span.value or _value_of(span))


def _express(text: str, kind: str, match: re.Match[str]) -> TimeExpression:
    start, end = match.span()
    core = start
    inner = INNER_LEAD.match(text, start, end)
    lead = ""
    if inner is not None and not _is_part_of_name(kind, match):
        core, lead = inner.end(), inner["lead"].lower()
    before = LEADS.search(text, max(0, start - 24), start)
    if before is not None and not lead:
        start, lead = before.start("lead"), before["lead"].lower()
    parts = tuple((key, value) for key, value in match.groupdict().items() if value is not None)
    is_modifier = kind in ("year_noun", "month_noun") or _POSSESSIVE.match(text, end) is not None
    return TimeExpression(
        start=start,
        end=end,
        core=core,
        text=text[start:end].strip(),
        kind=kind,
        parts=parts,
        lead=lead if lead in _BOUNDS else "",
        is_modifier=is_modifier,
    )


def _is_part_of_name(kind: str, match: re.Match[str]) -> bool:
    """ "since then" is one expression; its first word opens it all the same."""
    return kind in ("soon", "length", "set", "recent")


def _anchor(
    text: str, expressions: list[TimeExpression], published: PartialDate | None
) -> tuple[TimeExpression, ...]:
    """Each expression with the date that stands before it, for those that count from one."""
    done: list[TimeExpression] = []
    dated: list[tuple[int, str]] = []
    for item in expressions:
        near = [value for at, value in dated if item.start - at < _FAR]
        wanted = _needed_length(item)
        fitting = [value for value in near if len(value) >= wanted]
        found = replace(item, anchor=fitting[-1] if fitting else None)
        done.append(found)
        resolved = resolve_time(found, published, guess_tense(text, item.start, item.end))
        if resolved is not None and resolved.when is not None and resolved.type in ("DATE", "TIME"):
            value = resolved.when.start or resolved.when.end
            if value is not None and value.precision is not Precision.YEARLESS:
                dated.append((item.end, str(value)))
    return tuple(done)


def _needed_length(item: TimeExpression) -> int:
    """How precise a date must be for the expression to count from it."""
    unit = (item.get("u") or "").lower().rstrip("s")
    if item.kind == "anchored" and item.get("then"):
        return 4
    return {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7}.get(unit, 10)


def _day_of(published: PartialDate | None) -> date | None:
    """The day that relative words are reckoned from; None where only a month or year is known."""
    if published is None or published.precision is not Precision.DAY:
        return None
    return date.fromisoformat(str(published))


def _make_when(expression: TimeExpression, span: Span) -> When | None:
    start, end = span.start, span.end
    if start is None and end is None:
        return None
    lead = expression.lead
    if expression.is_modifier and lead not in _OPENING:
        lead = ""  # "after Monday's talks": after the talks, not after Monday
    if lead in _OPENING or (lead == "after" and span.is_point):
        end = None
    elif lead in _CLOSING:
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
