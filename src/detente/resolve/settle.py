"""What is known of one happening from the claims that speak of it, with what they differ on.

The verdict never makes more of the claims than they say: a contact that one claim denies is
disputed, a plan stays a plan until it is reported as held, however long ago it was set for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.dates import When
from detente.model.days import sort_key, span_of
from detente.model.entries import Entry
from detente.model.events import Dispute, Event, Link, make_event_id
from detente.model.pairs import Pair
from detente.model.parties import Party, Rank
from detente.resolve.copies import count_independent
from detente.resolve.sightings import split_parties

LADDER = (
    Rank.LEADER,
    Rank.MINISTER,
    Rank.OFFICIAL,
    Rank.ENVOY,
    Rank.MILITARY,
    Rank.LEGISLATURE,
    Rank.WORKING,
    Rank.NONSTATE,
    Rank.GOVERNMENT,
)
"""From the highest rank down; the state as such last, since anybody may stand behind it."""
_ORDER = {rank: place for place, rank in enumerate(LADDER)}

# What became of a contact, of several statuses known on one day: the later stage counts, and of two
# that exclude each other the one that claims less.
_STAGES = (
    Status.POSSIBLE,
    Status.PROPOSED,
    Status.PLANNED,
    Status.HELD,
    Status.ONGOING,
    Status.RESUMED,
    Status.CANCELLED,
    Status.REFUSED,
    Status.ABSENT,
    Status.SUSPENDED,
    Status.DENIED,
)
_STAGE = {status: place for place, status in enumerate(_STAGES)}
_NOT_HELD = frozenset({Status.DENIED, Status.ABSENT})
# The more exactly a mode says how, the more of what happened it tells.
_TELLING = (Mode.CHANNEL, Mode.TALKS, Mode.TIES, Mode.VISIT, Mode.MESSAGE, Mode.MEETING)


def settle_event(entries: Sequence[Entry], pair: Pair, links: Sequence[Link]) -> Event:
    """The event that these entries on a pair of states support."""
    ordered = tuple(sorted(entries, key=_by_report))
    status, is_disputed = _settle_status(ordered)
    disputes = tuple(found for found in (_dispute_status(ordered), _dispute_time(ordered)) if found)
    return Event(
        id=make_event_id(ordered[0].id, pair),
        pair=pair,
        what=_settle_what(ordered),
        status=status,
        day=_settle_day(ordered, status),
        ranks=_settle_ranks(ordered, pair),
        entries=ordered,
        sources=_count_sources(ordered),
        when=_settle_time(ordered, status),
        where=_settle_place(ordered),
        is_disputed=is_disputed,
        is_implied=all(entry.is_implied for entry in ordered),
        links=tuple(sorted(links, key=lambda link: (link.one, link.other))),
        disputes=disputes,
    )


def highest(parties: Sequence[Party]) -> Rank:
    """The highest rank among parties; of nobody, the state as such."""
    return min((party.rank for party in parties), key=lambda rank: _ORDER[rank], default=LADDER[-1])


def rank_order(rank: Rank) -> int:
    """The place of a rank on the ladder, 0 for the highest."""
    return _ORDER[rank]


def _by_report(entry: Entry) -> tuple[object, ...]:
    return entry.source.known, entry.is_implied, entry.id, sort_key(entry.claim.when)


def _settle_status(entries: Sequence[Entry]) -> tuple[Status, bool]:
    """The latest status, and whether it is disputed that the contact took place."""
    statuses = {entry.claim.status for entry in entries}
    if Status.HELD in statuses and statuses & _NOT_HELD:
        return Status.DENIED, True
    if Status.HELD in statuses and statuses & {Status.CANCELLED, Status.REFUSED}:
        held = max(e.source.known for e in entries if e.claim.status is Status.HELD)
        off = max(
            e.source.known for e in entries if e.claim.status in (Status.CANCELLED, Status.REFUSED)
        )
        if off >= held:
            return Status.CANCELLED, True
    if Status.HELD in statuses:
        return Status.HELD, False
    last = max(entries, key=lambda e: (e.source.known, _STAGE[e.claim.status]))
    return last.claim.status, False


def _settle_what(entries: Sequence[Entry]) -> Mode | EventType:
    counts = Counter(_what(entry.claim) for entry in entries)
    return max(counts, key=lambda what: (_telling(what), counts[what], what.value))


def _what(claim: Contact | Action) -> Mode | EventType:
    return claim.mode if isinstance(claim, Contact) else claim.type


def _telling(what: Mode | EventType) -> int:
    return _TELLING.index(what) if what in _TELLING else len(_TELLING)


def _settle_ranks(entries: Sequence[Entry], pair: Pair) -> tuple[Rank, Rank]:
    """The highest rank on either side that any claim names."""
    sides: tuple[list[Party], list[Party]] = ([], [])
    for entry in entries:
        one, other = split_parties(entry.claim, pair)
        sides[0].extend(one)
        sides[1].extend(other)
    return highest(sides[0]), highest(sides[1])


def _settle_time(entries: Sequence[Entry], status: Status) -> When | None:
    """The most exact time; of claims of the event's own status where these give any."""
    own = [e.claim.when for e in entries if e.claim.when and e.claim.status is status]
    times = own or [e.claim.when for e in entries if e.claim.when]
    return min(times, key=lambda when: (_length(when), sort_key(when)), default=None)


def _length(when: When) -> int:
    first, last = span_of(when)
    if first is None or last is None:
        return 10_000 if first or last else 100_000  # half-open, or of an unknown year
    return (last - first).days


def _settle_day(entries: Sequence[Entry], status: Status) -> date:
    """The first day by which it had come to the event's status."""
    own = [entry.day for entry in entries if entry.claim.status is status]
    return min(own or [entry.day for entry in entries])


def _settle_place(entries: Sequence[Entry]) -> str | None:
    places = Counter(
        " ".join(e.claim.where.split())
        for e in entries
        if isinstance(e.claim, Contact) and e.claim.where
    )
    return max(places, key=lambda place: (places[place], place), default=None)


def _count_sources(entries: Sequence[Entry]) -> int:
    sources = {entry.source.article: entry.source for entry in entries}.values()
    if len(sources) == 1:
        return 1
    return count_independent([s.sketch for s in sources], [s.outlet for s in sources])


def _dispute_status(entries: Sequence[Entry]) -> Dispute | None:
    """Who says that it was held, and who that it was not."""
    held = [e.id for e in entries if e.claim.status is Status.HELD and not e.is_implied]
    if not held:
        return None
    values = [(Status.HELD.value, tuple(held))]
    for status in (Status.DENIED, Status.ABSENT, Status.CANCELLED, Status.REFUSED):
        ids = tuple(e.id for e in entries if e.claim.status is status)
        if ids:
            values.append((status.value, ids))
    return Dispute(field="status", values=tuple(values)) if len(values) > 1 else None


def _dispute_time(entries: Sequence[Entry]) -> Dispute | None:
    """The days that claims of one status give, where these exclude each other."""
    days: dict[str, list[str]] = {}
    for entry in entries:
        claim = entry.claim
        first, last = span_of(claim.when)
        if not isinstance(claim, Action) and first and first == last:
            days.setdefault(first.isoformat(), []).append(entry.id)
    if len(days) < 2:
        return None
    values = tuple((day, tuple(ids)) for day, ids in sorted(days.items()))
    return Dispute(field="when", values=values)
