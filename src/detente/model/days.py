"""Days of the calendar: the first and last day that a partial date can mean.

Apart from `dates`, which holds what a text says; here it is made comparable. It reads no clock.
"""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from detente.model.dates import PartialDate, Precision, When


@lru_cache(maxsize=4096)  # asked of the same days again and again
def first_day(partial: PartialDate | None) -> date | None:
    """The first day that a date can mean; ``None`` for no date or an unknown year."""
    if partial is None or partial.precision is Precision.YEARLESS:
        return None
    year, month, day = (*(int(part) for part in partial.value.split("-")), 1, 1)[:3]
    return date(year, month, day) if year else None  # the calendar has no year 0


@lru_cache(maxsize=4096)
def last_day(partial: PartialDate | None) -> date | None:
    """The last day that a date can mean; ``None`` for no date or an unknown year."""
    first = first_day(partial)
    if first is None or partial is None or partial.precision is Precision.DAY:
        return first
    month = first.month if partial.precision is Precision.MONTH else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def span_of(when: When | None) -> tuple[date | None, date | None]:
    """The first and the last day that a time can mean; ``None`` where that end is open."""
    if when is None:
        return None, None
    return first_day(when.start), last_day(when.end)


def sort_key(when: When | None) -> tuple[str, str, str]:
    """What to sort times by, so that one order holds for all; by the words of the dates."""
    if when is None:
        return "", "", ""
    start = when.start.value if when.start else ""
    return start, when.end.value if when.end else "", when.text or ""
