"""`detente board`: all pairs of states, the most changed first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from detente import api
from detente.cli.options import (
    axis_options,
    check_one_form,
    csv_option,
    json_option,
    ledger_option,
    parse_day,
    rules_option,
    width_option,
)


@click.command("board")
@ledger_option
@axis_options
@click.option("--since", metavar="DATE", help="What turned after this day (else in 30 days).")
@click.option("--state", "states", multiple=True, metavar="STATE", help="Only pairs with it.")
@click.option("--limit", type=click.IntRange(1), default=25, show_default=True, help="Pairs drawn.")
@rules_option
@json_option
@csv_option
@width_option
def board_command(
    location: str,
    as_of: str | None,
    known_by: str | None,
    since: str | None,
    states: tuple[str, ...],
    limit: int,
    rules: Path | None,
    as_json: bool,
    as_csv: bool,
    width: int | None,
) -> None:
    """Show all pairs of states with what turned of late, the most changed first."""
    check_one_form(as_json, as_csv)
    codes = {api.get_code(state) for state in states}
    with api.open(location, rules=rules) as ledger:
        board = ledger.board(
            since=parse_day(since, "--since", at_start=True),
            as_of=parse_day(as_of, "--as-of"),
            known_by=parse_day(known_by, "--known-by"),
        )
    rows = tuple(row for row in board.rows if codes <= set(row.ladder.pair))
    board = replace(board, rows=rows)
    from detente.cli import drawing, ladder_view  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import board_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json(board_to_json(board))
    elif as_csv:
        drawing.write_csv(*ladder_view.board_rows(board))
    else:
        drawing.draw(ladder_view.draw_board(board, limit), width)
