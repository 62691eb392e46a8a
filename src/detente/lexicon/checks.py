"""What is wrong or doubtful in the tables of office-holders: dates, overlaps, gaps, doubles.

Apart from loading, which refuses rows of a wrong shape: here rows of a right shape are compared.
Today comes in as an argument.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from detente.lexicon.holders import Holder, load_holders
from detente.lexicon.name_checks import Naming, check_names, list_namings
from detente.lexicon.terms import OPEN, count_years, is_after, parse_first_day, parse_last_day
from detente.model.parties import Rank

_LONGEST_TERM = 71  # years: no reign of the last two centuries but Louis XIV's was longer
_LONGEST_OFFICE = 60  # years, for whoever is not a monarch
_MONARCHS = frozenset({"king", "queen", "emperor", "emir", "sultan", "prince", "monarch"})
_GAP = 1.0  # years without a holder that are worth a note
_GREAT_POWERS = {
    "USA": ("president",),
    "CHN": ("president", "premier"),
    "RUS": ("president", "prime minister"),
    "GBR": ("prime minister",),
    "FRA": ("president", "prime minister"),
    "DEU": ("chancellor",),
    "JPN": ("prime minister",),
    "IND": ("prime minister",),
}
_ALONE = frozenset({Rank.LEADER, Rank.MINISTER})
_SHARED = ("deputy ", "vice ", "first vice ", "senior ", "co-", "state council", "member ")


class Severity(StrEnum):
    """``error``: a row must be mended. ``note``: worth a look, may well be right."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found in the tables: how grave, where, and what."""

    severity: Severity
    subject: str
    problem: str


def check_tables(today: date) -> tuple[Finding, ...]:
    """All findings in the packaged tables, errors first.

    Raises: ``LexiconError`` where a table cannot be loaded at all.
    """
    namings = list_namings()
    codes = frozenset(item.code for item in namings)
    findings = [*check_holders(load_holders(), today, codes=codes), *check_namings(namings)]
    return tuple(sorted(findings, key=lambda item: item.severity is not Severity.ERROR))


def check_namings(namings: Sequence[Naming]) -> Iterator[Finding]:
    """Names that stand for two states (errors), and doubles between tables (notes)."""
    for clash in check_names(namings):
        severity = Severity.ERROR if clash.is_error else Severity.NOTE
        yield Finding(severity=severity, subject=clash.name, problem=clash.problem)


def check_holders(
    holders: Sequence[Holder], today: date, *, codes: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Findings in rows of office-holders; ``codes`` are the states that exist, if given."""
    sound = []
    for holder in holders:
        problems = list(_check_dates(holder, today))
        yield from problems
        if codes and holder.state not in codes:
            yield _error(holder, f"state {holder.state} is in no table of states or organisations")
        if not any(item.severity is Severity.ERROR for item in problems):
            sound.append(holder)
    by_office: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in sound:
        by_office[holder.state, holder.office].append(holder)
    for rows in by_office.values():
        rows.sort(key=lambda item: parse_first_day(item.start))
        yield from _check_overlaps(rows)
        yield from _check_gaps(rows)
    yield from _check_families(sound)


def _check_dates(holder: Holder, today: date) -> Iterator[Finding]:
    try:
        start, end = parse_first_day(holder.start), parse_last_day(holder.end)
    except ValueError as error:
        yield _error(holder, str(error))
        return
    if end < start:
        yield _error(holder, f"ends ({holder.end}) before it starts ({holder.start})")
    if start > today:
        yield _error(holder, f"starts in the future ({holder.start})")
    if end != OPEN and end > today and end.year > today.year + 1:
        yield _error(holder, f"ends in the future ({holder.end})")
    last = min(end, today)
    years = (last - start).days / 365.25
    is_monarch = bool(_MONARCHS & set(holder.office.split()))
    if years > (_LONGEST_TERM if is_monarch else _LONGEST_OFFICE):
        yield _error(holder, f"lasts {years:.0f} years ({holder.start} to {holder.end or 'now'})")


def _check_overlaps(rows: list[Holder]) -> Iterator[Finding]:
    for one, other in pairwise(rows):
        if one.name == other.name and one.start == other.start:
            yield _error(other, f"stands twice, from {other.start}")
        elif _is_alone(one) and is_after(one.end, other.start):
            until = one.end or "now"
            yield _error(other, f"starts {other.start}, while {one.name} is there to {until}")


def _is_alone(holder: Holder) -> bool:
    """Whether an office has one holder at a time; envoys and deputies may be several."""
    return holder.rank in _ALONE and not holder.office.startswith(_SHARED)


def _check_gaps(rows: list[Holder]) -> Iterator[Finding]:
    for one, other in pairwise(rows):
        if one.office not in _GREAT_POWERS.get(one.state, ()) or not one.end:
            continue
        if count_years(one.end, other.start) > _GAP:
            yield _note(other, f"nobody from {one.end} ({one.name}) to {other.start}")


def _check_families(rows: Sequence[Holder]) -> Iterator[Finding]:
    """Two persons of one family name in high office in one state at once: a reader may mix them."""
    by_family: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in rows:
        for family in holder.families:
            if holder.rank in _ALONE:
                by_family[holder.state, family].append(holder)
    for (_, family), found in sorted(by_family.items()):
        found.sort(key=lambda item: parse_first_day(item.start))
        for one, other in _pairs(found):
            if one.name != other.name and is_after(one.end, other.start):
                yield _note(other, f"is “{family}” at the same time as {_name(one)}")


def _pairs(rows: list[Holder]) -> Iterable[tuple[Holder, Holder]]:
    return ((one, other) for i, one in enumerate(rows) for other in rows[i + 1 :])


def _name(holder: Holder) -> str:
    return f"{holder.name}, {holder.office} of {holder.state}"


def _error(holder: Holder, problem: str) -> Finding:
    return Finding(severity=Severity.ERROR, subject=_name(holder), problem=problem)


def _note(holder: Holder, problem: str) -> Finding:
    return Finding(severity=Severity.NOTE, subject=_name(holder), problem=problem)
