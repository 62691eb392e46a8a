"""What turned between two states since a day, and the board of all pairs by how much did.

A turn counts from when it was first reported; what lies far behind the day asked for is background
that an article repeats, and no turn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.lexicon.channel_rules import ChannelRules
from detente.model.channels import (
    Board,
    BoardRow,
    Change,
    ChangeKind,
    Channel,
    ChannelState,
    Ladder,
)
from detente.model.claims import Status
from detente.model.events import Event
from detente.model.pairs import Pair
from detente.model.parties import UNKNOWN_STATE
from detente.resolve.channels import make_ladder

FIRST_AFTER = 90
"""Days without contact after which the next is a first one."""
_BACKGROUND = 30
"""Days before the day asked for; what came about earlier is background when it is reported now."""
_UNUSUAL = 0.05
_OF_STATUS = {
    Status.SUSPENDED: ChangeKind.SUSPENSION,
    Status.RESUMED: ChangeKind.RESUMPTION,
    Status.REFUSED: ChangeKind.REFUSAL,
    Status.CANCELLED: ChangeKind.CANCELLATION,
    Status.PLANNED: ChangeKind.PLAN,
    Status.PROPOSED: ChangeKind.PROPOSAL,
}


def find_changes(
    events: Sequence[Event], ladder: Ladder, before: Ladder, rules: ChannelRules
) -> tuple[Change, ...]:
    """What turned between the day of ``before`` and that of ``ladder``, in order of time."""
    since = before.as_of
    contacts = sorted((event.day, event.id) for event in events if event.took_place)
    found = [
        change
        for event in events
        if event.is_contact
        and event.last_known > since
        and (change := _turn(event, contacts, since, rules)) is not None
        and change.day > since
    ]
    found += _state_changes(ladder, before, rules)
    return tuple(sorted(found, key=lambda change: (change.day, -change.weight, change.text)))


def make_row(
    events: Sequence[Event], pair: Pair, rules: ChannelRules, *, as_of: date, since: date
) -> tuple[BoardRow, Ladder]:
    """A pair's row on the board, and its ladder as it stood on the day ``since``."""
    ladder = make_ladder(events, pair, rules, as_of=as_of)
    before = make_ladder(
        [event for event in events if event.day <= since], pair, rules, as_of=since
    )
    window = as_of - since
    contacts = [event.day for event in events if event.took_place]
    row = BoardRow(
        ladder=ladder,
        changes=find_changes(events, ladder, before, rules),
        recent_contacts=sum(day > since for day in contacts),
        earlier_contacts=sum(since - window < day <= since for day in contacts),
    )
    return row, before


def make_board(
    events: Mapping[Pair, Sequence[Event]],
    rules: ChannelRules,
    *,
    as_of: date,
    since: date,
    known_by: date | None = None,
) -> Board:
    """All pairs of two known states that had any contact or its lack, the most changed first."""
    rows = [
        make_row(found, pair, rules, as_of=as_of, since=since)[0]
        for pair, found in events.items()
        if UNKNOWN_STATE not in pair
        and pair[0] != pair[1]
        and any(event.is_contact for event in found)
    ]
    return Board(
        as_of=as_of, known_by=known_by, since=since, rows=tuple(sorted(rows, key=_most_changed))
    )


def _most_changed(row: BoardRow) -> tuple[object, ...]:
    last = row.ladder.overall.last_contact
    latest = max((change.day for change in row.changes), default=date.min)
    contact = last.day if last else date.min
    return -row.weight, -latest.toordinal(), -contact.toordinal(), row.ladder.pair


def _turn(
    event: Event, contacts: Sequence[tuple[date, str]], since: date, rules: ChannelRules
) -> Change | None:
    """The turn that an event is, if it is one; dated by the first report of its present status."""
    if event.day <= since - timedelta(days=_BACKGROUND):
        return None
    kind, text = _kind(event, contacts)
    if kind is None:
        return None
    own = [e.source.known for e in event.entries if e.claim.status is event.status]
    return Change(
        kind=kind,
        day=max(event.day, min(own)) if own else event.first_known,
        pair=event.pair,
        ranks=event.ranks,
        text=text,
        weight=rules.weight_of(kind),
        event=event,
    )


def _kind(event: Event, contacts: Sequence[tuple[date, str]]) -> tuple[ChangeKind | None, str]:
    """What sort of turn an event is; ``contacts`` are the days and ids of contacts, in order."""
    if event.is_disputed:
        return ChangeKind.DISPUTE, f"{event.what} both reported and denied"
    if event.status is Status.HELD:
        place = bisect_left(contacts, (event.day, ""))
        is_first_that_day = contacts[place : place + 1] == [(event.day, event.id)]
        if event.is_implied or not is_first_that_day:
            return None, ""
        if not place:
            return ChangeKind.FIRST_REPORT, "first contact reported in this ledger"
        gap = (event.day - contacts[place - 1][0]).days
        if gap >= FIRST_AFTER:
            return ChangeKind.FIRST_CONTACT, f"first contact reported in {gap} days"
        return None, ""
    kind = _OF_STATUS.get(event.status)
    return kind, f"{event.what} reported {event.status}"


def _state_changes(ladder: Ladder, before: Ladder, rules: ChannelRules) -> list[Change]:
    """Channels that stand otherwise than before, and silences that have become unusual."""
    between = _Between(before=before, ladder=ladder, rules=rules)
    earlier = {channel.ranks: channel for channel in (before.overall, *before.channels)}
    changes: list[Change] = []
    for channel in (ladder.overall, *ladder.channels):
        was = earlier.get(channel.ranks)
        old = was.state if was else ChannelState.UNKNOWN
        if channel.state is not old and ChannelState.UNKNOWN not in (channel.state, old):
            changes.append(
                _change(
                    channel,
                    between,
                    ChangeKind.STATE,
                    f"{old} → {channel.state}: {channel.reason}",
                )
            )
        if _is_unusual(channel) and not (was and _is_unusual(was)):
            days = channel.silence.days if channel.silence else 0
            text = f"no contact reported for {days} days, unusually long"
            changes.append(_change(channel, between, ChangeKind.SILENCE, text))
    return changes


def _is_unusual(channel: Channel) -> bool:
    silence = channel.silence
    return silence is not None and silence.chance is not None and silence.chance <= _UNUSUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class _Between:
    """Two ladders of a pair, on an earlier and a later day, and the rules that made them."""

    before: Ladder
    ladder: Ladder
    rules: ChannelRules


def _change(channel: Channel, between: _Between, kind: ChangeKind, text: str) -> Change:
    event = channel.because[-1] if channel.because else channel.last_contact
    return Change(
        kind=kind,
        day=_turned_on(channel, between, event),
        pair=channel.pair,
        ranks=channel.ranks,
        text=text,
        weight=between.rules.weight_of(kind) if channel.ranks is None else 0,
        event=event,
    )


def _turned_on(channel: Channel, between: _Between, event: Event | None) -> date:
    """The day of the event that turned it; where only time passed, the day of asking."""
    if event is None or event.day <= between.before.as_of or channel.state is ChannelState.QUIET:
        return between.ladder.as_of
    return event.day
