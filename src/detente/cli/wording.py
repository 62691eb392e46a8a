"""How events and channels are told in words, the same in every view.

The views say what is reported and by how many independent sources; what was planned, refused or
denied is never told as held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from detente.lexicon.state_names import get_name
from detente.model.channels import Change, Channel, ChannelState, Ranks, Refusal
from detente.model.claims import Status
from detente.model.dates import When
from detente.model.entries import Entry
from detente.model.events import Event
from detente.model.pairs import Pair, sides_of
from detente.model.parties import UNKNOWN_STATE, Party

# A sign beside each word, so that it can be told without colour
STATE_SIGNS = {
    ChannelState.OPEN: ("●", "green"),
    ChannelState.QUIET: ("◌", "yellow"),
    ChannelState.STRAINED: ("◐", "yellow"),
    ChannelState.BLOCKED: ("✗", "red"),
    ChannelState.SUSPENDED: ("✗", "red"),
    ChannelState.SEVERED: ("✗", "red"),
    ChannelState.UNKNOWN: ("?", "dim"),
}
STATUS_SIGNS = {
    Status.HELD: ("●", "green"),
    Status.ONGOING: ("●", "green"),
    Status.RESUMED: ("●", "green"),
    Status.PLANNED: ("○", "blue"),
    Status.PROPOSED: ("○", "blue"),
    Status.POSSIBLE: ("?", "blue"),
    Status.REFUSED: ("✗", "red"),
    Status.CANCELLED: ("✗", "red"),
    Status.ABSENT: ("✗", "red"),
    Status.SUSPENDED: ("✗", "red"),
    Status.DENIED: ("✗", "red"),
}
DISPUTED = ("disputed", "✗", "red")
_UNUSUAL = 0.05


def say_pair(pair: Pair) -> str:
    """``SWE–TUR``."""
    return "–".join(pair)


def say_names(pair: Pair) -> str:
    """``Sweden and Turkey``; for an envoy and his capital ``Within Sweden``."""
    one, other = (get_name(code) for code in pair)
    return f"Within {one}" if pair[0] == pair[1] else f"{one} and {other}"


def say_ranks(ranks: Ranks | None) -> str:
    """``minister–leader``, in the order of the pair's states; once where both are the same."""
    if ranks is None:
        return "any rank"
    return ranks[0].value if ranks[0] is ranks[1] else f"{ranks[0]}–{ranks[1]}"


def say_status(event: Event) -> tuple[str, str, str]:
    """The word for what is reported of an event, its sign and colour."""
    if event.is_disputed:
        return DISPUTED
    return event.status.value, *STATUS_SIGNS[event.status]


def say_when(when: When | None, known: date) -> str:
    """When, as exactly as the text says; else by when it was known."""
    if when is None or (when.start is None and when.end is None):
        return f"by {known}"
    if when.start == when.end:
        return str(when.start)
    if when.end is None:
        return f"since {when.start}"
    if when.start is None:
        return f"until {when.end}"
    return f"{when.start} – {when.end}"


def say_event_time(event: Event) -> str:
    """When an event was or is to be; of one without a time, by when it was known."""
    is_open = event.when is not None and event.when.end is None
    if event.status is Status.HELD and is_open and not event.is_disputed:
        return f"by {event.day}"  # what was held once does not go on since then
    return say_when(event.when, event.day)


def say_party(party: Party) -> str:
    """``Levent Aksoy (TUR minister)``."""
    state = "?" if party.state == UNKNOWN_STATE else party.state
    return f"{' '.join((party.name or party.text).split())} ({state} {party.rank})"


def say_sides(event: Event) -> str:
    """Who with whom, as the claim that speaks best for the event has it."""
    one, other = sides_of(event.best.claim)
    word = "with" if event.is_contact else "towards"
    return f"{', '.join(map(say_party, one))} {word} {', '.join(map(say_party, other))}"


def say_sources(event: Event) -> str:
    """``2 independent sources (3 articles)``."""
    articles = len({entry.source.article for entry in event.entries})
    count = f"{event.sources} independent source{'' if event.sources == 1 else 's'}"
    return count if articles == event.sources else f"{count} ({articles} articles)"


def say_vouchers(entry: Entry) -> str:
    """``according to Turkish officials via Hurriyet``; empty where the article says it itself."""
    names = [" ".join(name.split()) for name in entry.claim.according_to]
    return f"according to {' via '.join(names)}" if names else ""


