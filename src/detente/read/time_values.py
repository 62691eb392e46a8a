"""From the parts of a time expression to its calendar span, by kind.

The family modules hold the resolvers; here stands which kind is whose.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.read import calendar_values as named
from detente.read import lengths
from detente.read import relative_values as relative
from detente.read.spans import Context, Parts, Span


def find_span(kind: str, parts: Parts, context: Context) -> Span | None:
    """The span of an expression of a kind; None where it means nothing without an anchor."""
    try:
        return _RESOLVERS[kind](parts, context)
    except (ValueError, OverflowError):
        return None  # "February 30", "90,000 years ago": no day of the calendar


_RESOLVERS: dict[str, Callable[[Parts, Context], Span | None]] = {
    "iso": named.resolve_iso,
    "range_two_months": named.resolve_range,
    "range_month_first": named.resolve_range,
    "range_day_first": named.resolve_range,
    "month_day": named.resolve_day,
    "day_month": named.resolve_day,
    "range_months": named.resolve_months,
    "month_year": named.resolve_month_year,
    "month": named.resolve_month,
    "month_mod": named.resolve_month,
    "month_noun": named.resolve_month,
    "season_year": named.resolve_season,
    "season": named.resolve_season,
    "quarter_year": named.resolve_quarter,
    "decade": named.resolve_decade,
    "century": named.resolve_century,
    "year": named.resolve_year,
    "year_noun": named.resolve_year,
    "years": named.resolve_years,
    "holiday": named.resolve_holiday,
    "weekday": relative.resolve_weekday,
    "weekdays": relative.resolve_weekdays,
    "weekday_week": relative.resolve_weekday_of_week,
    "weekend": relative.resolve_weekend,
    "relative_unit": relative.resolve_relative,
    "unit_edge": relative.resolve_edge,
    "day_word": relative.resolve_day_word,
    "anchored": relative.resolve_anchored,
    "ago": lengths.resolve_ago,
    "ago_range": lengths.resolve_ago,
    "hence": lengths.resolve_hence,
    "recent": lengths.resolve_recent,
    "length": lengths.resolve_length,
    "age": lengths.resolve_length,
    "set": lengths.resolve_set,
    "set_word": lengths.resolve_set_word,
    "weekday_set": lengths.resolve_weekday_set,
    "soon": lengths.resolve_vague,
    "clock": lengths.resolve_clock,
}
