"""The calendar span of a time expression, and the few ways to make one.

Apart from the two families of expressions (`calendar_values`, `relative_values`) that share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.read.time_words import NUMBERS, SEASON_MONTHS

Parts = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """First and last day as ISO prefixes (None: open or unknown), TIMEX3 type and value."""

    start: str | None = None
    end: str | None = None
    type: str = "DATE"
    value: str = ""

    @property
    def is_point(self) -> bool:
        """Whether it is one day, month or year."""
        return self.start == self.end


def point(value: str) -> Span:
    """The span that starts and ends with one ISO prefix."""
    return Span(start=value, end=value)


def iso(day: date) -> str:
    """The day as YYYY-MM-DD."""
    return day.isoformat()


def make_season(code: str, year: int) -> Span:
    """The months of a season by its TIMEX3 code; a winter ends in the year after."""
    first, last = SEASON_MONTHS[code]
    end_year = year + (last < first)
    return Span(start=f"{year}-{first:02d}", end=f"{end_year}-{last:02d}", value=f"{year}-{code}")


def parse_number(text: str) -> int | None:
    """The number that digits or a number word stand for, or None."""
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else NUMBERS.get(lowered)
