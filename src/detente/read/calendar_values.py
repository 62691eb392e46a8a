"""Spans of dates that the calendar names: days, months, seasons, quarters, years, holidays.

A year that the words leave out comes from the day of publication, or stays unknown.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date

from detente.lexicon.holidays import find_day, load_holidays
from detente.read.spans import Context, Parts, Span, iso, make_season, point
from detente.read.time_words import MONTHS, ORDINALS, SEASON_MONTHS, SEASONS

_NEAR = 62  # days ahead to which a yearless date of no tense may point; beyond, it is last year's
_NEAR_MONTHS = 2  # the same for a bare month
_YEAR_WORDS = {"last year": -1, "this year": 0, "the year": 0, "next year": 1}
_CENTURY_OF_SHORT = 1900  # "the '90s"


def resolve_iso(parts: Parts, context: Context) -> Span:
    """The day of "2024-05-17"."""
    return point(iso(date(int(parts["y"]), int(parts["m"]), int(parts["d"]))))


def resolve_day(parts: Parts, context: Context) -> Span:
    """The day of "May 17" or "17 May 2024"."""
    return point(_date_of(parts.get("y"), _month(parts["m"]), _day(parts["d"]), context))


def resolve_range(parts: Parts, context: Context) -> Span:
    """The days of "May 17–19" or "May 30 to June 2"; a range may run into the next year."""
    first = _month(parts.get("m1") or parts["m"])
    last = _month(parts.get("m2") or parts["m"])
    year, goes_over = parts.get("y"), last < first
    first_year = parts.get("y1") or (str(int(year) - goes_over) if year else None)
    start = _date_of(first_year, first, _day(parts["d1"]), context)
    if year is None and not start.startswith("--"):
        year = str(int(start[:4]) + goes_over)
    return _order(Span(start=start, end=_date_of(year, last, _day(parts["d2"]), context)))


def resolve_months(parts: Parts, context: Context) -> Span:
    """The months of "July and September" or "March to May 2024"."""
    first, last = _month(parts["m1"]), _month(parts["m2"])
    year = parts.get("y")
    if year is not None:
        return Span(start=f"{int(year) - (last < first)}-{first:02d}", end=f"{year}-{last:02d}")
    if context.today is None:
        return Span(start=f"--{first:02d}", end=f"--{last:02d}")
    leading = last if context.tense == "past" else first  # what must lie on its side of today
    known = _year_of_month(leading, context)
    start = known - (last < first) if context.tense == "past" else known
    return Span(start=f"{start}-{first:02d}", end=f"{start + (last < first)}-{last:02d}")


def resolve_month_year(parts: Parts, context: Context) -> Span | None:
    """The month of "May 2024" or "January this year"."""
    year = _find_year(parts["y"], context)
    return point(f"{year}-{_month(parts['m']):02d}") if year else None


def resolve_month(parts: Parts, context: Context) -> Span:
    """The month of "in May": the nearest that the tense allows."""
    month = _month(parts["m"])
    if context.today is None:
        return point(f"--{month:02d}")
    return point(f"{_year_of_month(month, context)}-{month:02d}")


def resolve_season(parts: Parts, context: Context) -> Span | None:
    """The months of "spring 2024", or of "in the fall": the nearest that the tense allows."""
    code = SEASONS[parts["s"].lower()]
    if parts.get("y"):
        return make_season(code, int(parts["y"]))
    if context.today is None:
        return Span(value=f"XXXX-{code}")
    first, last = SEASON_MONTHS[code]
    year = context.today.year
    if context.tense == "future":
        year += context.today.month > last >= first
    elif context.today.month < first:
        year -= context.tense != "present"
    return make_season(code, year)


def resolve_quarter(parts: Parts, context: Context) -> Span | None:
    """The months of "the first quarter of 2024" or "the second half of last year"."""
    is_half = parts["q_unit"].lower() == "half"
    number = min(ORDINALS[parts["q"].lower()], 2 if is_half else 4)
    year = _find_year(parts.get("y") or "the year", context)
    if year is None:
        return Span(value=f"XXXX-{'H' if is_half else 'Q'}{number}")
    length = 6 if is_half else 3
    return Span(
        start=f"{year}-{length * (number - 1) + 1:02d}",
        end=f"{year}-{length * number:02d}",
        value=f"{year}-{'H' if is_half else 'Q'}{number}",
    )


def resolve_decade(parts: Parts, context: Context) -> Span:
    """The years of "the 1990s"."""
    year = int(parts["y"]) if "y" in parts else _CENTURY_OF_SHORT + int(parts["y2"])
    return Span(start=str(year), end=str(year + 9), value=str(year)[:3])


def resolve_century(parts: Parts, context: Context) -> Span:
    """The years of "the 19th century"."""
    first = (int(parts["c"]) - 1) * 100
    return Span(start=str(first), end=str(first + 99), value=str(first)[:2])


def resolve_year(parts: Parts, context: Context) -> Span:
    """The year of "in 2024"."""
    return point(parts["y"])


def resolve_years(parts: Parts, context: Context) -> Span | None:
    """The years of "1996 to 1999", "2010–14"; None where the second is not the later one."""
    first, last = parts["y1"], parts["y2"]
    last = first[:2] + last if len(last) == 2 else last
    return Span(start=first, end=last) if int(first) < int(last) else None


def resolve_holiday(parts: Parts, context: Context) -> Span:
    """The day of "Christmas" or "Labor Day"."""
    holiday = load_holidays()[parts["h"].lower().replace("’", "'")]
    if parts.get("y"):
        return point(iso(find_day(holiday, int(parts["y"]))))
    if context.today is None:
        if holiday.rule:
            return Span(value="XXXX-XX-XX")
        return point(f"--{holiday.month:02d}-{holiday.day:02d}")
    year = context.today.year
    options = (find_day(holiday, year + shift) for shift in (-1, 0, 1))
    return point(iso(_choose(options, context.today, context.tense)))


def _find_year(text: str, context: Context) -> str | None:
    if text.isdigit():
        return text
    if context.today is None:
        return None
    return str(context.today.year + _YEAR_WORDS[text.lower()])


def _year_of_month(month: int, context: Context) -> int:
    """The year of a bare month; only where the day of publication is known."""
    today = context.today
    if today is None:
        raise ValueError("a month has no year without a day of publication")
    if context.tense == "future":
        return today.year + (month < today.month)
    is_ahead = month > today.month
    is_far = month - today.month > _NEAR_MONTHS
    return today.year - (is_ahead and (context.tense == "past" or is_far))


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def _date_of(year: str | None, month: int, day: int, context: Context) -> str:
    date(2000, month, day)  # refuses what no calendar has
    if year is not None:
        return iso(date(int(year), month, day))
    if context.today is None:
        return f"--{month:02d}-{day:02d}"
    this_year = context.today.year
    options = (
        date(item, month, day)
        for item in (this_year - 1, this_year, this_year + 1)
        if day <= calendar.monthrange(item, month)[1]
    )
    return iso(_choose(options, context.today, context.tense))


def _choose(options: Iterable[date], today: date, tense: str) -> date:
    """The day that the tense allows, nearest to the day of publication."""
    days = list(options)
    if tense == "past":
        fitting = [item for item in days if item <= today]
    elif tense == "future":
        fitting = [item for item in days if item >= today]
    else:
        fitting = [item for item in days if (item - today).days <= _NEAR]
    return min(fitting or days, key=lambda item: abs((item - today).days))


def _order(span: Span) -> Span:
    """Refuses a span whose end lies before its start: "May 19-17" is no range."""
    if span.start and span.end and span.start[:2] != "--" and span.end < span.start:
        raise ValueError("a span ends before it begins")
    return span
