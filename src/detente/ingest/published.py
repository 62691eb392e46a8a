"""Publication dates as people and pages write them, to a PartialDate; nothing is invented."""

from __future__ import annotations

import re

from detente.model.dates import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?$")
_DAY_FIRST = re.compile(r"^(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"^(?:\w+,?\s+)?([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_MONTH_ONLY = re.compile(r"^([A-Za-z]+)\.?,?\s+(\d{4})$")


def parse_published(text: str) -> PartialDate | None:
    """A date in ISO form or with the month in words, as far as it says; None for anything else.

    "April 18, 2022" and "Mon, 18 Apr 2022 09:00 GMT" → 2022-04-18; "4/5/2022" → None, since nobody
    can tell the day from the month.
    """
    text = text.strip()
    if match := _ISO.match(text):
        return _make(match[1], match[2], match[3])
    if match := _DAY_FIRST.match(text):
        return _make(match[3], match[2], match[1])
    if match := _MONTH_FIRST.match(text):
        return _make(match[3], match[1], match[2])
    if match := _MONTH_ONLY.match(text):
        return _make(match[2], match[1], None)
    return None


def _make(year: str, month: str | None, day: str | None) -> PartialDate | None:
    number = None if month is None else _MONTHS.get(month.lower())
    if month is not None and number is None:
        if not month.isdigit():
            return None
        number = int(month)
    value = year
    if number is not None:
        value += f"-{number:02d}"
        value += f"-{int(day):02d}" if day is not None else ""
    try:
        return PartialDate(value)
    except ValueError:
        return None
