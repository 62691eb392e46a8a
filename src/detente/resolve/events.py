"""Events from entries: which claims speak of one happening, and what is known of it.

Pure: the same entries give the same events in whatever order they come. Nothing is dropped; a claim
that is like no other is an event of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.model.claims import Contact, Mode, Status
from detente.model.dates import When
from detente.model.entries import Entry
from detente.model.events import Event, Link
from detente.model.pairs import Pair
from detente.resolve.likeness import PLANNED_WITHIN, SAME_FROM, Likeness, compare_sightings
from detente.resolve.settle import settle_event
from detente.resolve.sightings import Sighting, make_sighting

_NEAR = PLANNED_WITHIN + 1
"""Days beyond which two claims with exact times need no comparing: a score would rule them out."""
_EXACT = 7
"""Days that a time may span and still count as exact here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    one: int
    other: int
    likeness: Likeness


def find_events(
    entries: Iterable[Entry], pair: Pair, *, as_of: date | None = None
) -> tuple[Event, ...]:
    """The events between the states of a pair that had come about by a day, in order of time."""
    told = {(entry.id, entry.claim.when): entry for entry in entries}.values()
    there = [entry for entry in told if as_of is None or entry.day <= as_of]
    implied = [found for entry in there if (found := _imply(entry)) is not None]
    sightings = sorted(
        (make_sighting(entry, pair) for entry in (*there, *implied)),
        key=lambda item: (item.entry.id, item.entry.is_implied, str(item.entry.claim.when)),
    )
    edges, ruled_out = _compare_all(sightings)
    clusters, joined = _cluster(sightings, edges, ruled_out)
    events = [
        settle_event(
            [sightings[i].entry for i in members],
            pair,
            [_link(edge, sightings) for edge in joined.get(root, ())],
        )
        for root, members in clusters.items()
    ]
    return tuple(sorted(events, key=lambda event: (event.day, event.id)))


def _imply(entry: Entry) -> Entry | None:
    """The contact that "has not spoken with him since February 15" tells of: one on that day."""
    claim = entry.claim
    if not isinstance(claim, Contact) or claim.status is not Status.ABSENT:
        return None
    if claim.when is None or claim.when.start is None or claim.when.end is not None:
        return None
    if claim.mode in (Mode.TIES, Mode.CHANNEL):
        return None  # "no ties since 1980" tells when they were cut
    day = When(start=claim.when.start, end=claim.when.start, text=claim.when.text)
    held = replace(claim, status=Status.HELD, when=day)
    return replace(entry, claim=held, is_implied=True, origin=entry.id)


def _compare_all(
    sightings: Sequence[Sighting],
) -> tuple[list[_Edge], set[tuple[int, int]]]:
    """All likenesses that reach the bar, and the pairs that were compared and ruled out.

    Those with exact times are sorted by day and compared with their neighbours only.
    """
    edges: list[_Edge] = []
    ruled_out: set[tuple[int, int]] = set()

    def compare(i: int, j: int) -> None:
        one, other = min(i, j), max(i, j)
        found = compare_sightings(sightings[one], sightings[other])
        if found is None:
            ruled_out.add((one, other))
        elif found.score >= SAME_FROM:
            edges.append(_Edge(one=one, other=other, likeness=found))

    exact = sorted((_anchor(item), i) for i, item in enumerate(sightings) if _is_exact(item))
    vague = [i for i, item in enumerate(sightings) if not _is_exact(item)]
    days = [day for day, _ in exact]
    for place, (day, i) in enumerate(exact):
        for _, j in exact[place + 1 : bisect_right(days, day + _NEAR + _EXACT)]:
            compare(i, j)
    for place, i in enumerate(vague):
        for _, j in exact:
            compare(i, j)
        for j in vague[place + 1 :]:
            compare(i, j)
    return edges, ruled_out


def _is_exact(sighting: Sighting) -> bool:
    """Whether one day can stand for it: not for a long or half-open time, or a plan long ahead."""
    first, last = sighting.first, sighting.last
    if first is None or last is None:
        return first is last
    return last - first <= _EXACT and last - sighting.known <= _NEAR


def _anchor(sighting: Sighting) -> int:
    """The day to sort by: that of the happening, or of its report where no time is given."""
    return sighting.known if sighting.last is None else sighting.last


def _cluster(
    sightings: Sequence[Sighting], edges: Iterable[_Edge], ruled_out: set[tuple[int, int]]
) -> tuple[dict[int, list[int]], dict[int, list[_Edge]]]:
    """Groups of claims, the likeliest joined first; none holds two that rule each other out."""
    members = {i: [i] for i in range(len(sightings))}
    root = list(members)
    joined: dict[int, list[_Edge]] = {}
    days = [_anchor(item) if _is_exact(item) else None for item in sightings]

    def clash(i: int, j: int) -> bool:
        one, other = days[i], days[j]
        if one is not None and other is not None and abs(one - other) > _NEAR + _EXACT:
            return True  # too far apart to have been compared
        return (min(i, j), max(i, j)) in ruled_out

    for edge in sorted(edges, key=lambda e: (-e.likeness.score, e.one, e.other)):
        a, b = sorted((root[edge.one], root[edge.other]))
        if a == b or any(clash(i, j) for i in members[a] for j in members[b]):
            continue
        for i in members[b]:
            root[i] = a
        members[a] += members.pop(b)
        joined[a] = [*joined.get(a, []), *joined.pop(b, []), edge]
    return members, joined


def _link(edge: _Edge, sightings: Sequence[Sighting]) -> Link:
    return Link(
        one=sightings[edge.one].entry.id,
        other=sightings[edge.other].entry.id,
        score=edge.likeness.score,
        reason=edge.likeness.reason,
    )
