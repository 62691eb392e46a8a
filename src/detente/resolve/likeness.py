"""How likely two claims speak of one happening: a score from 0 to 1 with its reasons in words.

Five questions are asked in turn (time, people, mode, place, words), each answered from 0 to 1 and
weighed; some answers rule it out. The weights are set by hand so that agreement in time and people
is needed and nearly enough; they were not fitted to any data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.model.claims import EventType, Mode, Status
from detente.model.parties import Rank
from detente.resolve.sightings import AHEAD, NOT_MADE, Sighting

SAME_FROM = 0.5
"""The score from which two claims are taken to speak of one happening."""
REPORTED_WITHIN = 7
"""Days after a happening in which news without a date speaks of it; later news gives dates."""
PLANNED_WITHIN = 14
"""The same for what is planned, asked for or refused, which is reported over a longer time."""

Answer = tuple[float, str] | None
"""How well two claims agree on one question, and why; ``None`` rules one happening out."""

_LIKE_MODES = {
    modes: value
    for one, other, value in (
        (Mode.TALKS, Mode.MEETING, 0.7),
        (Mode.TALKS, Mode.CALL, 0.7),
        (Mode.TALKS, Mode.VISIT, 0.4),
        (Mode.VISIT, Mode.MEETING, 0.6),
        (Mode.SUMMONS, Mode.MEETING, 0.5),
        (Mode.LETTER, Mode.MESSAGE, 0.6),
        (Mode.TALKS, Mode.MESSAGE, 0.3),
        (Mode.TALKS, Mode.CHANNEL, 0.5),
        (Mode.CHANNEL, Mode.TIES, 0.5),
        (Mode.TALKS, Mode.TIES, 0.3),
    )
    for modes in ((one, other), (other, one))
}
_ONE_SIDED = frozenset({Mode.VISIT, Mode.SUMMONS, Mode.LETTER, *EventType}) - {
    EventType.AGREE,
    EventType.SUPPORT,
    EventType.COOPERATE,
}
_LOW = frozenset({Rank.OFFICIAL, Rank.ENVOY, Rank.WORKING})  # papers differ on who is which


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A score from 0 to 1 and the answers that made it."""

    score: float
    reason: str


def compare_sightings(one: Sighting, other: Sighting) -> Likeness | None:
    """How likely both speak of one happening; ``None`` where something rules it out."""
    if one.group != other.group or _is_reply(one, other) or not _can_follow(one, other):
        return None
    total, reasons = 0.0, []
    for weight, ask in QUESTIONS:
        answer = ask(one, other)
        if answer is None:
            return None
        value, reason = answer
        total += weight * value
        if value:
            reasons.append(reason)
    return Likeness(score=min(1.0, round(total, 3)), reason=", ".join(reasons))


def _is_reply(one: Sighting, other: Sighting) -> bool:
    """Whether the sides have changed places in an act that only one of them does.

    "Britain expelled Russian diplomats" is answered, not repeated, by "Russia expelled …".
    """
    if None in (one.actor, other.actor) or one.actor == other.actor:
        return False
    return one.group in ("break", "return") or (one.what is other.what and one.what in _ONE_SIDED)


def _can_follow(one: Sighting, other: Sighting) -> bool:
    """Whether the two statuses can be stages of one happening, by when each was known."""
    if one.entry.source.article == other.entry.source.article:
        # the reader has joined what an article repeats: what is left are two happenings, unless
        # one tells what became of the other
        if one.status is other.status or Status.HELD in (one.status, other.status):
            return Status.DENIED in (one.status, other.status)
        return True
    statuses = {one.status, other.status}
    if Status.HELD not in statuses or len(statuses) == 1 or Status.DENIED in statuses:
        return True
    held, rest = (one, other) if one.status is Status.HELD else (other, one)
    if rest.status in AHEAD:
        return rest.known < held.known or (rest.known == held.known and _both_dated(one, other))
    return _both_dated(one, other)


