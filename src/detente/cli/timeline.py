"""`detente timeline`: what is reported between two states, in order of time."""

from __future__ import annotations

import click

from detente import api
from detente.cli.options import (
    axis_options,
    check_one_form,
    csv_option,
    json_option,
    ledger_option,
    parse_day,
    width_option,
)


@click.command("timeline")
@click.argument("one", metavar="STATE")
@click.argument("other", metavar="STATE")
@ledger_option
@axis_options
@click.option("--since", metavar="DATE", help="Only from this day on.")
@click.option("--actions", is_flag=True, help="Also acts other than contacts: sanctions, aid …")
@json_option
@csv_option
@width_option
def timeline_command(
    one: str,
    other: str,
    location: str,
    as_of: str | None,
    known_by: str | None,
    since: str | None,
    actions: bool,
    as_json: bool,
    as_csv: bool,
    width: int | None,
) -> None:
    """Show the contacts between two states, and their lack, in order of time.

    STATE is a code or a name: TUR, Turkey.
    """
    check_one_form(as_json, as_csv)
    first = parse_day(since, "--since", at_start=True)
    with api.open(location) as ledger:
        events = ledger.events(
            one,
            other,
            as_of=parse_day(as_of, "--as-of"),
            known_by=parse_day(known_by, "--known-by"),
        )
    events = tuple(
        event
        for event in events
        if (event.is_contact or actions) and (first is None or event.day >= first)
    )
    from detente.cli import drawing, event_view, wording  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import event_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json([event_to_json(event) for event in events])
    elif as_csv:
        drawing.write_csv(*event_view.event_rows(events))
    elif not events:
        drawing.draw([drawing.note("Nothing is reported between them.")], width)
    else:
        pair = events[0].pair
        drawing.draw([drawing.title(wording.say_names(pair), f"{len(events)} events"), ""], width)
        drawing.draw(event_view.draw_timeline(events), width)
