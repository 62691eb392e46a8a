"""`detente who`: how each mention in a text was resolved, and why."""

from __future__ import annotations

from pathlib import Path

import click

from detente import api
from detente.settings import load_settings


@click.command("who")
@click.argument("text")
@click.option("--published", metavar="DATE", help="Publication date: 2022-04-18, 2022-04 or 2022.")
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file."
)
def who_command(text: str, published: str | None, settings_file: Path | None) -> None:
    """Show who is meant by each name, office and pronoun in TEXT, and why."""
    from detente.cli.render import print_resolutions  # noqa: PLC0415 - rich loads when needed

    settings = load_settings(settings_file)
    print_resolutions(api.resolve(text, published=published, settings=settings))
