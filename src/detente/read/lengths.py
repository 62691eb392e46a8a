"""Lengths of time, repeated times and vague ones, and what counts from now by a number of units.

"two years" has a length and no place on the calendar; "two years ago" has both.
"""

from __future__ import annotations

from datetime import timedelta

from detente.read.relative_values import shift_unit
from detente.read.spans import Context, Parts, Span, iso, make_length, parse_number, parse_unit
from detente.read.time_words import NOW_VALUES, SETS, WEEKDAYS

_BACKWARDS = frozenset({"ago"})
_FORWARDS = frozenset({"from now", "hence"})
_FROM_ANCHOR = {"earlier": -1, "before": -1, "prior": -1, "previously": -1, "later": 1, "after": 1}
_COMING = frozenset({"coming", "next", "upcoming", "following", "ahead", "to come"})
_PREFIX = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7}


def resolve_ago(parts: Parts, context: Context) -> Span | None:
    """The time of "three days ago", "a month from now"; "later" counts from a date named before."""
    way, unit = parts["way"].lower(), parse_unit(parts["u"])
    number = parse_number(parts["n"]) if "n" in parts else None
    if "half_of" in parts:
        return _half_ago(unit, way, context)
    if number is None:
        return Span(value="PAST_REF") if way == "ago" else None
    base, sign = _find_base(way, context)
    if base is None:
        return Span(type="DURATION", value=make_length(number, unit))
    found = shift_unit(base, unit, sign * number)
    if "n1" not in parts or found is None:
        return found
    other = shift_unit(base, unit, sign * (parse_number(parts["n1"]) or number))
    first, last = sorted((found, other or found), key=lambda item: item.start or "")
    return Span(start=first.start, end=last.end)


def resolve_hence(parts: Parts, context: Context) -> Span | None:
    """The time of "in three days" to come; of the past it is how long something took."""
    number, unit = parse_number(parts["n"]), parse_unit(parts["u"])
    if number is None or context.tense != "future" or context.today is None:
        return Span(type="DURATION", value=make_length(number, unit))
    return shift_unit(iso(context.today), unit, number)


def resolve_recent(parts: Parts, context: Context) -> Span | None:
    """The span of "the past two weeks", "the coming days" or "recent months".

    Without a number the far end is open. The near end is as coarse as the unit.
    """
    unit, way = parse_unit(parts["u"]), parts["way"].lower()
    text = "one" if "one" in parts else parts.get("n", "").lower()
    number = 2 if text == "couple of" else parse_number(text)
    length = make_length(number, unit)
    if context.today is None:
        return Span(type="DURATION", value=length)
    today = iso(context.today)
    if way in _COMING:
        far = shift_unit(today, unit, number) if number is not None else None
        return Span(
            start=today, end=far.end if far is not None else None, type="DURATION", value=length
        )
    near = today[: _PREFIX.get(unit, 10)]
    if number is None:
        return Span(start=None, end=near, type="DURATION", value=length)
    if unit == "week":
        start = iso(context.today - timedelta(weeks=number))
    else:
        start = (shift_unit(today, unit, -number) or Span()).start or today
    return Span(start=start, end=near, type="DURATION", value=length)


def resolve_length(parts: Parts, context: Context) -> Span:
    """The length of "two years", "six-month", "a week-long"."""
    text = parts.get("n", "one").lower()
    unit = parse_unit(parts["u"])
    if text == "half a":
        return Span(type="DURATION", value={"year": "P6M", "day": "PT12H"}.get(unit, "PX"))
    number = 1 if text in ("the entire", "the whole") else parse_number(text)
    if "n" not in parts and parts["u"].lower().endswith("s"):
        number = None
    return Span(type="DURATION", value=make_length(number, unit))


def resolve_set(parts: Parts, context: Context) -> Span:
    """The period of "every week", "every other day", "every Monday", "twice a year"."""
    unit = parse_unit(parts["u"])
    if unit in WEEKDAYS:
        return Span(type="SET", value=f"XXXX-WXX-{WEEKDAYS[unit] + 1}")
    text = parts.get("n", "").lower()
    number = 2 if text == "other" else parse_number(text) if text else 1
    if unit in ("morning", "evening", "night", "spring", "summer", "fall", "autumn", "winter"):
        return Span(type="SET", value="P1D" if unit in ("morning", "evening", "night") else "P1Y")
    return Span(type="SET", value=make_length(number, unit))


def resolve_set_word(parts: Parts, context: Context) -> Span:
    """The period of "daily", "annual"."""
    return Span(type="SET", value=SETS[parts["set"].lower()])


def resolve_weekday_set(parts: Parts, context: Context) -> Span:
    """The days of "Mondays"."""
    return Span(type="SET", value=f"XXXX-WXX-{WEEKDAYS[parts['w'].lower().rstrip('s')] + 1}")


def resolve_vague(parts: Parts, context: Context) -> Span:
    """Past, present or future of "recently", "now", "soon"."""
    word = parts["now"].lower()
    return Span(value=next(value for value, words in NOW_VALUES.items() if word in words))


def resolve_clock(parts: Parts, context: Context) -> Span:
    """The hour of "8 a.m.": on the day named before, or of publication, if one is known."""
    hour, minute = int(parts["hour"]), parts.get("minute") or "00"
    half = (parts.get("half_day") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    anchor = context.anchor if context.anchor and len(context.anchor) == 10 else None
    day = anchor or (iso(context.today) if context.today else "XXXX-XX-XX")
    return Span(type="TIME", value=f"{day}T{hour:02d}:{minute}")


def _find_base(way: str, context: Context) -> tuple[str | None, int]:
    """The ISO prefix that a number of units is counted from, and the direction."""
    today = iso(context.today) if context.today is not None else None
    if way in _BACKWARDS:
        return today, -1
    if way in _FORWARDS:
        return today, 1
    anchor = context.anchor if context.anchor and not context.anchor.startswith("--") else None
    return anchor, _FROM_ANCHOR[way]


def _half_ago(unit: str, way: str, context: Context) -> Span | None:
    base, sign = _find_base(way, context)
    if base is None:
        return None
    if unit == "year":
        return shift_unit(base, "month", sign * 6)
    return shift_unit(base, "year", sign * {"decade": 5, "century": 50}[unit])
