"""Events from entries: which claims speak of one happening, and what is known of it.

Pure: the same entries give the same events in whatever order they come. Nothing is dropped; a claim
that is like no other is an event of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.model.claims import Contact, Mode, Status
from detente.model.dates import When
from detente.model.days import sort_key
from detente.model.entries import Entry
from detente.model.events import Event, Link
from detente.model.pairs import Pair
from detente.resolve.likeness import (
    PLANNED_WITHIN,
    SAME_FROM,
    Likeness,
    compare_sightings,
    is_apart,
)
from detente.resolve.settle import settle_event
from detente.resolve.sightings import AHEAD, NOT_MADE, Sighting, make_sighting

_NEAR = PLANNED_WITHIN
"""Days between the exact times of two claims beyond which a score would rule them out."""
_EXACT = 7
"""Days that a time may span and still count as exact here."""
_AHEAD = 2 * PLANNED_WITHIN + _EXACT
"""The same for two claims of what was still to come: one may give its day, one only be reported."""


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
    implied = [found for entry in told if (found := _imply(entry)) is not None]
    sightings = sorted(
        (
            make_sighting(entry, pair)
            for entry in (*told, *implied)
            if as_of is None or entry.day <= as_of
        ),
        key=lambda item: (item.entry.id, item.entry.is_implied, sort_key(item.entry.claim.when)),
    )
    compared = _Compared(sightings=sightings)
    clusters, joined = _cluster(compared, _find_edges(compared))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """The sightings of a pair, and the answers of comparing two of them, each asked only once."""

    sightings: Sequence[Sighting]
    answers: dict[tuple[int, int], Likeness | None] = field(default_factory=dict)

    def compare(self, i: int, j: int) -> Likeness | None:
        """How likely two of them speak of one happening; ``None`` where that is ruled out."""
        key = (i, j) if i < j else (j, i)
        if key not in self.answers:
            self.answers[key] = compare_sightings(self.sightings[key[0]], self.sightings[key[1]])
        return self.answers[key]


def _find_edges(compared: _Compared) -> list[_Edge]:
    """All likenesses that reach the bar.

    Claims are compared within their group; those with exact times are sorted by day and compared
    with their neighbours only.
    """
    edges: list[_Edge] = []
    for i, j in _find_candidates(compared.sightings):
        found = compared.compare(i, j)
        if found is not None and found.score >= SAME_FROM:
            edges.append(_Edge(one=min(i, j), other=max(i, j), likeness=found))
    return edges


def _find_candidates(sightings: Sequence[Sighting]) -> Iterator[tuple[int, int]]:
    groups: dict[str, list[int]] = {}
    for i, item in enumerate(sightings):
        groups.setdefault(item.group, []).append(i)
    for members in groups.values():
        vague = [i for i in members if not _is_exact(sightings[i])]
        exact = sorted(
            (i for i in members if _is_exact(sightings[i])), key=lambda i: _anchor(sightings[i])
        )
        yield from _find_neighbours(sightings, exact)
        for place, i in enumerate(vague):
            yield from ((i, j) for j in exact)
            yield from ((i, j) for j in vague[place + 1 :])


def _find_neighbours(
    sightings: Sequence[Sighting], exact: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Those near in time, without two that name other persons: the quickest ways to rule out."""
    days = [_anchor(sightings[i]) for i in exact]
    dated = [sightings[i].is_dated for i in exact]
    for place, i in enumerate(exact):
        one = sightings[i]
        is_ahead = one.status in AHEAD or one.status in NOT_MADE
        end = bisect_right(days, days[place] + (_AHEAD if is_ahead else _NEAR))
        both_dated = bisect_right(days, days[place] + _EXACT + 1) if dated[place] else end
        for at in range(place + 1, end):
            if at >= both_dated and dated[at]:
                continue  # no two times of a week can meet
            if not is_apart(one, sightings[exact[at]]):
                yield i, exact[at]


def _is_exact(sighting: Sighting) -> bool:
    """Whether one day can stand for it: not for a long or half-open time, or a plan long ahead."""
    first, last = sighting.first, sighting.last
    if first is None or last is None:
        return first is last
    return last - first <= _EXACT and last - sighting.known <= _EXACT


def _anchor(sighting: Sighting) -> int:
    """The day to sort by: that of the happening, or of its report where no time is given."""
    return sighting.known if sighting.last is None else sighting.last


def _cluster(
    compared: _Compared, edges: Iterable[_Edge]
) -> tuple[dict[int, list[int]], dict[int, list[_Edge]]]:
    """Groups of claims, the likeliest joined first; none holds two that rule each other out."""
    members = {i: [i] for i in range(len(compared.sightings))}
    root = list(members)
    joined: dict[int, list[_Edge]] = {}
    for edge in sorted(edges, key=lambda e: (-e.likeness.score, e.one, e.other)):
        a, b = sorted((root[edge.one], root[edge.other]))
        if a == b or any(compared.compare(i, j) is None for i in members[a] for j in members[b]):
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
