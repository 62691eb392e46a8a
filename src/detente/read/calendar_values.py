"""Spans of dates that the calendar names: days, months, seasons, quarters, years, holidays.

A year that the words leave out comes from the day of publication, or stays unknown.
"""

from __future__ import annotations

import calendar
from datetime import date

from detente.read.spans import Parts, Span, iso, make_season, point
from detente.read.time_words import HOLIDAYS, MONTHS, SEASONS

_NEAR = 62  # days ahead to which a yearless date of no tense may point; beyond, it is last year's


def resolve_iso(parts: Parts, today: date | None, tense: str) -> Span:
    """The day of "2024-05-17"."""
    return point(iso(date(int(parts["y"]), int(parts["m"]), int(parts["d"]))))


def resolve_day(parts: Parts, today: date | None, tense: str) -> Span:
    """The day of "May 17" or "17 May 2024"."""
    return point(_date_of(parts.get("y"), _month(parts["m"]), _day(parts["d"]), today, tense))


def resolve_range(parts: Parts, today: date | None, tense: str) -> Span:
    """The days of "May 17–19" or "May 30 to June 2"."""
    first = _month(parts.get("m1") or parts["m"])
    last = _month(parts.get("m2") or parts["m"])
    year = parts.get("y")
    start = _date_of(year, first, _day(parts["d1"]), today, tense)
    end_year = year if year or today is None else start[:4]
    end = _date_of(end_year, last, _day(parts["d2"]), today, tense)
    return Span(start=start, end=end)


def resolve_month_year(parts: Parts, today: date | None, tense: str) -> Span:
    """The month of "May 2024"."""
    return point(f"{parts['y']}-{_month(parts['m']):02d}")


def resolve_month(parts: Parts, today: date | None, tense: str) -> Span:
    """The month of "in May": the nearest that the tense allows."""
    month = _month(parts["m"])
    if today is None:
        return point(f"--{month:02d}")
    year = today.year
    if tense == "future":
        year += month < today.month
    elif month > today.month and (tense == "past" or (month - today.month) > 2):
        year -= 1
    return point(f"{year}-{month:02d}")


def resolve_season(parts: Parts, today: date | None, tense: str) -> Span:
    """The months of "spring 2024"."""
    return make_season(SEASONS[parts["s"].lower()], int(parts["y"]))


def resolve_quarter(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The months of "the first quarter of 2024" or "of last year"."""
    number = ("first", "second", "third", "fourth").index(parts["q"]) + 1
    text = parts.get("y")
    if text is None or not text.isdigit():
        if today is None:
            return None
        shift = {"last year": -1, "next year": 1}.get(text or "", 0)
        text = str(today.year + shift)
    start, end = f"{text}-{3 * number - 2:02d}", f"{text}-{3 * number:02d}"
    return Span(start=start, end=end, value=f"{text}-Q{number}")


def resolve_decade(parts: Parts, today: date | None, tense: str) -> Span:
    """The years of "the 1990s"."""
    year = int(parts["y"])
    return Span(start=str(year), end=str(year + 9), value=str(year)[:3])


def resolve_year(parts: Parts, today: date | None, tense: str) -> Span:
    """The year of "in 2024"."""
    return point(parts["y"])


def resolve_holiday(parts: Parts, today: date | None, tense: str) -> Span:
    """The day of "Christmas" or "New Year's Eve"."""
    month, day = HOLIDAYS[parts["h"].lower().replace("’", "'")]
    return point(_date_of(None, month, day, today, tense))


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def _date_of(year: str | None, month: int, day: int, today: date | None, tense: str) -> str:
    date(2000, month, day)  # refuses what no calendar has
    if year is not None:
        return iso(date(int(year), month, day))
    if today is None:
        return f"--{month:02d}-{day:02d}"
    return iso(_nearest(month, day, today, tense))


def _nearest(month: int, day: int, today: date, tense: str) -> date:
    """The day of that name that the tense allows, nearest to the day of publication."""
    options = []
    for year in (today.year - 1, today.year, today.year + 1):
        if day <= calendar.monthrange(year, month)[1]:
            options.append(date(year, month, day))
    if tense == "past":
        options = [item for item in options if item <= today] or options
    elif tense == "future":
        options = [item for item in options if item >= today] or options
    else:
        options = [item for item in options if (item - today).days <= _NEAR] or options
    return min(options, key=lambda item: abs((item - today).days))
