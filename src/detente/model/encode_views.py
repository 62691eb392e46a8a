"""What the ledger answers, to JSON values: events, channels, ladders, boards, changes, hits.

Days are ISO texts; a claim inside has the shape of the published record schema.
"""

from __future__ import annotations

from typing import Any

from detente.model.channels import Board, BoardRow, Change, Channel, Ladder, Refusal
from detente.model.claims import Action, Contact
from detente.model.encode import action_to_json, contact_to_json, record_to_json
from detente.model.entries import Correction, Entry, Source
from detente.model.events import Event
from detente.model.views import (
    Brief,
    Hit,
    Problem,
    Shown,
    ShownArticle,
    ShownClaim,
)

Json = dict[str, Any]


def claim_to_json(claim: Contact | Action) -> Json:
    """A contact or action as in the record schema."""
    return contact_to_json(claim) if isinstance(claim, Contact) else action_to_json(claim)


def source_to_json(source: Source) -> Json:
    """An article as far as a claim's reader must know it."""
    return {
        "article": source.article,
        "title": source.title,
        "outlet": source.outlet,
        "published": str(source.published) if source.published else None,
        "known": source.known.isoformat(),
        "url": source.url,
    }


def correction_to_json(correction: Correction) -> Json:
    """A person's word on a claim."""
    return {
        "claim": correction.claim,
        "verdict": correction.verdict.value,
        "changes": dict(correction.changes),
        "reason": correction.reason,
        "author": correction.author,
        "recorded": correction.recorded,
    }


def entry_to_json(entry: Entry) -> Json:
    """A claim with its source and correction; ``id`` is the one to ask the ledger for."""
    return {
        "id": entry.told_as,
        "is_implied": entry.is_implied,
        "source": source_to_json(entry.source),
        "claim": claim_to_json(entry.claim),
        "correction": correction_to_json(entry.correction) if entry.correction else None,
    }


def event_to_json(event: Event) -> Json:
    """An event with its claims, why they were joined, and on what they differ."""
    when = event.when
    return {
        "id": event.id,
        "pair": list(event.pair),
        "kind": "contact" if event.is_contact else "action",
        "what": event.what.value,
        "status": event.status.value,
        "took_place": event.took_place,
        "is_disputed": event.is_disputed,
        "is_implied": event.is_implied,
        "when": {
            "start": str(when.start) if when.start else None,
            "end": str(when.end) if when.end else None,
            "text": when.text,
        }
        if when
        else None,
        "day": event.day.isoformat(),
        "where": event.where,
        "ranks": [rank.value for rank in event.ranks],
        "independent_sources": event.sources,
        "first_known": event.first_known.isoformat(),
        "last_known": event.last_known.isoformat(),
        "disputes": [
            {"field": item.field, "values": {value: list(ids) for value, ids in item.values}}
            for item in event.disputes
        ],
        "links": [
            {"one": link.one, "other": link.other, "score": link.score, "reason": link.reason}
            for link in event.links
        ],
        "entries": [entry_to_json(entry) for entry in event.entries],
    }


def channel_to_json(channel: Channel) -> Json:
    """A channel: its state, why, and the ids of the events it rests on."""
    silence = channel.silence
    return {
        "ranks": [rank.value for rank in channel.ranks] if channel.ranks else None,
        "state": channel.state.value,
        "rule": channel.rule,
        "reason": channel.reason,
        "because": [event.id for event in channel.because],
        "contacts": channel.contacts,
        "last_contact": _brief(channel.last_contact),
        "last_attempt": _brief(channel.last_attempt),
        "next_planned": _brief(channel.next_planned),
        "overdue": _brief(channel.overdue),
        "refusals": [_refusal(refusal) for refusal in channel.refusals],
        "silence": {
            "since": silence.since.isoformat(),
            "days": silence.days,
            "usual": silence.usual,
            "longest": silence.longest,
            "chance": silence.chance,
        }
        if silence
        else None,
    }


def ladder_to_json(ladder: Ladder) -> Json:
    """A ladder: the pair as a whole, then each channel."""
    return {
        "pair": list(ladder.pair),
        "as_of": ladder.as_of.isoformat(),
        "known_by": ladder.known_by.isoformat() if ladder.known_by else None,
        "overall": channel_to_json(ladder.overall),
        "channels": [channel_to_json(channel) for channel in ladder.channels],
        "unreported": [rank.value for rank in ladder.unreported],
    }


def change_to_json(change: Change) -> Json:
    """A turn, with the id of the event behind it."""
    return {
        "day": change.day.isoformat(),
        "pair": list(change.pair),
        "ranks": [rank.value for rank in change.ranks] if change.ranks else None,
        "kind": change.kind.value,
        "text": change.text,
        "weight": change.weight,
        "event": change.event.id if change.event else None,
    }


def row_to_json(row: BoardRow) -> Json:
    """One pair on the board."""
    return {
        "pair": list(row.ladder.pair),
        "weight": row.weight,
        "recent_contacts": row.recent_contacts,
        "earlier_contacts": row.earlier_contacts,
        "overall": channel_to_json(row.ladder.overall),
        "changes": [change_to_json(change) for change in row.changes],
    }


def board_to_json(board: Board) -> Json:
    """All pairs, the most changed first."""
    return {
        "as_of": board.as_of.isoformat(),
        "known_by": board.known_by.isoformat() if board.known_by else None,
        "since": board.since.isoformat(),
        "rows": [row_to_json(row) for row in board.rows],
    }


def hit_to_json(hit: Hit) -> Json:
    """An article that a search found; the words sought stand between « and »."""
    excerpt = "".join(f"«{part}»" if is_sought else part for part, is_sought in hit.excerpt)
    return {**source_to_json(hit.source), "excerpt": excerpt, "claims": hit.claims}


def shown_to_json(shown: Shown) -> Json:
    """A claim, event or article shown."""
    if isinstance(shown, ShownArticle):
        return {
            "article": record_to_json(shown.record),
            "entries": [entry_to_json(entry) for entry in shown.entries],
        }
    if isinstance(shown, ShownClaim):
        return {
            **entry_to_json(shown.entry),
            "is_superseded": shown.is_superseded,
            "corrections": [correction_to_json(item) for item in shown.corrections],
            "events": [event.id for event in shown.events],
        }
    return event_to_json(shown.event)


def brief_to_json(brief: Brief) -> Json:
    """A chronology: how it stands, and all events."""
    return {
        "since": brief.since.isoformat() if brief.since else None,
        "ladder": ladder_to_json(brief.ladder),
        "events": [event_to_json(event) for event in brief.events],
    }


def problem_to_json(problem: Problem) -> Json:
    """An invariant that does not hold."""
    return {"check": problem.check, "subject": problem.subject, "message": problem.message}


def _brief(event: Event | None) -> Json | None:
    """An event in few words, for where it stands beside others."""
    if event is None:
        return None
    return {
        "id": event.id,
        "what": event.what.value,
        "status": event.status.value,
        "day": event.day.isoformat(),
        "is_implied": event.is_implied,
        "independent_sources": event.sources,
        "quote": event.best.claim.evidence.quote,
        "claim": event.best.told_as,
    }


def _refusal(refusal: Refusal) -> Json:
    return {
        "event": refusal.event.id,
        "day": refusal.event.day.isoformat(),
        "asker": refusal.asker,
        "refuser": refusal.refuser,
    }
