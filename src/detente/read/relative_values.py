"""Spans of expressions that count from the day of publication or from a date named before.

"Monday", "last week", "days ago", "the next day". Without such a day most of them mean nothing and
give None; a weekday keeps its name.
"""

from __future__ import annotations

from datetime import date, timedelta

from detente.read.spans import (
    Context,
    Parts,
    Span,
    iso,
    make_season,
    make_week,
    make_weekend,
    parse_unit,
    point,
    shift_month,
)
from detente.read.time_words import MONTHS, PARTS_OF_DAY, SEASON_MONTHS, SEASONS, WEEKDAYS

_BACK = frozenset({"last", "past", "the past", "previous", "the previous"})
_AHEAD = frozenset({"next", "coming", "the coming", "following", "the following"})
_SUNDAY = 6


def resolve_weekday(parts: Parts, context: Context) -> Span:
    """The day of "Monday", "last Friday" or "Tuesday night"."""
    wanted = _weekday(parts["w"])
    if context.today is None:
        return Span(value=f"XXXX-WXX-{wanted + 1}")
    today = context.today
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    shift = (parts.get("shift") or "").lower().removeprefix("the ").removeprefix("this ")
    if shift in _BACK:
        day = today - timedelta(days=back or 7)
    elif shift in _AHEAD:
        day = today + timedelta(days=ahead or 7)
    elif context.tense == "future":
        day = today + timedelta(days=ahead)
    else:
        day = today - timedelta(days=back)
    return _with_part(day, parts.get("part"))


def resolve_weekday_of_week(parts: Parts, context: Context) -> Span:
    """The day of "Wednesday last week"."""
    wanted = _weekday(parts["w"])
    if context.today is None:
        return Span(value=f"XXXX-WXX-{wanted + 1}")
    shift = {"last": -1, "next": 1}.get(parts["shift"].lower(), 0)
    monday = _monday(context.today) + timedelta(weeks=shift)
    return _with_part(monday + timedelta(days=wanted), parts.get("part"))


def resolve_weekdays(parts: Parts, context: Context) -> Span:
    """The days of "Thursday and Friday" or "Tuesday through Saturday"."""
    first, last = _weekday(parts["w1"]), _weekday(parts["w2"])
    if context.today is None:
        return Span(value=f"XXXX-WXX-{first + 1}/XXXX-WXX-{last + 1}")
    today, length = context.today, (last - first) % 7
    if context.tense == "future":
        start = today + timedelta(days=(first - today.weekday()) % 7)
    else:
        end = today - timedelta(days=(today.weekday() - last) % 7)
        start = end - timedelta(days=length)
    return Span(start=iso(start), end=iso(start + timedelta(days=length)))


def resolve_weekend(parts: Parts, context: Context) -> Span | None:
    """The days of "over the weekend"."""
    if context.today is None:
        return None
    if context.tense == "future":
        return _weekend(context.today, 0)
    return _weekend(context.today, 0 if context.today.weekday() >= 5 else -1)


def resolve_relative(parts: Parts, context: Context) -> Span | None:
    """The days of "last week", "next month", "this spring" or "that year"."""
    word = parts["shift"].lower()
    unit = parse_unit(parts["u"].rstrip("."))
    if word in ("same", "that", "that same", "this same"):
        return _around_anchor(unit, context)
    if context.today is None:
        return None
    word = word.removeprefix("this ") if word != "this" else word
    shift = -1 if word in _BACK else 1 if word in _AHEAD else 0
    today = context.today
    if unit == "weekend":
        is_gone = "past" in parts["shift"].lower()
        return _relative_weekend(
            today, 0 if is_gone else shift, "past" if is_gone else context.tense
        )
    if unit == "week":
        return _week(today, shift, parts.get("mod") or "", context.tense)
    if unit in SEASONS:
        return _relative_season(unit, shift, today)
    if unit in MONTHS:
        return _relative_month(MONTHS[unit], shift, today)
    return shift_unit(iso(today), unit, shift)


def resolve_edge(parts: Parts, context: Context) -> Span | None:
    """The month, year … of "the end of the year": no sharper than the unit."""
    if context.today is None:
        return None
    unit = parse_unit(parts["u"])
    if unit == "week":
        return make_week(_monday(context.today))
    return shift_unit(iso(context.today), unit, 0)


def resolve_day_word(parts: Parts, context: Context) -> Span | None:
    """The day of "today", "yesterday" or "last night"."""
    if context.today is None:
        return None
    if "overnight" in parts:
        return Span(start=iso(context.today - timedelta(days=1)), end=iso(context.today))
    offset = {"yesterday": -1, "tomorrow": 1}.get((parts.get("day") or "").lower(), 0)
    part = parts.get("part") or parts.get("part2")
    if "lastnight" in parts:
        offset, part = -1, "night"
    elif "beforeyesterday" in parts:
        offset = -2
    elif "aftertomorrow" in parts:
        offset = 2
    elif (parts.get("day") or "").lower() == "tonight":
        part = "night"
    return _with_part(context.today + timedelta(days=offset), part)


