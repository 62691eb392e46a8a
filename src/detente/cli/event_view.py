"""Timelines, changes, search hits, and single things shown with their evidence in its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from detente.cli.drawing import indent, note, signed, title
from detente.cli.wording import (
    STATUS_SIGNS,
    say_dispute,
    say_event_time,
    say_pair,
    say_party,
    say_quote,
    say_ranks,
    say_sides,
    say_sources,
    say_status,
    say_vouchers,
    say_when,
)
from detente.model.article import Article
from detente.model.channels import Change
from detente.model.claims import Action, Contact
from detente.model.entries import Entry
from detente.model.events import Event
from detente.model.pairs import sides_of
from detente.model.views import Hit, ShownArticle, ShownClaim, ShownEvent

_EVENT_COLUMNS = (
    "event",
    "day",
    "start",
    "end",
    "state_1",
    "state_2",
    "rank_1",
    "rank_2",
    "kind",
    "what",
    "status",
    "disputed",
    "implied",
    "where",
    "independent_sources",
    "articles",
    "who",
    "evidence",
    "claim",
)
_CHANGE_COLUMNS = (
    "day",
    "state_1",
    "state_2",
    "rank_1",
    "rank_2",
    "kind",
    "text",
    "weight",
    "event",
)


def draw_timeline(events: Iterable[Event]) -> Iterator[RenderableType]:
    """Events in order of time, each with who, by how many sources, and its words."""
    for event in events:
        yield _draw_line(event)
        lines = [say_dispute(event), _implied(event)]
        if event.where:
            lines.insert(0, f"in {' '.join(event.where.split())}")
        for line in lines:
            if line:
                yield indent(Text(line), 13)
        yield indent(Text(say_quote(event.best), style="italic"), 13)
        told = [say_vouchers(event.best), say_sources(event), event.id]
        yield indent(note(" · ".join(part for part in told if part)), 13)


def draw_changes(changes: Iterable[Change]) -> Iterator[RenderableType]:
    """What turned, in order of time, in one table."""
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("day", no_wrap=True)
    table.add_column("pair", no_wrap=True)
    table.add_column("what turned", ratio=1, overflow="fold")
    for change in changes:
        words = Text(
            change.text if change.ranks is None else f"{say_ranks(change.ranks)}: {change.text}"
        )
        if change.event is not None:
            words.append(f"\n{say_quote(change.event.best)}", style="italic")
            words.append(f"\n{say_sources(change.event)} · {change.event.id}", style="dim")
        table.add_row(str(change.day), say_pair(change.pair), words)
    yield table


def draw_hits(hits: Iterable[Hit]) -> Iterator[RenderableType]:
    """Articles found, with the words sought in bold."""
    for number, hit in enumerate(hits):
        if number:
            yield ""
        yield _head(hit.source.title, [hit.source.outlet, str(hit.source.known)])
        words = Text()
        for part, is_sought in hit.excerpt:
            words.append(" ".join(part.split("\n")), style="bold" if is_sought else "")
        yield indent(words, 2)
        claims = f"{hit.claims} claim{'' if hit.claims == 1 else 's'}"
        yield indent(note(f"{claims} · {hit.source.article}"), 2)


def draw_claim(shown: ShownClaim) -> Iterator[RenderableType]:
    """A claim field by field, its words in their paragraph, corrections, and its events."""
    entry, claim = shown.entry, shown.entry.claim
    yield _head(shown.article.title, [shown.article.outlet, str(entry.source.known), entry.told_as])
    one, other = sides_of(claim)
    sign, style = STATUS_SIGNS[claim.status]
    yield Text.assemble("\n", signed(sign, claim.status.value, style), f"  {_what(entry)}")
    facts = [
        ("who", ", ".join(map(say_party, one))),
        ("with", ", ".join(map(say_party, other))),
        ("when", say_when(claim.when, entry.source.known)),
        ("where", getattr(claim, "where", None)),
        ("vouched for", say_vouchers(entry) or "the article itself"),
        ("topics", ", ".join(getattr(claim, "topics", ()))),
    ]
    yield _facts([(name, value) for name, value in facts if value])
    yield ""
    yield _paragraph(shown.article, entry)
    if shown.is_superseded:
        yield note("\nThe latest reading of the article no longer makes this claim.")
    for item in shown.corrections:
        changes = ", ".join(f"{name} → {value}" for name, value in item.changes.items())
        what = f"{item.verdict}{': ' + changes if changes else ''}"
        yield Text(f"\n{what}, by {item.author}, {item.recorded[:10]}: {item.reason}")
    for event in shown.events:
        yield note(f"\nEvent {event.id}: {say_sources(event)}")


def draw_event(shown: ShownEvent) -> Iterator[RenderableType]:
    """An event with each claim in its paragraph, and why the claims were joined."""
    event = shown.event
    yield _draw_line(event)
    for line in (say_dispute(event), _implied(event)):
        if line:
            yield indent(Text(line), 13)
    yield indent(note(f"{say_sources(event)} · {event.id}"), 13)
    articles = {article.id: article for article in shown.articles}
    for entry in event.entries:
        article = articles[entry.source.article]
        yield ""
        yield _head(article.title, [article.outlet, str(entry.source.known), entry.told_as])
        facts = [_what(entry), "implied" if entry.is_implied else entry.claim.status.value]
        facts += [say_when(entry.claim.when, entry.source.known), say_vouchers(entry)]
        yield indent(note(" · ".join(fact for fact in facts if fact)), 2)
        yield indent(_paragraph(article, entry), 2)
    for link in event.links:
        yield note(f"\n{link.one} and {link.other}: {link.score:.2f}, {link.reason}")


def draw_corrected(shown: ShownArticle) -> Iterator[RenderableType]:
    """The ids of an article's claims as they count now, and what corrections left out."""
    kept = {entry.id for entry in shown.entries}
    yield Text("\nCLAIMS IN THE LEDGER", style="bold")
    claims: tuple[Contact | Action, ...] = (*shown.record.contacts, *shown.record.actions)
    for claim in claims:
        state = "" if claim.id in kept else " (rejected)"
        quote = " ".join(claim.evidence.quote.split())
        yield indent(Text(f"{claim.id}{state}  {quote[:46]}…"), 2)


