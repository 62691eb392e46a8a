"""`detente export`: what a ledger holds, in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from detente import api
from detente.cli.options import axis_options, ledger_option, parse_day, rules_option
from detente.errors import UsageError

_NAMES = [item.name for item in api.FORMATS]


@click.command("export")
@click.option(
    "--format", "name", required=True, type=click.Choice(_NAMES), help="In which form; see above."
)
@ledger_option
@click.option("--pair", nargs=2, metavar="STATE STATE", help="Only between these two states.")
@click.option("--since", metavar="DATE", help="Only from this day on; feeds: what turned after it.")
@axis_options
@rules_option
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="A file, else standard output."
)
def export_command(
    name: str,
    location: str,
    pair: tuple[str, str] | None,
    since: str | None,
    as_of: str | None,
    known_by: str | None,
    rules: Path | None,
    out: Path | None,
) -> None:
    """Write what a ledger holds in the form of others.

    \b
    plover       JSON Lines, a claim a line; what we know beyond PLOVER under "ledger"
    polecat      40 columns     icews  20 columns     gdelt  61 columns (2.0 events)
    csv parquet  a claim a row, with all its fields and codes
    atom jsonfeed  what turned
    ical         planned contacts, and those called off
    annotations  the evidence, as W3C Web Annotations

    What a form could only tell as done is left out of it and counted on standard error.
    """
    is_binary = api.get_format(name).is_binary
    if is_binary and out is None and sys.stdout.isatty():
        raise UsageError("--out", f"is needed: {name} is not for a terminal", "give --out FILE")
    with api.open(location, rules=rules) as ledger:
        exported = api.export_ledger(
            ledger,
            name,
            pair=pair,
            since=parse_day(since, "--since", at_start=True),
            as_of=parse_day(as_of, "--as-of"),
            known_by=parse_day(known_by, "--known-by"),
        )
    if out is not None:
        _write(exported.body, out)
    else:
        stream = sys.stdout.buffer
        stream.write(exported.body)
        stream.flush()
    _report(name, exported)


def _write(body: bytes, path: Path) -> None:
    """Whole or not at all."""
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_bytes(body)
        partial.replace(path)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UsageError(str(path), f"cannot be written ({reason})", "name another file") from error


def _report(name: str, exported: api.Exported) -> None:
    unit = api.get_format(name).unit
    click.echo(f"detente: {exported.count:,} {unit} exported", err=True)
    verb = "told only in our own block" if name == "plover" else "left out"
    for reason, count in exported.reasons:
        click.echo(f"detente: {count:,} {verb}: {reason}", err=True)
