"""Terms of office as spans of days: the earliest and latest day that a coarse date may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

OPEN = date(9999, 12, 31)  # "" as an end: still in office


def parse_first_day(text: str) -> date:
    """The earliest day of an ISO prefix: "2003-05" → 1 May 2003.

    Raises: ``ValueError`` where the text is no such date.
    """
    year, month, day = _split(text)
    return date(year, month or 1, day or 1)


def parse_last_day(text: str) -> date:
    """The latest day of an ISO prefix: "2003-05" → 31 May 2003; "" → `OPEN`.

    Raises: ``ValueError`` where the text is no such date.
    """
    if not text:
        return OPEN
    year, month, day = _split(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def is_after(later: str, earlier: str) -> bool:
    """Whether one end is surely after another start, whatever the missing parts are."""
    first = parse_first_day(later) if later else OPEN
    return first > parse_last_day(earlier)


def count_years(start: str, end: str) -> float:
    """The years between two dates at the least, 0 where they may touch."""
    span = parse_first_day(end) - parse_last_day(start)
    return max(span, timedelta(0)).days / 365.25


def _split(text: str) -> tuple[int, int, int]:
    parts = text.split("-")
    if len(parts) > 3 or [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
        raise ValueError(f"{text!r} is not written YYYY, YYYY-MM or YYYY-MM-DD")
    numbers = [int(part) for part in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2]
