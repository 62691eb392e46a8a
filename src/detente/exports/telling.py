"""An event in words, for feeds and calendars: what is reported, by how many, in which words.

It says "reported", names the count of independent sources and who vouches, and shows the quote.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.lexicon.state_names import get_name
from detente.model.channels import Ranks
from detente.model.dates import When
from detente.model.entries import Entry
from detente.model.events import Event
from detente.model.pairs import Pair, sides_of
from detente.model.parties import Party


def say_pair(pair: Pair) -> str:
    """``Sweden – Turkey``; for an envoy and his capital ``Sweden, within``."""
    if pair[0] == pair[1]:
        return f"{get_name(pair[0])}, within"
    return f"{get_name(pair[0])} – {get_name(pair[1])}"


def say_ranks(ranks: Ranks | None) -> str:
    """``minister–leader``, in the order of the pair's states."""
    if ranks is None:
        return ""
    return ranks[0].value if ranks[0] is ranks[1] else f"{ranks[0]}–{ranks[1]}"


def say_event(event: Event) -> str:
    """``meeting reported refused: Nils Åkerman (SWE) with Levent Aksoy (TUR)``."""
    status = "disputed" if event.is_disputed else event.status.value
    return f"{event.what} reported {status}: {say_sides(event)}"


def say_sides(event: Event) -> str:
    """Who with whom, or towards whom, as the claim that speaks best for it has it."""
    one, other = sides_of(event.best.claim)
    link = "with" if event.is_contact else "towards"
    return f"{_say_parties(one)} {link} {_say_parties(other)}"


def say_support(event: Event) -> str:
    """How many independent sources, who vouches, and the quote with its outlet."""
    entry = event.best
    count = f"{event.sources} independent source{'' if event.sources == 1 else 's'}"
    vouchers = " via ".join(" ".join(name.split()) for name in entry.claim.according_to)
    by = f"; according to {vouchers}" if vouchers else ""
    return f"{count}{by}: {say_quote(entry)}"


def say_quote(entry: Entry) -> str:
    """The words that a claim rests on, in quotation marks, with outlet and date."""
    words = " ".join(entry.claim.evidence.quote.split()).strip("“”\"'")
    source = entry.source
    origin = ", ".join(str(part) for part in (source.outlet, source.published) if part)
    return f"“{words}”" + (f" ({origin})" if origin else "")


def say_when(when: When) -> str:
    """The text's own words for the time, and what they were read as."""
    start, end = (str(item) if item else "…" for item in (when.start, when.end))
    span = start if start == end else f"{start} – {end}"
    return f"{span} (“{' '.join(when.text.split())}”)" if when.text else span


def find_links(event: Event) -> tuple[str, ...]:
    """The addresses of the event's articles, each once."""
    return tuple(dict.fromkeys(e.source.url for e in event.entries if e.source.url))


def _say_parties(parties: Iterable[Party]) -> str:
    return ", ".join(f"{' '.join((p.name or p.text).split())} ({p.state})" for p in parties)
