"""`detente brief`: a sourced chronology of two states, ready to paste."""

from __future__ import annotations

from pathlib import Path

import click

from detente import api
from detente.cli.options import (
    axis_options,
    json_option,
    ledger_option,
    parse_day,
    rules_option,
)
from detente.errors import UsageError


@click.command("brief")
@click.argument("one", metavar="STATE")
@click.argument("other", metavar="STATE")
@ledger_option
@axis_options
@click.option("--since", metavar="DATE", help="Only from this day on.")
@click.option("--actions", is_flag=True, help="Also acts other than contacts: sanctions, aid …")
@click.option("--html", "as_html", is_flag=True, help="A whole page of HTML in place of Markdown.")
@rules_option
@json_option
def brief_command(
    one: str,
    other: str,
    location: str,
    as_of: str | None,
    known_by: str | None,
    since: str | None,
    actions: bool,
    as_html: bool,
    rules: Path | None,
    as_json: bool,
) -> None:
    """Write a chronology of two states with numbered citations, in Markdown.

    STATE is a code or a name: TUR, Turkey.
    """
    if as_html and as_json:
        raise UsageError("--html", "cannot be combined with --json", "give one of them")
    with api.open(location, rules=rules) as ledger:
        brief = ledger.brief(
            one,
            other,
            since=parse_day(since, "--since", at_start=True),
            as_of=parse_day(as_of, "--as-of"),
            known_by=parse_day(known_by, "--known-by"),
        )
    from detente.cli import brief_view, drawing  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import brief_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json(brief_to_json(brief))
    elif as_html:
        click.echo(brief_view.render_html(brief, with_actions=actions), nl=False)
    else:
        click.echo(brief_view.render_markdown(brief, with_actions=actions), nl=False)
