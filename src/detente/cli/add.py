"""`detente add`: read articles and record them in a ledger."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from detente import api
from detente.cli import MISUSED, PROBLEMS, show_error
from detente.cli.options import ledger_option
from detente.errors import UsageError
from detente.settings import load_settings

_NAMED_UP_TO = 40  # characters of an input's name that the progress line shows


@click.command("add")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@ledger_option
@click.option("--published", metavar="DATE", help="Publication date: 2022-04-18, 2022-04 or 2022.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--language", metavar="CODE", help="Skip the language check: en.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per article and line.")
@click.option("--allow-private", is_flag=True, help="Fetch from private addresses too.")
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file."
)
def add_command(
    inputs: tuple[str, ...],
    location: str,
    published: str | None,
    outlet: str | None,
    title: str | None,
    language: str | None,
    as_json: bool,
    allow_private: bool,
    settings_file: Path | None,
) -> None:
    """Read articles and record them in a ledger, which is made where there is none.

    INPUT is as for `detente read`. An article that is there already changes nothing; one that an
    older version read is read again. A line of --json is written when its article is on the disk.
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
    with api.open(location, create=True) as ledger:
        added = api.add_all(
            names, ledger, overrides=overrides, settings=settings, stdin=sys.stdin.buffer
        )
        counts = _show_all(_with_progress(added), as_json=as_json)
    if not as_json:
        click.echo(_summary(counts, location))
    if not counts["failed"]:
        return
    sys.exit(MISUSED if counts["failed"] == counts["articles"] == 1 else PROBLEMS)


def _show_all(added: Iterable[api.Added], *, as_json: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for item in added:
        counts["articles"] += 1
        if item.error is not None:
            counts["failed"] += 1
            show_error(item.error)
            continue
        counts[str(item.recorded)] += 1
        contacts = len(item.record.contacts) if item.record else 0
        actions = len(item.record.actions) if item.record else 0
        counts.update(contacts=contacts, actions=actions)
        if as_json:
            line = {
                "input": item.name,
                "article": item.article.id if item.article else None,
                "recorded": item.recorded,
                "contacts": contacts,
                "actions": actions,
            }
            click.echo(json.dumps(line))
    return counts


def _summary(counts: Counter[str], location: str) -> str:
    new, again = counts["new"], counts["reread"]
    contacts, actions = _count(counts["contacts"], "contact"), _count(counts["actions"], "action")
    facts = [f"{_count(new, 'article')} added to {location}", f"{contacts} and {actions} claimed"]
    if again:
        facts.append(f"{again} read again")
    if counts["same"]:
        facts.append(f"{counts['same']} there already")
    if counts["failed"]:
        facts.append(f"{counts['failed']} could not be added")
    return "; ".join(facts)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _with_progress(added: Iterable[api.Added]) -> Iterator[api.Added]:
    """The same; on a terminal a line on standard error says how far it is."""
    if not sys.stderr.isatty():
        yield from added
        return
    claims = 0
    for number, item in enumerate(added, start=1):
        claims += len(item.record.contacts) + len(item.record.actions) if item.record else 0
        name = item.name[-_NAMED_UP_TO:]
        click.echo(f"\r\033[K{number:,} articles, {claims:,} claims · {name}", nl=False, err=True)
        yield item
    click.echo("\r\033[K", nl=False, err=True)
