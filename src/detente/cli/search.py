"""`detente search`: full text over the articles of a ledger."""

from __future__ import annotations

import click

from detente import api
from detente.cli import DONE, PROBLEMS
from detente.cli.options import json_option, ledger_option, parse_day, width_option


@click.command("search")
@click.argument("words")
@ledger_option
@click.option("--state", "states", multiple=True, metavar="STATE", help="With a claim about it.")
@click.option("--outlet", metavar="NAME", help="Only of this outlet.")
@click.option("--since", metavar="DATE", help="Only from this day on.")
@click.option("--until", metavar="DATE", help="Only up to this day.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@json_option
@width_option
@click.pass_context
def search_command(
    ctx: click.Context,
    words: str,
    location: str,
    states: tuple[str, ...],
    outlet: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    as_json: bool,
    width: int | None,
) -> None:
    """Find articles that hold all WORDS, in any form and order, the best first.

    "Words in quotation marks" must stand together; -word must not stand in the article.
    """
    with api.open(location) as ledger:
        hits = ledger.search(
            words,
            states=states,
            outlet=outlet,
            since=parse_day(since, "--since", at_start=True),
            until=parse_day(until, "--until"),
            limit=limit,
        )
    from detente.cli import drawing, event_view  # noqa: PLC0415 - rich loads when needed
    from detente.model.encode_views import hit_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json([hit_to_json(hit) for hit in hits])
    elif hits:
        drawing.draw(event_view.draw_hits(hits), width)
    else:
        drawing.draw([drawing.note("No article holds these words.")], width)
    ctx.exit(DONE if hits or as_json else PROBLEMS)
