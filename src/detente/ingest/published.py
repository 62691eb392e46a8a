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
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_LEAD = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|issued|released)(?:\s+on|\s+at)?\s*:?\s+)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*\s*)?(?:the\s+)?",
    re.ASCII | re.IGNORECASE,
)
_TIME = r"\d{1,2}(?:[:.]\d{2}|\s*(?:[ap]\.?m\b|gmt\b|utc\b))"
_REST = rf"(?:\s*$|[\s,|(·–-]+(?:at\s+|@\s*)?(?:{_TIME}|gmt\b|utc\b|updated\b|modified\b).*$)"
_SHAPES = tuple(
    re.compile(shape + _REST, re.ASCII | re.IGNORECASE)
    for shape in (
        rf"{_DAY}(?:\s+of)?[\s.-]+{_MONTH}[\s,-]+{_YEAR}",  # 18 April 2022, 18th of April, 2022
        rf"{_MONTH}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}",  # April 18, 2022
        rf"{_YEAR}[\s,-]+{_MONTH}[\s-]+{_DAY}",  # 2022 April 18
        rf"{_MONTH}[\s,-]+{_YEAR}",  # April 2022
        rf"{_YEAR}(?P<sep>[/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})",  # 2022/04/18
        r"(?P<year>(?:1[5-9]|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",  # 20220418
    )
)
_ISO = re.compile(
    rf"{_YEAR}(?:-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}})(?:T\d.*|{_REST})?)?)?\s*$",
    re.ASCII | re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}{_REST}",
    re.ASCII | re.IGNORECASE,
)


def parse_published(text: str) -> PartialDate | None:
    """A date in ISO form or with the month in words, as far as it says; None for anything else.

    "April 18, 2022", "Mon, 18 Apr 2022 09:00 GMT" and "18/4/2022" → 2022-04-18; "4/5/2022" → None,
    since nobody can tell the day from the month; "yesterday" → None; "April 18" → None.
    """
    text = _LEAD.sub("", " ".join(text.split()), count=1)
    for shape in (_ISO, *_SHAPES):
        if match := shape.match(text):
            parts = match.groupdict()
            return _make(parts["year"], parts["month"], parts.get("day"))
    if match := _NUMBERS.match(text):
        return _make_of_numbers(match)
    return None


def _make_of_numbers(match: re.Match[str]) -> PartialDate | None:
    """Two numbers and a year, where one cannot be a month or both are the same.

    With points between them the day stands first: nobody writes the month so.
    """
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or first == second or match["sep"] == ".":
        return _make(match["year"], match["second"], match["first"])
    if second > 12:
        return _make(match["year"], match["first"], match["second"])
    return None


def _make(year: str, month: str | None, day: str | None) -> PartialDate | None:
    value = year
    if month is not None:
        number = _MONTHS.get(month.lower()) or int(month)
        value += f"-{number:02d}"
        value += f"-{int(day):02d}" if day is not None else ""
    try:
        return PartialDate(value)
    except ValueError:
        return None
