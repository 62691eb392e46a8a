"""One happening told twice in an article is one claim: the telling with most detail stays.

Works on claims of one article only; what several articles say of one event is another matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.model.claims import HAPPENED, Action, Contact, EventType, Mode, Status
from detente.model.dates import When
from detente.model.parties import UNKNOWN_STATE, Party, Rank

# How much a mode says: "talks" and "meeting" told of one happening are one claim, as a meeting.
_DETAIL = {
    Mode.CALL: 3,
    Mode.LETTER: 3,
    Mode.SUMMONS: 3,
    Mode.MEETING: 2,
    Mode.VISIT: 2,
    Mode.MESSAGE: 2,
    Mode.TIES: 2,
    Mode.CHANNEL: 1,
    Mode.TALKS: 1,
}
_IN_WORDS = frozenset({Mode.MEETING, Mode.TALKS, Mode.CALL})
_MUTUAL = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})


def merge_contacts(contacts: Iterable[Contact], *, title_end: int = 0) -> tuple[Contact, ...]:
    """Contacts without repeats, in the order of their evidence.

    What only the title says is kept where the body says it nowhere; ``title_end`` is where the
    title ends, in code points.
    """
    kept: list[Contact] = []
    for contact in contacts:
        twin = next((i for i, other in enumerate(kept) if is_same_contact(contact, other)), None)
        if twin is None:
            kept.append(contact)
        else:
            kept[twin] = _join(kept[twin], contact, title_end)
    told = [_all_states(item) for item in kept if item.evidence.start >= title_end]
    kept = [item for item in kept if not _is_only_title(item, told, title_end)]
    return tuple(sorted(kept, key=lambda item: (item.evidence.start, item.evidence.end)))


def _is_only_title(contact: Contact, told: list[set[str]], title_end: int) -> bool:
    """Whether a title says in short what the body tells of the same states, in other words."""
    states = _all_states(contact)
    is_title = contact.evidence.start < title_end
    return is_title and any(states <= other or other <= states for other in told)


def _all_states(contact: Contact) -> set[str]:
    return _states(contact.a) | _states(contact.b)


def _join(one: Contact, other: Contact, title_end: int) -> Contact:
    """The fuller telling, with the more telling mode and the time that the other may add."""
    best, rest = (
        (one, other) if _detail(one, title_end) >= _detail(other, title_end) else (other, one)
    )
    mode = max((best.mode, rest.mode), key=lambda item: _DETAIL[item])
    return replace(best, mode=mode, when=best.when or rest.when)


def merge_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Actions without repeats, in the order of their evidence."""
    kept: list[Action] = []
    for action in actions:
        twin = next((i for i, other in enumerate(kept) if is_same_action(action, other)), None)
        if twin is None:
            kept.append(action)
        elif action.when is not None and kept[twin].when is None:
            kept[twin] = action
    return tuple(sorted(kept, key=lambda item: (item.evidence.start, item.evidence.end)))


def is_same_contact(one: Contact, other: Contact) -> bool:
    """Whether two claims tell the same contact with the same status.

    "Wang will meet Kono in May" and "The meeting in May …" are; a meeting held and one planned
    are not; nor are meetings on two days, or with two named persons.
    """
    if one.status is not other.status or not _is_same_mode(one, other):
        return False
    if one.where and other.where and one.where.lower() != other.where.lower():
        return False
    straight = _agree(one.a, other.a) and _agree(one.b, other.b)
    # Who travels tells two visits apart: a visit and the return visit are two
    may_cross = Mode.VISIT not in (one.mode, other.mode)
    crossed = may_cross and _agree(one.a, other.b) and _agree(one.b, other.a)
    return (straight or crossed) and _is_compatible(one.when, other.when)


def is_same_action(one: Action, other: Action) -> bool:
    """Whether two claims tell the same act."""
    if one.type is not other.type or one.status is not other.status:
        return False
    same = _states(one.actors) == _states(other.actors) and _states(one.recipients) == _states(
        other.recipients
    )
    if not same and one.type in _MUTUAL:
        same = _states(one.actors) | _states(one.recipients) == _states(other.actors) | _states(
            other.recipients
        )
    if not same or not _is_compatible(one.when, other.when):
        return False
    trigger = one.reason.trigger.lower() if one.reason else ""
    return one.evidence.overlaps(other.evidence) or (
        other.reason is not None and trigger[:5] == other.reason.trigger.lower()[:5]
    )


def _is_same_mode(one: Contact, other: Contact) -> bool:
    if one.mode is other.mode:
        return True
    if {one.mode, other.mode} <= _IN_WORDS and Mode.TALKS in (one.mode, other.mode):
        return True
    return one.evidence.overlaps(other.evidence) and {one.mode, other.mode} in (
        {Mode.VISIT, Mode.MEETING},
        {Mode.CHANNEL, Mode.TALKS},
        {Mode.CALL, Mode.MEETING},
        {Mode.TIES, Mode.CHANNEL},
    )


def _agree(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Same states, and no two different persons of one state."""
    if not _states(one) & _states(other):
        return False
    if _states(one) != _states(other):
        return False  # a stop of a journey, one of several talks: told apart, they are apart
    return all(
        not _is_other_person(p, q) for p in one for q in other if p.state == q.state
    ) or bool(_families(one) & _families(other))


def _is_other_person(one: Party, other: Party) -> bool:
    if one.name and other.name:
        return not _family(one.name) & _family(other.name)
    named, unnamed = (one, other) if one.name else (other, one)
    if not named.name or unnamed.rank is Rank.GOVERNMENT:
        return False
    return unnamed.rank is not named.rank


def _families(parties: tuple[Party, ...]) -> set[str]:
    return {word for party in parties if party.name for word in _family(party.name)}


def _family(name: str) -> set[str]:
    words = name.lower().replace("-", " ").split()
    return {words[0], words[-1]} if words else set()


def _states(parties: tuple[Party, ...]) -> set[str]:
    known = {party.state for party in parties if party.state != UNKNOWN_STATE}
    return known or {UNKNOWN_STATE}


def _is_compatible(one: When | None, other: When | None) -> bool:
    """Whether two times can be of one happening: one unknown, or the one inside the other."""
    if one is None or other is None:
        return True
    return _bound_agrees(one, other)


def _bound_agrees(one: When, other: When) -> bool:
    start = max(str(one.start or ""), str(other.start or ""))
    ends = [str(item.end) for item in (one, other) if item.end is not None]
    if not ends or not start:
        return True
    end = min(ends)
    return start <= end or start.startswith(end) or end.startswith(start)


def _detail(contact: Contact, title_end: int) -> tuple[float, ...]:
    """How much a telling is worth: in the body, judged sure, with time and names."""
    people = sum(1 for party in (*contact.a, *contact.b) if party.name)
    known = sum(1 for party in (*contact.a, *contact.b) if party.state != UNKNOWN_STATE)
    ranked = sum(1 for p in (*contact.a, *contact.b) if p.rank is not Rank.GOVERNMENT)
    worth = (contact.confidence or 0.0) + 0.1 * (contact.when is not None) + 0.05 * people
    return (
        int(contact.evidence.end > title_end),
        worth if contact.confidence is not None else min(known, 2),
        int(contact.when is not None),
        people + ranked,
        -contact.evidence.start,
    )


def is_cautious(status: Status) -> bool:
    """Whether a status keeps a reader from taking the contact as made."""
    return status not in HAPPENED
