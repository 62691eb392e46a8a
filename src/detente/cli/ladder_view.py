"""The ladder of a pair and the board of all pairs, drawn and as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from detente.cli.drawing import indent, note, signed, title
from detente.cli.wording import (
    STATE_SIGNS,
    say_attempt,
    say_axes,
    say_changes,
    say_last_contact,
    say_names,
    say_pair,
    say_plan,
    say_quote,
    say_ranks,
    say_reason,
    say_refusal,
    say_silence,
    say_sources,
    say_vouchers,
)
from detente.model.channels import Board, BoardRow, Channel, Ladder

_RECENT = 1095
"""Days: channels of which nothing is reported for longer are told in one line."""
_LADDER_COLUMNS = (
    "state_1",
    "state_2",
    "as_of",
    "rank_1",
    "rank_2",
    "state",
    "rule",
    "reason",
    "contacts",
    "last_contact",
    "days_of_silence",
    "usual_days",
    "longest_days",
    "chance_of_silence",
    "last_attempt",
    "refused_by",
    "next_planned",
    "evidence",
    "claim",
)
_BOARD_COLUMNS = (
    "state_1",
    "state_2",
    "as_of",
    "since",
    "weight",
    "state",
    "reason",
    "last_contact",
    "days_of_silence",
    "recent_contacts",
    "earlier_contacts",
    "changes",
)


def draw_ladder(ladder: Ladder, *, in_full: bool = False) -> Iterator[RenderableType]:
    """How the line between two states stands, then each channel with its evidence."""
    yield title(say_names(ladder.pair), say_axes(ladder.as_of, ladder.known_by))
    yield Text.assemble(_state(ladder.overall), f"  {say_reason(ladder.overall)}")
    facts = [say_last_contact(ladder.overall), say_silence(ladder.overall)]
    yield note("; ".join(fact for fact in facts if fact))
    shown = [c for c in ladder.channels if in_full or _is_recent(c, ladder)]
    if shown and ladder.pair[0] != ladder.pair[1]:
        yield note(f"Ranks: first {ladder.pair[0]}, then {ladder.pair[1]}.")
    for channel in shown:
        yield ""
        yield from _draw_channel(channel)
    older = [say_ranks(c.ranks) for c in ladder.channels if c not in shown]
    if older:
        yield ""
        yield note(f"Nothing reported for three years: {', '.join(older)} (--all shows them).")
    if ladder.unreported:
        yield ""
        ranks = ", ".join(rank.value for rank in ladder.unreported)
        yield note(f"Nothing reported between equals of rank: {ranks}.")


def draw_board(board: Board, limit: int) -> Iterator[RenderableType]:
    """All pairs in one table, the most changed first."""
    rows = board.rows[:limit]
    axes = say_axes(board.as_of, board.known_by)
    yield title(f"Board of {len(board.rows):,} pairs", f"{axes}, what turned since {board.since}")
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("pair", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("last contact", no_wrap=True)
    table.add_column("days", justify="right", no_wrap=True)
    table.add_column("now", justify="right", no_wrap=True)
    table.add_column("then", justify="right", no_wrap=True)
    table.add_column("what turned", ratio=1, overflow="fold")
    for row in rows:
        _add_row(table, row)
    yield table
    window = (board.as_of - board.since).days
    yield note(
        f"now: contacts reported in these {window} days; then: in the {window} before. "
        "Days of silence are days without a report."
    )
    if len(board.rows) > limit:
        yield note(f"{len(board.rows) - limit:,} more pairs: --limit {len(board.rows)}")


def ladder_rows(ladder: Ladder) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Column names and one row a channel, the pair as a whole first."""
    return _LADDER_COLUMNS, [_ladder_row(c, ladder) for c in (ladder.overall, *ladder.channels)]