def say_quote(entry: Entry) -> str:
    """The words that a claim rests on, in quotation marks."""
    words = " ".join(entry.claim.evidence.quote.split()).strip("“”\"'")
    return f"“{words}”"


def say_dispute(event: Event) -> str:
    """``held according to A (2); denied according to B (1)``; empty where nothing is disputed."""
    entries = {entry.id: entry for entry in event.entries}
    parts = []
    for dispute in event.disputes:
        values = []
        for value, ids in dispute.values:
            vouchers = sorted({say_vouchers(entries[one]) for one in ids} - {""})
            by = f" {' and '.join(vouchers)}" if vouchers else ""
            values.append(f"{value}{by} ({len(ids)})")
        parts.append(f"claims differ on {dispute.field}: {'; '.join(values)}")
    return "; ".join(parts)


def say_last_contact(channel: Channel) -> str:
    """``last contact reported 2023-08-03 (call), 42 days before``."""
    last, silence = channel.last_contact, channel.silence
    if last is None or silence is None:
        return "no contact reported"
    if last.status is Status.ONGOING:
        return f"contact reported as going on {last.day} ({last.what}), {_ago(silence.days)}"
    how = f"{last.what}, implied" if last.is_implied else last.what.value
    time = last.day.isoformat() if last.is_implied else say_event_time(last)
    return f"last contact reported {time} ({how}), {_ago(silence.days)}"


def say_reason(channel: Channel) -> str:
    """Why the channel stands so; empty where that only repeats when the last contact was."""
    if channel.because and channel.because[-1] == channel.last_contact:
        return ""
    return channel.reason


def say_silence(channel: Channel) -> str:
    """What is usual, and how unusual the present silence is; empty where that is not known."""
    silence = channel.silence
    if silence is None or silence.usual is None or silence.chance is None:
        return ""
    usual = f"usually every {_days(silence.usual)}, at longest {silence.longest}"
    if silence.chance > _UNUSUAL:
        return usual
    return f"{usual}; so long a silence is unusual (chance {_percent(silence.chance)})"


def say_refusal(refusal: Refusal) -> str:
    """Who asked and who refused, as far as it is told."""
    day = refusal.event.day
    what = refusal.event.what.value
    if refusal.asker is None or refusal.refuser is None:
        return f"{what} reported refused {day}; who refused is in the quote"
    asker, refuser = get_name(refusal.asker), get_name(refusal.refuser)
    return f"{what} reported refused by {refuser} to {asker}, {day}"


def say_attempt(channel: Channel) -> str:
    """The last offer, or contact called off, since the last contact; empty for other attempts."""
    attempt, contact = channel.last_attempt, channel.last_contact
    if attempt is None or attempt.status not in (Status.PROPOSED, Status.CANCELLED):
        return ""
    if contact is not None and contact.day >= attempt.day:
        return ""
    return f"last attempt: {attempt.what} reported {attempt.status}, {_say_day(attempt)}"


def say_plan(channel: Channel) -> str:
    """The next contact that is planned, or the plan of which nothing more is reported."""
    if channel.next_planned is not None:
        plan = channel.next_planned
        return f"next planned: {plan.what}, {_say_day(plan)}"
    if channel.overdue is not None:
        plan = channel.overdue
        return f"planned for {_say_day(plan)}: {plan.what}; what became of it is not reported"
    return ""


def _say_day(plan: Event) -> str:
    """The day of a plan; where none is given, when the plan was reported."""
    if plan.when is None or (plan.when.start is None and plan.when.end is None):
        return f"no day given (reported {plan.day})"
    return say_event_time(plan)


def say_changes(changes: Iterable[Change]) -> str:
    """What turned, each thing once, with how often where that is more than once."""
    counts = Counter(change.text.split(":")[0] for change in changes)
    return "; ".join(f"{text} ({n} times)" if n > 1 else text for text, n in counts.items())


def say_axes(as_of: date, known_by: date | None) -> str:
    """``as of 2023-09-14``, and by when reported where that is limited."""
    return f"as of {as_of}" + (f", reported by {known_by}" if known_by else "")


def _ago(days: int) -> str:
    return f"{_days(days)} before" if days else "that day"


def _days(number: int) -> str:
    return f"{number:,} day{'' if number == 1 else 's'}"


def _percent(chance: float) -> str:
    return f"{chance:.1%}" if chance >= 0.001 else "under 0.1%"
