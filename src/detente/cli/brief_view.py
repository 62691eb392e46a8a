"""A brief as Markdown and as HTML: how it stands, what was reported when, and the sources.

Both are written from the same blocks, so that they say the same. Every sentence of the chronology
ends in the numbers of the articles that report it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.cli.wording import (
    say_axes,
    say_dispute,
    say_event_time,
    say_last_contact,
    say_names,
    say_plan,
    say_quote,
    say_ranks,
    say_sides,
    say_silence,
    say_sources,
    say_status,
    say_vouchers,
)
from detente.model.entries import Source
from detente.model.events import Event
from detente.model.views import Brief

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_STYLE = (
    "body{font:16px/1.5 serif;max-width:44em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{text-align:left;padding:.2em .8em .2em 0;"
    "vertical-align:top}q{font-style:italic}q:before,q:after{content:none}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One event of the chronology; ``cited`` are the numbers of its articles."""

    time: str
    words: str
    notes: tuple[str, ...]
    quote: str
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blocks:
    """All that a brief says, in the order it is written."""

    title: str
    standing: str
    facts: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    items: tuple[_Item, ...]
    sources: tuple[Source, ...]


def render_markdown(brief: Brief, *, with_actions: bool = False) -> str:
    """The brief in Markdown."""
    blocks = _make_blocks(brief, with_actions=with_actions)
    lines = [f"# {_escape(blocks.title)}", "", _escape(blocks.standing), ""]
    lines += [f"- {_escape(fact)}" for fact in blocks.facts]
    lines += ["", "| ranks | state | why |", "| --- | --- | --- |"]
    lines += [f"| {' | '.join(map(_escape, row))} |" for row in blocks.rows]
    lines += ["", "## Chronology", ""]
    for item in blocks.items:
        cited = "".join(f"[{number}]" for number in item.cited)
        lines.append(f"- **{item.time}**: {_escape(item.words)}. {cited}")
        lines += [f"  {_escape(note)}." for note in item.notes]
        lines.append(f"  *{_escape(item.quote)}*")
    lines += ["", "## Sources", ""]
    for number, source in enumerate(blocks.sources, start=1):
        address = f" <{source.url}>" if source.url else ""
        lines.append(f"{number}. {_escape(_say_source(source))}{address}")
    return "\n".join(lines) + "\n"


def render_html(brief: Brief, *, with_actions: bool = False) -> str:
    """The brief as a whole page that needs nothing from elsewhere."""
    blocks = _make_blocks(brief, with_actions=with_actions)
    title = html.escape(blocks.title)
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in blocks.rows
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{title}</h1>\n<p>{html.escape(blocks.standing)}</p>\n"
        f"{_list(map(html.escape, blocks.facts))}"
        f"<table>\n<tr><th>ranks</th><th>state</th><th>why</th></tr>\n{rows}</table>\n"
        f"<h2>Chronology</h2>\n{_list(map(_html_item, blocks.items))}"
        f"<h2>Sources</h2>\n<ol>\n{''.join(map(_html_source, _numbered(blocks)))}</ol>\n</html>\n"
    )


def _make_blocks(brief: Brief, *, with_actions: bool) -> _Blocks:
    ladder = brief.ladder
    events = [event for event in brief.events if event.is_contact or with_actions]
    sources = _number_sources(events)
    overall = ladder.overall
    facts = [say_last_contact(overall), say_silence(overall), say_plan(overall)]
    counted = f"{_count(len(events), 'event')} from {_count(len(sources), 'article')}"
    return _Blocks(
        title=f"{say_names(ladder.pair)}: reported contacts",
        standing=(
            f"{overall.state.value.capitalize()} {say_axes(ladder.as_of, ladder.known_by)}: "
            f"{overall.reason}. {counted}."
        ),
        facts=tuple(fact[0].upper() + fact[1:] + "." for fact in facts if fact),
        rows=tuple((say_ranks(c.ranks), c.state.value, c.reason) for c in ladder.channels),
        items=tuple(_make_item(event, sources) for event in events),
        sources=tuple(sources.values()),
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _number_sources(events: Iterable[Event]) -> dict[str, Source]:
    """The articles in the order they are first cited."""
    sources: dict[str, Source] = {}
    for event in events:
        for entry in event.entries:
            sources.setdefault(entry.source.article, entry.source)
    return sources


def _make_item(event: Event, sources: dict[str, Source]) -> _Item:
    numbers = {article: number for number, article in enumerate(sources, start=1)}
    cited = sorted({numbers[entry.source.article] for entry in event.entries})
    status = say_status(event)[0]
    place = f", {' '.join(event.where.split())}" if event.where else ""
    who = say_vouchers(event.best)
    notes = [say_dispute(event)]
    if event.is_implied:
        notes.append("Implied: reported only as the last contact before a silence")
    words = f"{event.what} reported {status}: {say_sides(event)}{place}; {say_sources(event)}"
    return _Item(
        time=say_event_time(event),
        words=f"{words}, {who}" if who else words,
        notes=tuple(note[0].upper() + note[1:] for note in notes if note),
        quote=say_quote(event.best),
        cited=tuple(cited),
    )


def _say_source(source: Source) -> str:
    day = str(source.published) if source.published else f"known by {source.known}"
    title = source.title or "Untitled"
    return ", ".join(part for part in (title, source.outlet, day, source.article) if part)


def _escape(words: str) -> str:
    """Words in Markdown that mean only themselves."""
    return _SPECIAL.sub(r"\\\1", words)


def _list(items: Iterable[str]) -> str:
    return f"<ul>\n{''.join(f'<li>{item}</li>' + chr(10) for item in items)}</ul>\n"


def _html_item(item: _Item) -> str:
    cited = "".join(f'<a href="#source-{number}">[{number}]</a>' for number in item.cited)
    notes = "".join(f"<br>{html.escape(note)}." for note in item.notes)
    words, quote = html.escape(item.words), html.escape(item.quote)
    return f"<b>{html.escape(item.time)}</b>: {words}. {cited}{notes}<br><q>{quote}</q>"


def _numbered(blocks: _Blocks) -> Iterable[tuple[int, Source]]:
    return enumerate(blocks.sources, start=1)


def _html_source(numbered: tuple[int, Source]) -> str:
    number, source = numbered
    words = html.escape(_say_source(source))
    if source.url and source.url.startswith(("http://", "https://")):
        words = f'<a href="{html.escape(source.url, quote=True)}">{words}</a>'
    return f'<li id="source-{number}">{words}</li>\n'
