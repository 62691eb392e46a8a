"""Days with a name: which day "Christmas" or "Labor Day" is in a year.

Rows of `holidays.toml`: a fixed day, a day counted from Easter, or the nth weekday of a month.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from detente.errors import LexiconError
from detente.lexicon import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One row; ``offset`` counts days from Easter Sunday, ``nth`` may be -1 for the last."""

    names: tuple[str, ...]
    example: str
    month: int = 0
    day: int = 0
    rule: str = ""
    offset: int = 0
    weekday: int = 0
    nth: int = 0


@lru_cache(maxsize=1)
def load_holidays() -> dict[str, Holiday]:
    """The packaged days by each of their names, in lower case.

    Raises: ``LexiconError`` where the table is wrong.
    """
    rows = load_table("holidays", Holiday)
    for row in rows:
        is_fixed = not row.rule and row.month and row.day
        if not is_fixed and row.rule not in ("easter", "nth"):
            raise LexiconError(
                f"holidays.toml, {row.names[0]}", "names no day", "give month and day, or a rule"
            )
    return {name: row for row in rows for name in row.names}


def find_day(holiday: Holiday, year: int) -> date:
    """The day of a holiday in a year of the Gregorian calendar.

    Raises: ``ValueError`` for a day that no calendar has.
    """
    if holiday.rule == "easter":
        return find_easter(year) + timedelta(days=holiday.offset)
    if holiday.rule == "nth":
        length = calendar.monthrange(year, holiday.month)[1]
        days = [date(year, holiday.month, day) for day in range(1, length + 1)]
        fitting = [day for day in days if day.weekday() == holiday.weekday]
        return fitting[holiday.nth if holiday.nth < 0 else holiday.nth - 1]
    return date(year, holiday.month, holiday.day)


def find_easter(year: int) -> date:
    """Easter Sunday of the Western churches.

    Source: the anonymous Gregorian algorithm (Nature, 1876), as given by Meeus.
    Raises: ``ValueError`` for a year that ``date`` does not hold.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    quarter, part = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - quarter - shift + 15) % 30
    leap, left = divmod(rest, 4)
    week = (32 + 2 * part + 2 * leap - moon - left) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
