"""FORMATS: every format of export, what it is made by and what it is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.errors import UsageError
from detente.exports.annotations import make_annotations
from detente.exports.calendar import make_calendar
from detente.exports.feeds import make_atom, make_json_feed
from detente.exports.gdelt import make_gdelt
from detente.exports.icews import make_icews
from detente.exports.outcome import Exported, Material
from detente.exports.plover import make_plover
from detente.exports.polecat import make_polecat
from detente.exports.spreadsheet import make_csv, make_parquet


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: what it holds, how it is made, and whether it needs changes or articles."""

    name: str
    unit: str
    make: Callable[[Material], Exported]
    is_of_changes: bool = False
    needs_articles: bool = False
    is_binary: bool = False


FORMATS = (
    Format(name="plover", unit="claims", make=make_plover),
    Format(name="polecat", unit="rows", make=make_polecat),
    Format(name="icews", unit="rows", make=make_icews),
    Format(name="gdelt", unit="rows", make=make_gdelt),
    Format(name="csv", unit="claims", make=make_csv),
    Format(name="parquet", unit="claims", make=make_parquet, is_binary=True),
    Format(name="atom", unit="changes", make=make_atom, is_of_changes=True),
    Format(name="jsonfeed", unit="changes", make=make_json_feed, is_of_changes=True),
    Format(name="ical", unit="contacts", make=make_calendar),
    Format(name="annotations", unit="annotations", make=make_annotations, needs_articles=True),
)


def get_format(name: str) -> Format:
    """The format of a name.

    Raises: ``UsageError`` for a name that is none's.
    """
    for item in FORMATS:
        if item.name == name:
            return item
    names = ", ".join(item.name for item in FORMATS)
    raise UsageError("--format", f"{name!r} is no format", f"use one of {names}")
