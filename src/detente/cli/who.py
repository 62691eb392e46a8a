"""`detente who`: how each mention in a text was resolved, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from detente import api
from detente.settings import load_settings


@click.command("who")
@click.argument("text")
@click.option("--published", metavar="DATE", help="Publication date: 2022-04-18, 2022-04 or 2022.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a mention.")
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file."
)
def who_command(
    text: str, published: str | None, as_json: bool, settings_file: Path | None
) -> None:
    """Show who is meant by each name, office and pronoun in TEXT, and why.

    TEXT is the words themselves; "-" reads them from standard input.
    """
    from detente.cli.render_who import print_resolutions  # noqa: PLC0415 - rich loads when needed

    if text == "-":
        text = sys.stdin.read()
    settings = load_settings(settings_file)
    resolutions = api.resolve(text, published=published, settings=settings)
    if as_json:
        for resolution in resolutions:
            click.echo(json.dumps(api.resolution_to_json(resolution), ensure_ascii=False))
        return
    print_resolutions(resolutions)
