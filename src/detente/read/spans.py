"""The calendar span of a time expression, and the few ways to make one.

Apart from the families of expressions (`calendar_values`, `relative_values`, `lengths`) that share
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.read.time_words import NUMBERS, SEASON_MONTHS, UNIT_LETTERS

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is reckoned from.

    ``today`` is the day of publication or None; ``tense`` past, present, future or unknown;
    ``anchor`` the last date that the text named before, as an ISO prefix, or None.
    """

    today: date | None
    tense: str
    anchor: str | None = None


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


def make_week(monday: date) -> Span:
    """The seven days from a Monday."""
    year, number, _ = monday.isocalendar()
    return Span(
        start=iso(monday), end=iso(monday + timedelta(days=6)), value=f"{year}-W{number:02d}"
    )


def make_weekend(saturday: date) -> Span:
    """A Saturday and the Sunday after it."""
    year, week, _ = saturday.isocalendar()
    sunday = saturday + timedelta(days=1)
    return Span(start=iso(saturday), end=iso(sunday), value=f"{year}-W{week:02d}-WE")


def shift_month(year: int, month: int, shift: int) -> str:
    """The month that lies ``shift`` months from another, as YYYY-MM."""
    number = year * 12 + month - 1 + shift
    return f"{number // 12}-{number % 12 + 1:02d}"


def parse_number(text: str) -> int | None:
    """The number that digits or a number word stand for, or None."""
    lowered = " ".join(text.lower().split())
    digits = lowered.replace(",", "")
    return int(digits) if digits.isdigit() else NUMBERS.get(lowered)


def parse_unit(text: str) -> str:
    """A unit of time in the singular: "centuries" → century."""
    lowered = text.lower()
    return "century" if lowered == "centuries" else lowered.rstrip("s")


def make_length(number: int | None, unit: str) -> str:
    """The TIMEX3 value of a length of time: "two weeks" → P2W, "some months" → PXM."""
    count = "X" if number is None else str(number * 2 if unit == "fortnight" else number)
    letter = UNIT_LETTERS[unit]
    return f"PT{count}{letter[1:]}" if letter.startswith("T") else f"P{count}{letter}"