def _compare_times(one: Sighting, other: Sighting) -> Answer:
    if _both_dated(one, other):
        return _compare_spans(one, other)
    apart = abs(one.known - other.known)
    if one.is_dated or other.is_dated:
        dated, undated = (one, other) if one.is_dated else (other, one)
        first, last = dated.first or 0, dated.last or 0
        if first <= undated.known and last >= undated.known - REPORTED_WITHIN:
            is_exact = last - first <= REPORTED_WITHIN
            return (0.5 if is_exact else 0.1), "reported within a week of the time"
        is_ahead = one.status in AHEAD | NOT_MADE and other.status in AHEAD | NOT_MADE
        since = undated.known - dated.known
        if is_ahead and -PLANNED_WITHIN <= since <= max(PLANNED_WITHIN, last - dated.known):
            return 0.4, "reported while it was to come"
        return None
    limit = REPORTED_WITHIN if Status.HELD in (one.status, other.status) else PLANNED_WITHIN
    if apart > limit or (one.group != "happening" and apart > PLANNED_WITHIN):
        return None
    value = 0.8 if apart <= 1 else 0.6 if apart <= 3 else 0.4 if apart <= REPORTED_WITHIN else 0.2
    return value, "reported the same day" if not apart else f"reported {apart} days apart"


def _compare_spans(one: Sighting, other: Sighting) -> Answer:
    first, last = max(one.first or 0, other.first or 0), min(one.last or 0, other.last or 0)
    if first > last:
        # a day apart: another time zone, or the day of the report taken for the day itself
        return (0.5, "times a day apart") if first - last == 1 else None
    longest = max((one.last or 0) - (one.first or 0), (other.last or 0) - (other.first or 0))
    if longest == 0:
        return 1.0, "same day"
    if longest <= 7:
        return 0.9, "times within one week"
    return (0.6, "times that agree to the month") if longest <= 31 else (0.3, "times that agree")


def _compare_people(one: Sighting, other: Sighting) -> Answer:
    values, reasons = [], []
    for side in (0, 1):
        answer = _compare_side(one, other, side)
        if answer is None:
            return None
        values.append(answer[0])
        if answer[1] not in reasons:
            reasons.append(answer[1])
    return sum(values) / 2, " and ".join(reasons)


def is_apart(one: Sighting, other: Sighting) -> bool:
    """Whether how or who rules out one happening: the quickest questions, for many at once."""
    if one.what is not other.what and (one.what, other.what) not in _LIKE_MODES:
        return True
    return is_other(one, other, 0) or is_other(one, other, 1)


def is_other(one: Sighting, other: Sighting, side: int) -> bool:
    """Whether both tell who stood on a side, and it is not the same: another name or rank."""
    a, b = one.names[side], other.names[side]
    if a and b:
        return a.isdisjoint(b)
    p, q = one.ranks[side], other.ranks[side]
    return bool(p) and bool(q) and p.isdisjoint(q) and not (p <= _LOW and q <= _LOW)


def _compare_side(one: Sighting, other: Sighting, side: int) -> Answer:
    if is_other(one, other, side):
        return None
    shared = one.names[side] & other.names[side]
    if shared:
        return 1.0, f"both name {' '.join(sorted(shared)).title()}"
    a, b = one.ranks[side], other.ranks[side]
    if not a or not b:
        return 0.4, "same state"
    return (0.7, "same rank") if a & b else (0.2, "near ranks")


def _compare_modes(one: Sighting, other: Sighting) -> Answer:
    if one.what is other.what:
        return 1.0, f"both {one.what.value}"
    if isinstance(one.what, EventType) or isinstance(other.what, EventType):
        return None
    value = _LIKE_MODES.get((one.what, other.what))
    if value is None:
        return None
    return value, f"{one.what.value} can be {other.what.value}"


def _compare_places(one: Sighting, other: Sighting) -> Answer:
    if not one.place or not other.place:
        return 0.0, "place unknown"
    if one.place in other.place or other.place in one.place:
        return 1.0, "same place"
    return -1.5, "different places"


def _compare_words(one: Sighting, other: Sighting) -> Answer:
    union = len(one.words | other.words)
    share = len(one.words & other.words) / union if union else 0.0
    return share, "like words"


def _both_dated(one: Sighting, other: Sighting) -> bool:
    return one.is_dated and other.is_dated


QUESTIONS: tuple[tuple[float, Callable[[Sighting, Sighting], Answer]], ...] = (
    (0.35, _compare_times),
    (0.30, _compare_people),
    (0.20, _compare_modes),
    (0.10, _compare_places),
    (0.15, _compare_words),
)
"""Each question with its weight, the cheapest and most decisive first."""
