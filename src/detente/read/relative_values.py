"""Spans of expressions that count from the day of publication: "Monday", "last week", "days ago".

Without that day most of them mean nothing and give None; a weekday keeps its name.
"""

from __future__ import annotations

from datetime import date, timedelta

from detente.read.spans import Parts, Span, iso, make_season, parse_number, point
from detente.read.time_words import MONTHS, SEASON_MONTHS, SEASONS, WEEKDAYS

_BACK = frozenset({"last", "past", "the past", "the previous"})
_AHEAD = frozenset({"next", "coming", "the coming", "the following"})


def resolve_weekday(parts: Parts, today: date | None, tense: str) -> Span:
    """The day of "Monday", "last Friday" or "Tuesday night"."""
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
    span = point(iso(day))
    return (
        span
        if part is None
        else Span(start=span.start, end=span.end, type="TIME", value=f"{span.start}{part}")
    )


def resolve_weekend(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The days of "over the weekend"."""
    if today is None:
        return None
    return _weekend(today, 1 if tense == "future" else 0 if today.weekday() >= 5 else -1)


def resolve_relative(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The days of "last week", "next month" or "this spring"."""
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
        return point(_shift_month(today, shift))
    if unit == "year":
        return point(str(today.year + shift))
    if unit in SEASONS:
        year = today.year + shift
        if shift == -1 and SEASON_MONTHS[SEASONS[unit]][1] < today.month:
            year = today.year  # "last summer" in December is this year's
        return make_season(SEASONS[unit], year)
    if unit in MONTHS:
        return _relative_month(MONTHS[unit], shift, today)
    return None


def resolve_ago(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The time of "three days ago" or "a month from now"."""
    way = parts["way"].lower()
    if way not in ("ago", "from now") or today is None:
        return None
    return _away(parts, today, -1 if way == "ago" else 1)


def resolve_hence(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The time of "in three days", if the tense is not past."""
    if today is None or tense in ("past", "present"):
        return None
    return _away(parts, today, 1)


def resolve_recent(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The span of "the past two weeks" or "recent months", open where it has no number."""
    if today is None:
        return None
    way = parts["way"].lower()
    if way in ("coming", "next"):
        return Span(start=iso(today), end=None, value="FUTURE_REF")
    number = parse_number(parts["n"]) if "n" in parts else None
    unit = parts["u"].lower()
    if number is not None or not unit.endswith("s"):
        away = _away({"n": str(number or 1), "u": unit}, today, -1)
        start = away.start if away is not None else None
        return Span(start=start, end=iso(today), type="DURATION")
    return Span(start=None, end=iso(today), value="PAST_REF")


def resolve_day_word(parts: Parts, today: date | None, tense: str) -> Span | None:
    """The day of "today", "yesterday" or "last night"."""
    if today is None:
        return None
    word = (parts.get("day") or "").lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if "lastnight" in parts:
        offset = -1
    return point(iso(today + timedelta(days=offset)))


def _weekend(today: date, shift: int) -> Span:
    """Saturday and Sunday: of last week (-1), of this one (0), the next to come (1)."""
    monday = today - timedelta(days=today.weekday())
    saturday = monday + timedelta(days=5 + 7 * min(shift, 0))
    year, week, _ = saturday.isocalendar()
    return Span(
        start=iso(saturday),
        end=iso(saturday + timedelta(days=1)),
        value=f"{year}-W{week:02d}-WE",
    )


def _relative_month(month: int, shift: int, today: date) -> Span:
    year = today.year
    if shift == -1:
        year -= month >= today.month
    elif shift == 1:
        year += month <= today.month
    return point(f"{year}-{month:02d}")


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
    return Span(start=iso(start), end=iso(end), value=f"{year}-W{number:02d}")


def _shift_month(today: date, shift: int) -> str:
    number = today.year * 12 + today.month - 1 + shift
    return f"{number // 12}-{number % 12 + 1:02d}"


def _away(parts: Parts, today: date, sign: int) -> Span | None:
    number = parse_number(parts["n"])
    unit = parts["u"].lower().rstrip("s")
    if number is None:
        return None
    if unit == "day":
        return point(iso(today + timedelta(days=sign * number)))
    if unit == "week":
        return _week(today, sign * number, None, "unknown")
    if unit == "month":
        return point(_shift_month(today, sign * number))
    if unit == "year":
        return point(str(today.year + sign * number))
    if unit == "decade":
        return point(str(today.year + sign * 10 * number))
    if unit in ("hour", "minute"):
        return point(iso(today))
    return None