def resolve_anchored(parts: Parts, context: Context) -> Span | None:
    """The time of "the next day", "that year", "since then": counted from a date named before."""
    if context.anchor is None or context.anchor.startswith("--"):
        return None
    if "then" in parts:
        return point(context.anchor) if parts["then"].lower().endswith("then") else None
    unit, which = parts["u"].lower(), parts["which"].lower()
    part = None if unit in ("day", "week", "month", "year") else unit
    side = (parts.get("side") or "").strip().lower()
    if which == "the" and not side:
        return None  # "the day", "the year": of what, the text does not say
    is_next = "next" in which or "following" in which or side in ("after", "later")
    shift = 1 if is_next else -1 if "previous" in which or side in ("before", "earlier") else 0
    found = shift_unit(context.anchor, "day" if part else unit, shift)
    if found is None or part is None or found.start is None:
        return found
    return _with_part(date.fromisoformat(found.start), part)


def shift_unit(anchor: str, unit: str, number: int) -> Span | None:
    """The unit that lies ``number`` units from an ISO prefix; None where the prefix is too coarse.

    From 2022-04-18, −2 months → 2022-02. From 2022, 1 day → None.
    """
    year = int(anchor[:4])
    if unit in ("year", "decade", "century"):
        step = {"decade": 10, "century": 100}.get(unit, 1)
        return point(str(year + step * number))
    if unit in ("month", "quarter"):
        if len(anchor) < 7:
            return None
        step = 3 if unit == "quarter" else 1
        return point(shift_month(year, int(anchor[5:7]), step * number))
    if len(anchor) < 10:
        return None
    day = date.fromisoformat(anchor)
    if unit == "day":
        return point(iso(day + timedelta(days=number)))
    if unit in ("week", "fortnight"):
        weeks = number * (2 if unit == "fortnight" else 1)
        return make_week(_monday(day) + timedelta(weeks=weeks))
    if unit == "weekend":
        return _weekend(day, number)
    return point(iso(day)) if unit in ("hour", "minute", "second") else None


def _around_anchor(unit: str, context: Context) -> Span | None:
    """ "that year" is the year of the date named before."""
    if context.anchor is None or context.anchor.startswith("--"):
        return None
    if unit in MONTHS:
        return point(f"{context.anchor[:4]}-{MONTHS[unit]:02d}")
    if unit in SEASONS:
        return make_season(SEASONS[unit], int(context.anchor[:4]))
    return shift_unit(context.anchor, unit, 0)


def _with_part(day: date, part: str | None) -> Span:
    code = PARTS_OF_DAY.get((part or "").lower())
    if code is None:
        return point(iso(day))
    return Span(start=iso(day), end=iso(day), type="TIME", value=f"{iso(day)}{code}")


def _weekday(name: str) -> int:
    return WEEKDAYS[name.lower().rstrip(".")]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekend(today: date, shift: int) -> Span:
    """Saturday and Sunday of last week (-1), of this one (0), of the next (1)."""
    return make_weekend(_monday(today) + timedelta(days=5 + 7 * shift))


def _relative_weekend(today: date, shift: int, tense: str) -> Span:
    """ "next weekend" on a weekday is the one to come; "this weekend" of the past the one gone."""
    is_weekend = today.weekday() >= 5
    if shift == 1:
        return _weekend(today, 1 if is_weekend else 0)
    if shift == -1:
        return _weekend(today, -1)
    return _weekend(today, -1 if tense == "past" and not is_weekend else 0)


def _relative_month(month: int, shift: int, today: date) -> Span:
    year = today.year
    if shift == -1:
        year -= month >= today.month
    elif shift == 1:
        year += month <= today.month
    return point(f"{year}-{month:02d}")


def _relative_season(unit: str, shift: int, today: date) -> Span:
    """ "last summer" in December is this year's; "next spring" in January as well."""
    code = SEASONS[unit]
    first, last = SEASON_MONTHS[code]
    year = today.year + shift
    is_over = first <= last < today.month
    if (shift == -1 and is_over) or (shift == 1 and today.month < first):
        year = today.year
    return make_season(code, year)


def _week(today: date, shift: int, mod: str, tense: str) -> Span:
    """A week; "this week" of the past ends today, and of a Sunday paper to come is the next one."""
    if shift == 0 and tense == "future" and today.weekday() == _SUNDAY:
        shift = 1
    whole = make_week(_monday(today) + timedelta(weeks=shift))
    if shift == 0 and mod.lower() == "later":
        return Span(start=iso(today), end=whole.end, value=whole.value)
    if shift == 0 and (tense == "past" or mod.lower() == "earlier"):
        return Span(start=whole.start, end=iso(today), value=whole.value)
    return whole
