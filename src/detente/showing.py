"""Showing one thing of a ledger by its id or the beginning of one: claim, event or article.

Apart from `book`, for size; like it, it joins the store with the rules over it.
"""

from __future__ import annotations

from detente.errors import LedgerError
from detente.ledger import query
from detente.ledger.database import Conn
from detente.model.entries import IMPLIED, Entry
from detente.model.events import PREFIX, Event, parse_event_id
from detente.model.pairs import Pair, pairs_of
from detente.model.views import Shown, ShownArticle, ShownClaim, ShownEvent
from detente.resolve.events import find_events

_LEAST = 4  # characters after the kind; fewer would name many things in any ledger
_KINDS = ("con-", "act-")
_REMEDY = "look for it with: detente search, or detente timeline"


def show(conn: Conn, prefix: str) -> Shown:
    """The claim, event or article of an id or of the beginning of one.

    Raises: ``LedgerError`` where there is none, or more than one.
    """
    if prefix.startswith(PREFIX):
        return _show_event(conn, prefix)
    found = _get_id(conn, prefix)
    entry = query.find_claim(conn, found)
    return _show_claim(conn, entry) if entry is not None else _show_article(conn, found)


def _get_id(conn: Conn, prefix: str) -> str:
    found = query.find_ids(conn, prefix)
    if prefix in found:
        return prefix
    if len(prefix.split("-", 1)[-1]) < _LEAST or not found:
        raise LedgerError(prefix, "is no claim, event or article in the ledger", _REMEDY)
    if len(found) > 1:
        raise LedgerError(prefix, f"begins {found[0]} and {found[1]}", "give more of the id")
    return found[0]


def _show_article(conn: Conn, article_id: str) -> ShownArticle:
    record = query.get_record(conn, article_id)
    return ShownArticle(record=record, entries=query.find_entries_of(conn, [article_id]))


def _show_claim(conn: Conn, entry: Entry) -> ShownClaim:
    events = [_find_event(conn, entry.id, pair) for pair in pairs_of(entry.claim)]
    return ShownClaim(
        entry=entry,
        article=query.get_article(conn, entry.source.article),
        corrections=query.find_corrections(conn, entry.id),
        events=tuple(event for event in events if event is not None),
        is_superseded=query.is_superseded(conn, entry.id),
    )


def _show_event(conn: Conn, text: str) -> ShownEvent:
    claim, pair = _parse(conn, text)
    event = _find_event(conn, claim, pair)
    if event is None:
        raise LedgerError(text, "is no event in the ledger", _REMEDY)
    ids = sorted({entry.source.article for entry in event.entries})
    return ShownEvent(event=event, articles=tuple(query.get_article(conn, one) for one in ids))


def _parse(conn: Conn, text: str) -> tuple[str, Pair]:
    """The claim and the pair that an event's id names; of a beginning, the claim's first pair."""
    try:
        digest, pair = parse_event_id(text)
    except ValueError:
        digest, pair = text.removeprefix(PREFIX), None
    told, mark, _ = digest.partition(IMPLIED)
    for kind in _KINDS:
        found = query.find_ids(conn, kind + told) if len(told) >= _LEAST else ()
        entry = query.find_claim(conn, found[0]) if len(found) == 1 else None
        if entry is not None:
            return found[0] + mark, pair or pairs_of(entry.claim)[0]
    raise LedgerError(text, "is no event in the ledger", _REMEDY)


def _find_event(conn: Conn, claim: str, pair: Pair) -> Event | None:
    """The event of a pair that holds a claim, however its id reads by now."""
    for event in find_events(query.find_entries(conn, pair), pair):
        if any(entry.id == claim for entry in event.entries):
            return event
    return None
