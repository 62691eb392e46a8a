"""From the parts of a time expression to its calendar span, by kind, against a day.

``today`` is the day of publication or None; then only what stands in the words is known.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.read.time_words import HOLIDAYS, MONTHS, NUMBERS, SEASON_MONTHS, SEASONS, WEEKDAYS

Parts = dict[str, str]
_NEAR = 62  # days ahead to which a yearless date of no tense may point; beyond, it is last year's
_BACK = frozenset({"last", "past", "the past", "the previous"})
_AHEAD = frozenset({"next", "coming", "the coming", "the following"})


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


def find_span(kind: str, parts: Parts, today: date | None, tense: str) -> Span | None:
    """The span of an expression of a kind; None where it means nothing without an anchor."""
    try:
        return _RESOLVERS[kind](parts, today, tense)
    except ValueError:
        return None  # "February 30": no day of the calendar


def _point(value: str) -> Span:
    return Span(start=value, end=value)


def _iso(day: date) -> str:
    return day.isoformat()


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def _resolve_iso(parts: Parts, today: date | None, tense: str) -> Span:
    return _point(_iso(date(int(parts["y"]), int(parts["m"]), int(parts["d"]))))


def _resolve_day(parts: Parts, today: date | None, tense: str) -> Span:
    return _point(_date_of(parts.get("y"), _month(parts["m"]), _day(parts["d"]), today, tense))


def _date_of(year: str | None, month: int, day: int, today: date | None, tense: str) -> str:
    date(2000, month, day)  # refuses what no calendar has
    if year is not None:
        return _iso(date(int(year), month, day))
    if today is None:
        return f"--{month:02d}-{day:02d}"
    return _iso(_nearest(month, day, today, tense))


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


def _resolve_range(parts: Parts, today: date | None, tense: str) -> Span:
    first = _month(parts.get("m1") or parts["m"])
    last = _month(parts.get("m2") or parts["m"])
    year = parts.get("y")
    start = _date_of(year, first, _day(parts["d1"]), today, tense)
    end_year = year if year or today is None else start[:4]
    end = _date_of(end_year, last, _day(parts["d2"]), today, tense)
    return Span(start=start, end=end)


def _resolve_month_year(parts: Parts, today: date | None, tense: str) -> Span:
    return _point(f"{parts['y']}-{_month(parts['m']):02d}")


def _resolve_month(parts: Parts, today: date | None, tense: str) -> Span:
    month = _month(parts["m"])
    if today is None:
        return _point(f"--{month:02d}")
    year = today.year
    if tense == "future":
        year += month < today.month
    elif month > today.month and (tense == "past" or (month - today.month) > 2):
        year -= 1
    return _point(f"{year}-{month:02d}")


def _resolve_season(parts: Parts, today: date | None, tense: str) -> Span:
    return _season(SEASONS[parts["s"].lower()], int(parts["y"]))


def _season(code: str, year: int) -> Span:
    first, last = SEASON_MONTHS[code]
    end_year = year + (last < first)
    return Span(start=f"{year}-{first:02d}", end=f"{end_year}-{last:02d}", value=f"{year}-{code}")


def _resolve_quarter(parts: Parts, today: date | None, tense: str) -> Span | None:
    number = ("first", "second", "third", "fourth").index(parts["q"]) + 1
    text = parts.get("y")
    if text is None or not text.isdigit():
        if today is None:
            return None
        shift = {"last year": -1, "next year": 1}.get(text or "", 0)
        text = str(today.year + shift)
    start, end = f"{text}-{3 * number - 2:02d}", f"{text}-{3 * number:02d}"
    return Span(start=start, end=end, value=f"{text}-Q{number}")


def _resolve_decade(parts: Parts, today: date | None, tense: str) -> Span:
    year = int(parts["y"])
    return Span(start=str(year), end=str(year + 9), value=str(year)[:3])


def _resolve_year(parts: Parts, today: date | None, tense: str) -> Span:
    return _point(parts["y"])


def _resolve_weekday(parts: Parts, today: date | None, tense: str) -> Span:
    wanted = WEEKDAYS[parts["w"].lower().rstrip(".")]
    if today is None:
        return Span(value=f"XXXX-WXX-{wanted + 1}")
    back = (today.weekday() - wanted) % 7
    shift = (parts.get("shift") or "").lower()
    if shift in ("last", "the past"):
        day = today - timedelta(days=back or 7)
    elif shift in ("next", "coming"):
        day = today + timedelta(days=((wanted - today.weekday()) % 7) or 7)
    elif tense == "future":
        day = today + timedelta(days=(wanted - today.weekday()) % 7)
    else:
        day = today - timedelta(days=back)
    part = {"night": "TNI", "evening": "TEV", "morning": "TMO", "afternoon": "TAF"}.get(
        parts.get("part") or ""
    )
    span = _point(_iso(day))
    return (
        span
        if part is None
        else Span(start=span.start, end=span.end, type="TIME", value=f"{span.start}{part}")
    )


def _resolve_weekend(parts: Parts, today: date | None, tense: str) -> Span | None:
    if today is None:
        return None
    return _weekend(today, 1 if tense == "future" else 0 if today.weekday() >= 5 else -1)


def _weekend(today: date, shift: int) -> Span:
    """Saturday and Sunday: of last week (-1), of this one (0), the next to come (1)."""
    monday = today - timedelta(days=today.weekday())
    saturday = monday + timedelta(days=5 + 7 * min(shift, 0))
    year, week, _ = saturday.isocalendar()
    return Span(
        start=_iso(saturday),
        end=_iso(saturday + timedelta(days=1)),
        value=f"{year}-W{week:02d}-WE",
    )


def _resolve_relative(parts: Parts, today: date | None, tense: str) -> Span | None:
    if today is None:
        return None
    word = parts["shift"].lower()
    shift = -1 if word in _BACK else 1 if word in _AHEAD else 0
    unit = parts["u"].lower().rstrip(".")
    if unit == "weekend":
        return _weekend(today, shift if shift else (0 if tense != "past" else -1))
    if unit == "week":
        return _week(today, shift, parts.get("mod"), tense)
    if unit == "month":
        return _point(_shift_month(today, shift))
    if unit == "year":
        return _point(str(today.year + shift))
    if unit in SEASONS:
        year = today.year + shift
        if shift == -1 and SEASON_MONTHS[SEASONS[unit]][1] < today.month:
            year = today.year  # "last summer" in December is this year's
        return _season(SEASONS[unit], year)
    if unit in MONTHS:
        return _relative_month(MONTHS[unit], shift, today)
    return None


def _relative_month(month: int, shift: int, today: date) -> Span:
    year = today.year
    if shift == -1:
        year -= month >= today.month
    elif shift == 1:
        year += month <= today.month
    return _point(f"{year}-{month:02d}")


def _week(today: date, shift: int, mod: str | None, tense: str) -> Span:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    sunday = monday + timedelta(days=6)
    year, number, _ = monday.isocalendar()
    start, end = monday, sunday
    if shift == 0:
        if tense == "future" or mod == "later":
            start = today
        elif tense == "past" or mod == "earlier":
            end = today
    return Span(start=_iso(start), end=_iso(end), value=f"{year}-W{number:02d}")


def _shift_month(today: date, shift: int) -> str:
    number = today.year * 12 + today.month - 1 + shift
    return f"{number // 12}-{number % 12 + 1:02d}"


def _resolve_ago(parts: Parts, today: date | None, tense: str) -> Span | None:
    way = parts["way"].lower()
    if way not in ("ago", "from now") or today is None:
        return None
    return _away(parts, today, -1 if way == "ago" else 1)


def _resolve_hence(parts: Parts, today: date | None, tense: str) -> Span | None:
    if today is None or tense in ("past", "present"):
        return None
    return _away(parts, today, 1)


def _away(parts: Parts, today: date, sign: int) -> Span | None:
    number = _number(parts["n"])
    unit = parts["u"].lower().rstrip("s")
    if number is None:
        return None
    if unit == "day":
        return _point(_iso(today + timedelta(days=sign * number)))
    if unit == "week":
        return _week(today, sign * number, None, "unknown")
    if unit == "month":
        return _point(_shift_month(today, sign * number))
    if unit == "year":
        return _point(str(today.year + sign * number))
    if unit == "decade":
        return _point(str(today.year + sign * 10 * number))
    if unit in ("hour", "minute"):
        return _point(_iso(today))
    return None


def _resolve_recent(parts: Parts, today: date | None, tense: str) -> Span | None:
    if today is None:
        return None
    way = parts["way"].lower()
    if way in ("coming", "next"):
        return Span(start=_iso(today), end=None, value="FUTURE_REF")
    number = _number(parts["n"]) if "n" in parts else None
    unit = parts["u"].lower()
    if number is not None or not unit.endswith("s"):
        away = _away({"n": str(number or 1), "u": unit}, today, -1)
        start = away.start if away is not None else None
        return Span(start=start, end=_iso(today), type="DURATION")
    return Span(start=None, end=_iso(today), value="PAST_REF")


def _resolve_duration(parts: Parts, today: date | None, tense: str) -> Span:
    number = _number(parts["n"])
    unit = parts["u"].lower().rstrip("s")
    letter = {"hour": "TH", "minute": "TM"}.get(unit, unit[0].upper())
    return Span(type="DURATION", value=f"P{number if number is not None else 'X'}{letter}")


def _resolve_day_word(parts: Parts, today: date | None, tense: str) -> Span | None:
    if today is None:
        return None
    word = (parts.get("day") or "").lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if "lastnight" in parts:
        offset = -1
    return _point(_iso(today + timedelta(days=offset)))


def _resolve_holiday(parts: Parts, today: date | None, tense: str) -> Span:
    month, day = HOLIDAYS[parts["h"].lower().replace("’", "'")]
    return _point(_date_of(None, month, day, today, tense))


def _resolve_soon(parts: Parts, today: date | None, tense: str) -> Span:
    word = parts["now"].lower()
    value = {"recently": "PAST_REF", "soon": "FUTURE_REF", "shortly": "FUTURE_REF"}.get(word)
    return Span(value=value or "PRESENT_REF")


def _resolve_anchored(parts: Parts, today: date | None, tense: str) -> None:
    return None


def _number(text: str) -> int | None:
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else NUMBERS.get(lowered)


_RESOLVERS: dict[str, Callable[[Parts, date | None, str], Span | None]] = {
    "iso": _resolve_iso,
    "range_two_months": _resolve_range,
    "range_month_first": _resolve_range,
    "range_day_first": _resolve_range,
    "month_day": _resolve_day,
    "day_month": _resolve_day,
    "month_year": _resolve_month_year,
    "season_year": _resolve_season,
    "quarter_year": _resolve_quarter,
    "decade": _resolve_decade,
    "relative_unit": _resolve_relative,
    "weekday": _resolve_weekday,
    "weekend": _resolve_weekend,
    "ago": _resolve_ago,
    "recent": _resolve_recent,
    "hence": _resolve_hence,
    "duration": _resolve_duration,
    "day_word": _resolve_day_word,
    "anchored": _resolve_anchored,
    "holiday": _resolve_holiday,
    "year_noun": _resolve_year,
    "month": _resolve_month,
    "month_mod": _resolve_month,
    "year": _resolve_year,
    "soon": _resolve_soon,
}