def event_rows(events: Iterable[Event]) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Column names and one row an event."""
    return _EVENT_COLUMNS, [_event_row(event) for event in events]


def change_rows(changes: Iterable[Change]) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Column names and one row a turn."""
    return _CHANGE_COLUMNS, [
        {
            "day": change.day,
            "state_1": change.pair[0],
            "state_2": change.pair[1],
            "rank_1": change.ranks[0] if change.ranks else "any",
            "rank_2": change.ranks[1] if change.ranks else "any",
            "kind": change.kind,
            "text": change.text,
            "weight": change.weight,
            "event": change.event.id if change.event else None,
        }
        for change in changes
    ]


def _draw_line(event: Event) -> RenderableType:
    word, sign, style = say_status(event)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=12, overflow="fold")
    grid.add_column(width=11)
    grid.add_column(overflow="fold")
    grid.add_row(
        say_event_time(event).replace(" – ", "\n–"),
        signed(sign, word, style),
        Text.assemble((event.what.value, "bold"), f"  {say_sides(event)}"),
    )
    return grid


def _implied(event: Event) -> str:
    return "implied: reported only as the last contact before a silence" if event.is_implied else ""


def _what(entry: Entry) -> str:
    claim = entry.claim
    return str(getattr(claim, "mode", None) or getattr(claim, "type", ""))


def _head(words: str | None, facts: list[str | None]) -> Text:
    return title(words or "Untitled", " · ".join(fact for fact in facts if fact))


def _facts(facts: list[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=12, style="dim")
    grid.add_column(overflow="fold")
    for name, value in facts:
        grid.add_row(name, value)
    return grid


def _paragraph(article: Article, entry: Entry) -> Text:
    """The paragraph that the evidence stands in, with the evidence marked."""
    evidence, text = entry.claim.evidence, article.text
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    end = len(text) if end < 0 else end
    return Text.assemble(
        text[start : evidence.start],
        ("“", "dim"),
        (text[evidence.start : evidence.end], "bold italic"),
        ("”", "dim"),
        text[evidence.end : end],
    )


def _event_row(event: Event) -> dict[str, Any]:
    when = event.when
    return {
        "event": event.id,
        "day": event.day,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "state_1": event.pair[0],
        "state_2": event.pair[1],
        "rank_1": event.ranks[0],
        "rank_2": event.ranks[1],
        "kind": "contact" if event.is_contact else "action",
        "what": event.what,
        "status": "disputed" if event.is_disputed else event.status,
        "disputed": int(event.is_disputed),
        "implied": int(event.is_implied),
        "where": event.where,
        "independent_sources": event.sources,
        "articles": len({entry.source.article for entry in event.entries}),
        "who": say_sides(event),
        "evidence": " ".join(event.best.claim.evidence.quote.split()),
        "claim": event.best.told_as,
    }
