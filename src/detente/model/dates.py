"""Dates that are never sharper than the text: an ISO prefix, and a span of two of them.

Apart from the resolver that makes them, because every stage and view compares and shows them.
This module may not read a clock: what "today" is comes in as an argument elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SHAPE = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?)\Z")
_LEAP_YEAR = 2000  # an unknown year may be a leap year, so --02-29 is a date


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEARLESS = "yearless"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: ``2022-02-15``, ``2022-02``, ``2022``, ``--02-15`` or ``--02``.

    Raises: ``ValueError`` where the text is not such a prefix or names no day of the calendar.
    """

    value: str

    def __post_init__(self) -> None:
        match = _SHAPE.match(self.value)
        if match is None:
            raise ValueError(f"{self.value!r} is not an ISO date or a prefix of one")
        year, month, day, month_only, day_only = match.groups()
        try:
            date(int(year or _LEAP_YEAR), int(month or month_only or 1), int(day or day_only or 1))
        except ValueError as error:
            raise ValueError(f"{self.value!r} is not a day of the calendar") from error

    @property
    def precision(self) -> Precision:
        """What is known of it: the day, the month, the year, or all but the year."""
        if self.value.startswith("--"):
            return Precision.YEARLESS
        return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(self.value)]

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When a contact or action was: first and last day, as far as known, and the text's own words.

    A point in time has ``start == end``; an open span has ``None`` at its open end. ``text`` is
    ``None`` only where the time follows from another claim (never for a time the reader made up).
    """

    start: PartialDate | None
    end: PartialDate | None
    text: str | None
