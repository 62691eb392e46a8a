"""`detente status`: the ladder of channels between two states."""

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


@click.command("status")
@click.argument("one", metavar="STATE")
@click.argument("other", metavar="STATE")
@ledger_option
@axis_options
@click.option("--all", "in_full", is_flag=True, help="Also channels silent for three years.")
@rules_option
@json_option
@csv_option
@width_option
def status_command(
    one: str,
    other: str,
    location: str,
    as_of: str | None,
    known_by: str | None,
    in_full: bool,
    rules: Path | None,
    as_json: bool,
    as_csv: bool,
    width: int | None,
) -> None:
    """Show how the lines between two states stand, rank by rank, and why.

    STATE is a code or a name: TUR, Turkey.
    """
    check_one_form(as_json, as_csv)
    with api.open(location, rules=rules) as ledger:
        ladder = ledger.status(
            one,
            other,
            as_of=parse_day(as_of, "--as-of"),
            known_by=parse_day(known_by, "--known-by"),
        )
    from detente.cli import drawing, ladder_view  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import ladder_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json(ladder_to_json(ladder))
    elif as_csv:
        drawing.write_csv(*ladder_view.ladder_rows(ladder))
    else:
        drawing.draw(ladder_view.draw_ladder(ladder, in_full=in_full), width)
