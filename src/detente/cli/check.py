"""`detente check`: every invariant of a ledger."""

from __future__ import annotations

import click

from detente import api
from detente.cli import DONE, PROBLEMS
from detente.cli.options import json_option, ledger_option


@click.command("check")
@ledger_option
@json_option
@click.pass_context
def check_command(ctx: click.Context, location: str, as_json: bool) -> None:
    """Check that all in the ledger is as it must be; exit code 1 where something is not."""
    with api.open(location) as ledger:
        problems = ledger.check()
        articles = len(ledger.find_articles())
    if as_json:
        from detente.cli import drawing  # noqa: PLC0415 - rich loads when needed
        from detente.model.encode_views import problem_to_json  # noqa: PLC0415 - as above

        drawing.write_json([problem_to_json(problem) for problem in problems])
    else:
        for problem in problems:
            click.echo(f"{problem.check}: {problem.subject} {problem.message}")
        state = f"{len(problems)} problems" if problems else "sound"
        click.echo(f"{location}: {articles:,} articles, {state}")
    ctx.exit(PROBLEMS if problems else DONE)
