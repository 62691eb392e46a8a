"""Options that the commands over a ledger share, and the values they stand for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from detente.errors import UsageError
from detente.model.dates import PartialDate, Precision
from detente.model.days import first_day, last_day

Command = TypeVar("Command", bound=Callable[..., Any])
LEDGER_FILE = "detente.db"


def ledger_option(command: Command) -> Command:
    """``--ledger``: which ledger."""
    return click.option(
        "--ledger",
        "location",
        default=LEDGER_FILE,
        show_default=True,
        metavar="FILE|URL",
        help="A file, or postgresql://user@host/name.",
    )(command)


def axis_options(command: Command) -> Command:
    """``--as-of`` and ``--known-by``: the two axes of time."""
    command = click.option(
        "--known-by", metavar="DATE", help="Use only what had been reported by this day."
    )(command)
    return click.option(
        "--as-of", metavar="DATE", help="What had happened by this day (else the last one known)."
    )(command)


def rules_option(command: Command) -> Command:
    """``--rules``: one's own rules for the states of channels."""
    return click.option(
        "--rules",
        type=click.Path(path_type=Path),
        help="Rules for channels in place of the packaged ones.",
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: the answer as one JSON value."""
    return click.option("--json", "as_json", is_flag=True, help="The answer as JSON.")(command)


def csv_option(command: Command) -> Command:
    """``--csv``: the answer as comma-separated values."""
    return click.option("--csv", "as_csv", is_flag=True, help="The answer as CSV.")(command)


def width_option(command: Command) -> Command:
    """``--width``: columns of the picture."""
    return click.option(
        "--width", type=click.IntRange(60, 200), help="Columns of the output (else 80)."
    )(command)


def parse_day(text: str | None, option: str, *, at_start: bool = False) -> date | None:
    """The day that an option names; a month or year stands for its last day, or its first.

    Raises: ``UsageError`` for what is no date.
    """
    if text is None:
        return None
    try:
        partial = PartialDate(text.strip())
    except ValueError:
        partial = None
    day = first_day(partial) if at_start else last_day(partial)
    if partial is None or partial.precision is Precision.YEARLESS or day is None:
        raise UsageError(option, f"{text!r} is no date", "write it as 2022-04-18, 2022-04 or 2022")
    return day


def check_one_form(as_json: bool, as_csv: bool) -> None:
    """Nothing, unless two forms are asked for at once.

    Raises: ``UsageError`` then.
    """
    if as_json and as_csv:
        raise UsageError("--csv", "cannot be combined with --json", "give one of them")
