"""From the parts of a time expression to its calendar span, by kind, against a day.

``today`` is the day of publication or None; then only what stands in the words is known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from detente.read.calendar_values import (
    resolve_day,
    resolve_decade,
    resolve_holiday,
    resolve_iso,
    resolve_month,
    resolve_month_year,
    resolve_quarter,
    resolve_range,
    resolve_season,
    resolve_year,
)
from detente.read.relative_values import (
    resolve_ago,
    resolve_day_word,
    resolve_hence,
    resolve_recent,
    resolve_relative,
    resolve_weekday,
    resolve_weekend,
)
from detente.read.spans import Parts, Span, parse_number


def find_span(kind: str, parts: Parts, today: date | None, tense: str) -> Span | None:
    """The span of an expression of a kind; None where it means nothing without an anchor."""
    try:
        return _RESOLVERS[kind](parts, today, tense)
    except ValueError:
        return None  # "February 30": no day of the calendar


def _resolve_duration(parts: Parts, today: date | None, tense: str) -> Span:
    number = parse_number(parts["n"])
    unit = parts["u"].lower().rstrip("s")
    letter = {"hour": "TH", "minute": "TM"}.get(unit, unit[0].upper())
    return Span(type="DURATION", value=f"P{number if number is not None else 'X'}{letter}")


def _resolve_soon(parts: Parts, today: date | None, tense: str) -> Span:
    word = parts["now"].lower()
    value = {"recently": "PAST_REF", "soon": "FUTURE_REF", "shortly": "FUTURE_REF"}.get(word)
    return Span(value=value or "PRESENT_REF")


def _resolve_anchored(parts: Parts, today: date | None, tense: str) -> None:
    return None


_RESOLVERS: dict[str, Callable[[Parts, date | None, str], Span | None]] = {
    "iso": resolve_iso,
    "range_two_months": resolve_range,
    "range_month_first": resolve_range,
    "range_day_first": resolve_range,
    "month_day": resolve_day,
    "day_month": resolve_day,
    "month_year": resolve_month_year,
    "season_year": resolve_season,
    "quarter_year": resolve_quarter,
    "decade": resolve_decade,
    "relative_unit": resolve_relative,
    "weekday": resolve_weekday,
    "weekend": resolve_weekend,
    "ago": resolve_ago,
    "recent": resolve_recent,
    "hence": resolve_hence,
    "duration": _resolve_duration,
    "day_word": resolve_day_word,
    "anchored": _resolve_anchored,
    "holiday": resolve_holiday,
    "year_noun": resolve_year,
    "month": resolve_month,
    "month_mod": resolve_month,
    "year": resolve_year,
    "soon": _resolve_soon,
}
