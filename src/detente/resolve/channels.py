"""Channels from events: how the line between two states stands at each pair of ranks, and why.

Pure: events, a day and the rules of the table in; channels out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from detente.lexicon.channel_rules import DISPUTED, ChannelRule, ChannelRules, RefusalRule
from detente.model.channels import Channel, ChannelState, Ladder, Ranks, Refusal, Silence
from detente.model.claims import Contact, Mode, Status
from detente.model.days import span_of
from detente.model.events import Event
from detente.model.pairs import Pair
from detente.model.parties import Rank
from detente.resolve.settle import rank_order
from detente.resolve.silences import measure_silence

_ATTEMPTS = frozenset({Status.PLANNED, Status.PROPOSED, Status.REFUSED, Status.CANCELLED})
_EXPECTED = 60
"""Days for which a plan without a date counts as still to come."""
_RUNGS = (Rank.LEADER, Rank.MINISTER, Rank.OFFICIAL, Rank.ENVOY, Rank.MILITARY, Rank.WORKING)
"""Ranks whose missing between equals is worth telling."""


def make_ladder(
    events: Sequence[Event],
    pair: Pair,
    rules: ChannelRules,
    *,
    as_of: date,
    known_by: date | None = None,
) -> Ladder:
    """The channels between two states as of a day, from events that had come about by then."""
    contacts = [event for event in events if event.is_contact]
    by_ranks: dict[Ranks, list[Event]] = {}
    for event in contacts:
        by_ranks.setdefault(event.ranks, []).append(event)
    channels = tuple(
        make_channel(by_ranks[ranks], pair, rules, ranks=ranks, as_of=as_of)
        for ranks in sorted(by_ranks, key=_order)
    )
    equals = {ranks[0] for ranks in by_ranks if ranks[0] is ranks[1]}
    return Ladder(
        pair=pair,
        as_of=as_of,
        known_by=known_by,
        overall=make_channel(contacts, pair, rules, ranks=None, as_of=as_of),
        channels=channels,
        unreported=tuple(rank for rank in _RUNGS if rank not in equals),
    )


def make_channel(
    events: Sequence[Event],
    pair: Pair,
    rules: ChannelRules,
    *,
    ranks: Ranks | None,
    as_of: date,
) -> Channel:
    """How these events of a pair, taken as one line, stand as of a day."""
    contacts = [event for event in events if event.took_place]
    last = max(contacts, key=_when_known, default=None)
    silence = measure_silence((event.day for event in contacts), as_of)
    by_status: dict[str, list[Event]] = {}
    for event in events:
        by_status.setdefault(_status(event), []).append(event)
    rule, because = _find_rule(by_status, rules.rules, silence, as_of)
    attempts = [event for event in events if event.status in _ATTEMPTS]
    called_off = _called_off(events)
    plans = [event for event in events if event.status is Status.PLANNED]
    return Channel(
        pair=pair,
        ranks=ranks,
        state=ChannelState(rule.state) if rule else ChannelState.UNKNOWN,
        rule=rule.name if rule else "none",
        reason=_fill(rule, because, silence) if rule else _say_unknown(events),
        because=tuple(because),
        last_contact=last,
        last_attempt=max(attempts, key=_when_known, default=None),
        refusals=_find_refusals(events, last, rules.refusals),
        next_planned=min(
            (e for e in plans if e.last_known > called_off and _is_ahead(e, as_of)),
            key=lambda e: _set_for(e, as_of),
            default=None,
        ),
        overdue=max((e for e in plans if _is_overdue(e, as_of)), key=_when_known, default=None),
        silence=silence,
        contacts=len(contacts),
    )


def find_asker(event: Event, rules: Sequence[RefusalRule]) -> tuple[str | None, str | None]:
    """Who asked and who refused, by the cue of the refusal; ``None`` where it is not told."""
    for entry in event.entries:
        claim = entry.claim
        if claim.status is not Status.REFUSED or not isinstance(claim, Contact):
            continue
        a = {party.state for party in claim.a} & set(event.pair)
        b = {party.state for party in claim.b} & set(event.pair) - a
        cue = (claim.reason.cue or "") if claim.reason else ""
        rule = next((row for row in rules if _fits_refusal(row, claim, cue)), None)
        if rule is not None and len(a) == len(b) == 1:
            sides = (a.pop(), b.pop())
            return sides if rule.asker == "a" else (sides[1], sides[0])
    return None, None


def _fits_refusal(rule: RefusalRule, claim: Contact, cue: str) -> bool:
    if rule.modes and claim.mode not in rule.modes:
        return False
    return not rule.words or _has_word(cue, rule.words)


def _find_refusals(
    events: Iterable[Event], last: Event | None, rules: Sequence[RefusalRule]
) -> tuple[Refusal, ...]:
    found = [
        event
        for event in events
        if event.status is Status.REFUSED and (last is None or event.day >= last.day)
    ]
    return tuple(
        Refusal(event=event, asker=asker, refuser=refuser)
        for event in sorted(found, key=_when_known, reverse=True)
        for asker, refuser in [find_asker(event, rules)]
    )


def _find_rule(
    events: Mapping[str, Sequence[Event]],
    rules: Sequence[ChannelRule],
    silence: Silence | None,
    as_of: date,
) -> tuple[ChannelRule | None, list[Event]]:
    """The first rule that holds for events by status, with those behind it, latest last."""
    for rule in rules:
        if rule.silence and (silence is None or silence.days < rule.silence):
            continue
        if rule.chance < 1.0 and (
            silence is None or silence.chance is None or silence.chance > rule.chance
        ):
            continue
        found = [
            event
            for status in rule.statuses
            for event in events.get(status, ())
            if _fits(event, rule, as_of)
        ]
        kept = _drop_undone(found, rule, events) if found else []
        if len(kept) >= rule.least:
            return rule, sorted(kept, key=_when_known)
    return None, []


def _fits(event: Event, rule: ChannelRule, as_of: date) -> bool:
    if rule.modes and event.what not in rule.modes:
        return False
    if rule.within and (as_of - event.day).days > rule.within:
        return False
    return not rule.words or _has_word(_cues(event), rule.words)


def _drop_undone(
    found: Sequence[Event], rule: ChannelRule, events: Mapping[str, Sequence[Event]]
) -> list[Event]:
    """Without those that a later event undoes, or what goes on as a habit on their very day.

    That formal ties stand undoes a break of ties only: they stand while nobody speaks as well.
    """
    undoing = [event for status in rule.until for event in events.get(status, ())]
    speaking = [event for event in undoing if event.what is not Mode.TIES]
    last, last_spoken = _last_day(undoing), _last_day(speaking)
    habits = {event.day for event in undoing if event.status is Status.ONGOING}
    spoken = {event.day for event in speaking if event.status is Status.ONGOING}
    return [
        event
        for event in found
        if event.day >= (last if event.what is Mode.TIES else last_spoken)
        and event.day not in (habits if event.what is Mode.TIES else spoken)
    ]


def _last_day(events: Iterable[Event]) -> date:
    return max((event.day for event in events), default=date.min)


def _status(event: Event) -> str:
    return DISPUTED if event.is_disputed else event.status.value


def _cues(event: Event) -> str:
    reasons = [entry.claim.reason for entry in event.entries if entry.claim.reason]
    return " ".join(f"{reason.trigger} {reason.cue or ''}" for reason in reasons)


def _has_word(text: str, words: Sequence[str]) -> bool:
    """Whether a word of the text begins with one of these."""
    plain = text.lower().replace("n’t", " not").replace("n't", " not")
    return any(re.search(rf"\b{re.escape(word)}", plain) for word in words)


def _fill(rule: ChannelRule, because: Sequence[Event], silence: Silence | None) -> str:
    last = because[-1]
    return rule.reason.format(
        day=last.day.isoformat(),
        what=last.what.value,
        status=_status(last),
        count=len(because),
        days=silence.days if silence else 0,
    )


def _say_unknown(events: Sequence[Event]) -> str:
    if not events:
        return "nothing reported"
    named = sorted({event.status.value for event in events})
    return f"only reported as {', '.join(named)}"


def _is_ahead(event: Event, as_of: date) -> bool:
    """Whether a plan is still to come: its time is not over, or it has none and is fresh."""
    _, last = span_of(event.when)
    if last is not None:
        return last >= as_of
    return (as_of - event.day).days <= _EXPECTED


def _is_overdue(event: Event, as_of: date) -> bool:
    _, last = span_of(event.when)
    return last is not None and last < as_of


def _called_off(events: Iterable[Event]) -> date:
    """The last day on which something was called off, also where it was set anew since.

    What was planned before counts as off with it: better a plan missed than one that is none.
    """
    days = [
        entry.day
        for event in events
        for entry in event.entries
        if entry.claim.status is Status.CANCELLED
    ]
    return max(days, default=date.min)


def _set_for(event: Event, as_of: date) -> tuple[date, str]:
    first, last = span_of(event.when)
    return first or last or as_of, event.id


def _when_known(event: Event) -> tuple[date, date, str]:
    return event.day, event.last_known, event.id


def _order(ranks: Ranks) -> tuple[int, int, int]:
    """The higher rank first, then equals before unequals."""
    places = sorted(rank_order(rank) for rank in ranks)
    return places[0], places[1], rank_order(ranks[0])
