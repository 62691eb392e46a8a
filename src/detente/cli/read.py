"""`detente read`: articles in, their diplomatic record out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from detente import api
from detente.cli import MISUSED, PROBLEMS, show_error
from detente.errors import UsageError
from detente.settings import load_settings

_CLEAR_LINE = "\r\033[K"
_SHOWN_FROM = 4  # inputs; fewer are read too fast for a progress bar to help


@click.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--published", metavar="DATE", help="Publication date: 2022-04-18, 2022-04 or 2022.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--language", metavar="CODE", help="Skip the language check: en.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per article and line.")
@click.option("--explain", is_flag=True, help="Show which rule made each claim, and who is who.")
@click.option("--width", type=click.IntRange(60, 200), help="Columns of the output (else 80).")
@click.option("--allow-private", is_flag=True, help="Fetch from private addresses too.")
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file."
)
def read_command(
    inputs: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    title: str | None,
    language: str | None,
    as_json: bool,
    explain: bool,
    width: int | None,
    allow_private: bool,
    settings_file: Path | None,
) -> None:
    """Read articles and show contacts, actions and statements, with evidence.

    INPUT is a text or HTML file, a folder of them, a JSON Lines file, an http(s) address, or - for
    standard input.
    """
    settings = load_settings(settings_file)
    if allow_private:
        settings = replace(settings, allow_private=True)
    overrides = api.make_overrides(
        published=published, outlet=outlet, title=title, language=language
    )
    if list(inputs).count("-") > 1:
        raise UsageError("-", "standard input can be read only once", "name it once")
    names = api.find_names(inputs)
    outcomes = api.read_all(names, overrides=overrides, settings=settings, stdin=sys.stdin.buffer)
    failed = read = 0
    for outcome in _with_progress(outcomes, len(names)):
        if outcome.error is not None:
            show_error(outcome.error)
            failed += 1
        elif outcome.record is not None:
            _show(outcome, as_json=as_json, explain=explain, width=width, is_first=read == 0)
            read += 1
    if not failed:
        return
    if failed + read == 1:
        sys.exit(MISUSED)
    click.echo(f"detente: {failed} of {failed + read} articles could not be read", err=True)
    sys.exit(PROBLEMS)


def _show(
    outcome: api.Outcome, *, as_json: bool, explain: bool, width: int | None, is_first: bool
) -> None:
    record = outcome.record
    if record is None:
        return
    if as_json:
        from detente.model.encode import record_to_json  # noqa: PLC0415 - only for --json

        click.echo(json.dumps(record_to_json(record), ensure_ascii=not _takes_all_letters()))
        return
    from detente.cli.render import print_record  # noqa: PLC0415 - rich takes a tenth of a second

    if not is_first:
        click.echo()
    print_record(record, width=width, explain=explain)


def _takes_all_letters() -> bool:
    """Whether standard output is UTF-8; else JSON must escape what it cannot hold."""
    return (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def _with_progress(outcomes: Iterable[api.Outcome], total: int) -> Iterator[api.Outcome]:
    """The same outcomes; on a terminal with more than a few inputs a bar moves along."""
    if total < _SHOWN_FROM or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(length=total, label="Reading", file=sys.stderr) as bar:
        for outcome in outcomes:
            click.echo(_CLEAR_LINE, nl=False, err=True)  # the bar makes room for what is shown
            yield outcome
            bar.update(1)
