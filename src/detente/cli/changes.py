"""`detente changes`: what turned since a day, between any two states."""

from __future__ import annotations

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
from detente.errors import UsageError


@click.command("changes")
@click.option("--since", required=True, metavar="DATE", help="What turned after this day.")
@ledger_option
@axis_options
@click.option("--state", "states", multiple=True, metavar="STATE", help="Only pairs with it.")
@click.option("--ranks", "by_ranks", is_flag=True, help="Also each pair of ranks by itself.")
@rules_option
@json_option
@csv_option
@width_option
def changes_command(
    since: str,
    location: str,
    as_of: str | None,
    known_by: str | None,
    states: tuple[str, ...],
    by_ranks: bool,
    rules: Path | None,
    as_json: bool,
    as_csv: bool,
    width: int | None,
) -> None:
    """Show what turned: first contacts after a season, refusals, suspensions, plans, silences."""
    check_one_form(as_json, as_csv)
    codes = {api.get_code(state) for state in states}
    day = parse_day(since, "--since")
    if day is None:
        raise UsageError("--since", "is no date", "write it as 2022-04-18")
    with api.open(location, rules=rules) as ledger:
        last = parse_day(as_of, "--as-of")
        known = parse_day(known_by, "--known-by")
        found = ledger.changes(day, as_of=last, known_by=known)
    changes = [c for c in found if codes <= set(c.pair) and (c.weight or by_ranks)]
    from detente.cli import drawing, event_view  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import change_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json([change_to_json(change) for change in changes])
    elif as_csv:
        drawing.write_csv(*event_view.change_rows(changes))
    elif not changes:
        drawing.draw([drawing.note(f"Nothing is reported to have turned since {day}.")], width)
    else:
        head = drawing.title(f"What turned since {day}", f"{len(changes):,} changes")
        drawing.draw([head, *event_view.draw_changes(changes)], width)
