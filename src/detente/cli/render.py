"""Records drawn for a person: readable at 80 columns, in light and dark, and without colour."""

from __future__ import annotations

import sys

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.model.claims import Action, Contact, Reason, Status
from detente.model.dates import When
from detente.model.parties import Party
from detente.model.records import Record
from detente.model.statements import Period, Stance, Statement

_WIDTH = 80
_WHEN, _STATUS, _HOW = 11, 11, 8
_INDENT = 2
# A sign beside each status, so that it can be told without colour: made, to come, not made
_SIGNS = {
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
_OPENING, _CLOSING = frozenset('“"'), frozenset('”"')
_PERIODS = {Period.NOW: "now", Period.FORMERLY: "formerly", Period.FUTURE: "in future"}


def print_record(record: Record, *, width: int | None = None, explain: bool = False) -> None:
    """Write one record to standard output."""
    _write(make_console(width), render_record(record, explain=explain))


def make_console(width: int | None) -> Console:
    """A console on standard output, of a fixed width so that output can be compared and pasted."""
    return Console(
        file=sys.stdout, width=width or _WIDTH, highlight=False, emoji=False, soft_wrap=False
    )


def _write(console: Console, what: RenderableType) -> None:
    """Draw without the spaces that fill a cell up to its width: output is pasted and compared."""
    with console.capture() as drawn:
        console.print(what)
    lines = drawn.get().removesuffix("\n").split("\n")
    console.file.write("".join(f"{line.rstrip(' ')}\n" for line in lines))


def render_record(record: Record, *, explain: bool = False) -> RenderableType:
    """The title, then contacts, actions and statements in the order of the text, then issues."""
    parts: list[RenderableType] = [_render_head(record)]
    if not (record.contacts or record.actions or record.statements):
        parts.append(Text("\nNo contacts, actions or statements found."))
    if record.contacts:
        parts.append(_heading("Contacts", len(record.contacts)))
        parts.extend(_render_contact(item, explain=explain) for item in record.contacts)
    if record.actions:
        parts.append(_heading("Actions", len(record.actions)))
        parts.extend(_render_action(item, explain=explain) for item in record.actions)
    if record.statements:
        parts.append(_heading("Statements", len(record.statements)))
        parts.extend(_render_statement(item) for item in record.statements)
    if record.issues:
        parts.append(_heading("Notes", len(record.issues)))
        parts.extend(_indent(Text(issue.message)) for issue in record.issues)
    return Group(*parts)


def _render_head(record: Record) -> Text:
    article = record.article
    title = article.title or article.text.split("\n", 1)[0]
    date = str(article.published) if article.published else "date unknown"
    facts = [fact for fact in (article.outlet, date, article.id) if fact]
    return Text.assemble((title, "bold"), "\n", (" · ".join(facts), "dim"))


def _heading(title: str, count: int) -> Text:
    return Text.assemble("\n", (f"{title.upper()} ({count})", "bold"))


def _render_contact(contact: Contact, *, explain: bool) -> RenderableType:
    lines = [_chain(contact.according_to), _last_contact(contact)]
    if contact.where:
        lines.insert(0, Text(f"in {' '.join(contact.where.split())}"))
    return _block(
        contact.when,
        contact.status,
        contact.mode.value,
        _sides(contact.a, contact.b, "with"),
        [*lines, _quote(contact.evidence.quote)],
        _explain(contact.reason, (*contact.a, *contact.b)) if explain else [],
    )


def _render_action(action: Action, *, explain: bool) -> RenderableType:
    return _block(
        action.when,
        action.status,
        action.type.value,
        _sides(action.actors, action.recipients, "towards"),
        [_chain(action.according_to), _quote(action.evidence.quote)],
        _explain(action.reason, (*action.actors, *action.recipients)) if explain else [],
    )


def _block(
    when: When | None,
    status: Status,
    how: str,
    who: Text,
    lines: list[Text | None],
    notes: list[Text],
) -> RenderableType:
    """One claim: a row of when, status, how, who; below it what it rests on."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_WHEN)
    grid.add_column(width=_STATUS)
    grid.add_column(width=_HOW)
    grid.add_column(overflow="fold")
    sign, colour = _SIGNS[status]
    below = [line for line in lines if line is not None]
    grid.add_row(
        Text(_show_when(when)),
        Text(f"{sign} {status.value}", style=f"bold {colour}"),
        Text(how),
        Group(who, *below, *notes),
    )
    return Padding(grid, (0, 0, 1, _INDENT))


def _show_when(when: When | None) -> str:
    if when is None:
        return "–"
    start, end = when.start, when.end
    if start is None and end is None:
        return " ".join((when.text or "–").split())  # "next week" of an unknown week
    if start == end:
        return str(start)
    if end is None:
        return f"since\n{start}"
    if start is None:
        return f"until\n{end}"
    return f"{start}\n–{end}"


def _sides(a: tuple[Party, ...], b: tuple[Party, ...], word: str) -> Text:
    text = Text()
    for number, side in enumerate((a, b)):
        if number:
            text.append(f"\n{word} ", style="dim")
        for position, party in enumerate(side):
            if position:
                text.append(", ")
            text.append_text(_party(party))
    return text


def _party(party: Party) -> Text:
    state = "?" if party.state == "UNK" else party.state
    label = " ".join((party.name or party.text).split())
    return Text.assemble((label, "bold"), f" ({state} {party.rank.value})")


def _chain(names: tuple[str, ...]) -> Text | None:
    if not names:
        return None
    return Text.assemble(("according to ", "dim"), " via ".join(names))


def _last_contact(contact: Contact) -> Text | None:
    """What "has not spoken since" says besides: when the last contact was."""
    when = contact.when
    if contact.status is not Status.ABSENT or when is None or when.end is not None:
        return None
    return Text(f"last contact reported: {when.start}") if when.start else None


def _quote(words: str) -> Text:
    return Text(f"“{_drop_marks(' '.join(words.split()))}”", style="italic")


def _drop_marks(words: str) -> str:
    """The words without the quotation marks that enclose all of them; marks inside them stay."""
    inside, opens, closes = words[1:-1], words[:1] in _OPENING, words[-1:] in _CLOSING
    if opens and closes and not set(inside) & (_OPENING | _CLOSING):
        return inside
    if opens and not set(words[1:]) & _CLOSING:
        return words[1:]
    if closes and not set(words[:-1]) & _OPENING:
        return words[:-1]
    return words


def _explain(reason: Reason | None, parties: tuple[Party, ...]) -> list[Text]:
    notes: list[Text] = []
    if reason is not None:
        cue = f"; status by “{reason.cue}”" if reason.cue else "; status by tense"
        notes.append(
            Text(f"rule {reason.rule}: “{reason.trigger}”, {reason.frame}{cue}", style="dim")
        )
    notes.extend(
        Text(f"{party.text} = {party.state} {party.rank.value}: {party.reason}", style="dim")
        for party in parties
        if party.reason
    )
    return notes


def _render_statement(statement: Statement) -> RenderableType:
    speaker = _party(statement.speaker) if statement.speaker else _unnamed(statement)
    head = Text.assemble(speaker, (f", {statement.form.value}", "dim"))
    if statement.venue:
        head.append(f", to {' '.join(statement.venue.split())}", style="dim")
    about = []
    if statement.about:
        about.append(f"about {', '.join(statement.about)}")
    if statement.topics:
        about.append(f"on {', '.join(statement.topics)}")
    lines: list[Text] = [head, _quote(statement.content.quote)]
    if about:
        lines.append(Text("; ".join(about), style="dim"))
    lines.extend(_stance(item) for item in statement.stances)
    return Padding(Group(*lines), (0, 0, 1, _INDENT))


def _unnamed(statement: Statement) -> Text:
    words = statement.source.quote if statement.source else "speaker unknown"
    return Text(" ".join(words.split()), style="bold")


def _stance(stance: Stance) -> Text:
    sign = {1: "+", 0: "0", -1: "−"}[stance.polarity]
    denied = "not " if stance.negated else ""
    hedge = ", not asserted" if stance.hedged else ""
    return Text(f"stance {sign} {denied}{stance.term} ({_PERIODS[stance.period]}{hedge})")


def _indent(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, _INDENT))
