"""Exporting: what a ledger holds, handed to a format; the one place that joins the two.

The formats are pure and know no store; the ledger knows no format.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.metadata import version

from detente.book import WINDOW, Ledger
from detente.exports.formats import FORMATS, Format, get_format
from detente.exports.outcome import Exported, LeftOut, Material
from detente.exports.plover import parse_plover
from detente.lexicon.state_names import get_code
from detente.model.article import Article
from detente.model.days import span_of
from detente.model.events import Event
from detente.model.pairs import make_pair

__all__ = [
    "FORMATS",
    "Exported",
    "Format",
    "LeftOut",
    "export_ledger",
    "get_format",
    "parse_plover",
]


def export_ledger(
    ledger: Ledger,
    name: str,
    *,
    pair: tuple[str, str] | None = None,
    since: date | None = None,
    as_of: date | None = None,
    known_by: date | None = None,
) -> Exported:
    """What the ledger holds in the format ``name``: of a pair of states, or all.

    ``since`` keeps what came about, or is set for, that day or later; feeds tell what turned after
    it (left out: in the last 30 days).
    Raises: ``UsageError`` for an unknown format or state, ``LedgerError`` for an empty ledger.
    """
    made = get_format(name)
    day = as_of or ledger.last_day(known_by)
    codes = make_pair(get_code(pair[0]), get_code(pair[1])) if pair else None
    material = Material(events=(), as_of=day, version=version("detente"))
    if made.is_of_changes:
        changes = ledger.changes(since or day - WINDOW, as_of=day, known_by=known_by)
        kept = tuple(c for c in changes if c.weight and codes in (None, c.pair))
        return made.make(replace(material, changes=kept))
    if codes:
        events = ledger.events(*codes, as_of=day, known_by=known_by)
    else:
        found = ledger.all_events(as_of=day, known_by=known_by)
        events = tuple(event for of_pair in found.values() for event in of_pair)
    if since is not None:
        events = tuple(event for event in events if _last_day(event) >= since)
    articles = _get_articles(ledger, events) if made.needs_articles else {}
    return made.make(replace(material, events=events, articles=articles))


def _last_day(event: Event) -> date:
    """The day by which it came about, or that a plan is set for."""
    _, last = span_of(event.when)
    return max(event.day, last or event.day)


def _get_articles(ledger: Ledger, events: tuple[Event, ...]) -> dict[str, Article]:
    ids = sorted({entry.source.article for event in events for entry in event.entries})
    return {one: ledger.get_record(one).article for one in ids}
