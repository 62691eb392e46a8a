"""`detente lexicon check`: what is wrong or doubtful in the tables of names and office-holders."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from detente import api
from detente.cli import DONE, PROBLEMS


@click.group("lexicon")
def lexicon_command() -> None:
    """Work on the tables of names and office-holders."""


@lexicon_command.command("check", short_help="Find wrong and doubtful rows.")
@click.option("--notes", is_flag=True, help="Show also what is doubtful but may be right.")
@click.option("--json", "as_json", is_flag=True, help="The findings as one JSON list.")
def check_command(notes: bool, as_json: bool) -> None:
    """Check dates, overlaps and gaps of office-holders, and names that stand for two states.

    Leaves with exit code 1 where a row must be mended; notes are no reason for that.
    """
    findings = api.check_tables(datetime.now(UTC).date())
    errors = [item for item in findings if item.severity == "error"]
    shown = findings if notes else errors
    if as_json:
        rows = [
            {"severity": item.severity.value, "subject": item.subject, "problem": item.problem}
            for item in shown
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for item in shown:
            click.echo(f"{item.severity.value:<5} {item.subject}: {item.problem}")
        hint = "" if notes else "; --notes shows them"
        click.echo(f"{len(errors)} errors, {len(findings) - len(errors)} notes{hint}")
    click.get_current_context().exit(PROBLEMS if errors else DONE)