def board_rows(board: Board) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Column names and one row a pair."""
    rows = []
    for row in board.rows:
        overall = row.ladder.overall
        rows.append(
            {
                "state_1": row.ladder.pair[0],
                "state_2": row.ladder.pair[1],
                "as_of": board.as_of,
                "since": board.since,
                "weight": row.weight,
                "state": overall.state,
                "reason": overall.reason,
                "last_contact": overall.last_contact.day if overall.last_contact else None,
                "days_of_silence": overall.silence.days if overall.silence else None,
                "recent_contacts": row.recent_contacts,
                "earlier_contacts": row.earlier_contacts,
                "changes": "; ".join(f"{c.day} {c.text}" for c in row.changes if c.weight),
            }
        )
    return _BOARD_COLUMNS, rows


def _state(channel: Channel) -> Text:
    sign, style = STATE_SIGNS[channel.state]
    return signed(sign, channel.state.value, style)


def _draw_channel(channel: Channel) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=20, overflow="fold")
    grid.add_column(width=11)
    grid.add_column(overflow="fold")
    grid.add_row(
        Text(say_ranks(channel.ranks), style="bold"), _state(channel), say_last_contact(channel)
    )
    yield indent(grid, 2)
    lines = [say_reason(channel), say_silence(channel), say_attempt(channel), say_plan(channel)]
    lines += [say_refusal(refusal) for refusal in channel.refusals[:2]]
    for line in lines:
        if line:
            yield indent(Text(line), 4)
    event = channel.because[-1] if channel.because else channel.last_attempt
    if event is not None:
        best = event.best
        yield indent(Text(say_quote(best), style="italic"), 4)
        told = [say_vouchers(best), best.source.outlet or "", say_sources(event), best.told_as]
        yield indent(note(" · ".join(part for part in told if part)), 4)


def _is_recent(channel: Channel, ladder: Ladder) -> bool:
    known = [
        event.day
        for event in (channel.last_contact, channel.last_attempt, *channel.because)
        if event is not None
    ]
    return not known or (ladder.as_of - max(known)).days <= _RECENT


def _add_row(table: Table, row: BoardRow) -> None:
    overall = row.ladder.overall
    last = overall.last_contact
    turned = say_changes(change for change in row.changes if change.weight)
    table.add_row(
        say_pair(row.ladder.pair),
        _state(overall),
        last.day.isoformat() if last else "–",
        f"{overall.silence.days:,}" if overall.silence else "–",
        str(row.recent_contacts),
        str(row.earlier_contacts),
        turned or note(_say_still(overall)),
    )


def _say_still(channel: Channel) -> str:
    """What to say of a pair of which nothing turned: why it stands so, or who spoke last."""
    last = channel.last_contact
    if say_reason(channel) or last is None:
        return channel.reason
    return f"last: {last.what}, {say_ranks(last.ranks)}"


def _ladder_row(channel: Channel, ladder: Ladder) -> dict[str, Any]:
    silence, ranks = channel.silence, channel.ranks
    event = channel.because[-1] if channel.because else channel.last_attempt
    return {
        "state_1": ladder.pair[0],
        "state_2": ladder.pair[1],
        "as_of": ladder.as_of,
        "rank_1": ranks[0] if ranks else "any",
        "rank_2": ranks[1] if ranks else "any",
        "state": channel.state,
        "rule": channel.rule,
        "reason": channel.reason,
        "contacts": channel.contacts,
        "last_contact": channel.last_contact.day if channel.last_contact else None,
        "days_of_silence": silence.days if silence else None,
        "usual_days": silence.usual if silence else None,
        "longest_days": silence.longest if silence else None,
        "chance_of_silence": silence.chance if silence else None,
        "last_attempt": channel.last_attempt.day if channel.last_attempt else None,
        "refused_by": channel.refusals[0].refuser if channel.refusals else None,
        "next_planned": channel.next_planned.day if channel.next_planned else None,
        "evidence": " ".join(event.best.claim.evidence.quote.split()) if event else None,
        "claim": event.best.told_as if event else None,
    }
