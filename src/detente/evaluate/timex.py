"""Time expressions compared with annotated ones: span, TIMEX3 type and value.

Source: strict, relaxed and value F1 as in TempEval-3 (UzZaman et al. 2013): relaxed counts spans
that overlap, value those of them whose value agrees as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import GoldError
from detente.evaluate.lines import get_offsets, has_column, read_objects
from detente.evaluate.overlaps import Counts, pair_best

COLUMN = "timex"
MEASURES = ("strict", "relaxed", "type", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression at code points ``start:end`` with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexText:
    """A text with the day it was written (as far as known) and its time expressions."""

    id: str
    text: str
    published: str | None
    timex: tuple[Timex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexCase:
    """One expression that did not come out as annotated."""

    id: str
    words: str
    gold: Timex | None
    predicted: Timex | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexReport:
    """Counts by measure over all texts, and the cases that differ."""

    texts: int
    counts: dict[str, Counts]
    cases: tuple[TimexCase, ...] = ()


def is_timex_file(path: Path) -> bool:
    """Whether a file holds annotated time expressions, by its first line."""
    return has_column(path, COLUMN)


def read_timex(path: Path) -> tuple[TimexText, ...]:
    """The texts of a file with their annotated time expressions.

    Raises: ``GoldError`` naming file, line and remedy for what is not in the format.
    """
    texts = []
    for where, raw in read_objects(path):
        items = raw.get(COLUMN)
        if not isinstance(items, list):
            raise GoldError(where, f"has no {COLUMN}", f'give each object a list "{COLUMN}"')
        day = raw.get("dct")
        if day is not None and not isinstance(day, str):
            raise GoldError(where, "dct is no text", 'write "2022-04-18" or null')
        texts.append(
            TimexText(
                id=str(raw.get("id", where)),
                text=raw["text"],
                published=day[:10] if day else None,
                timex=tuple(_read_one(item, where, len(raw["text"])) for item in items),
            )
        )
    if not texts:
        raise GoldError(str(path), "holds no texts", "name a file of time expressions")
    return tuple(texts)


def score_timex(gold: Sequence[TimexText], predicted: Sequence[Sequence[Timex]]) -> TimexReport:
    """Compare what was found with the annotation, text by text."""
    counts = dict.fromkeys(MEASURES, Counts())
    cases: list[TimexCase] = []
    for item, found in zip(gold, predicted, strict=True):
        pairs = pair_best(item.timex, found, _find_overlap)
        rights = {
            "strict": sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
            "relaxed": len(pairs),
            "type": sum(a.type == b.type for a, b in pairs),
            "value": sum(a.value == b.value for a, b in pairs),
        }
        for name, right in rights.items():
            counts[name] += Counts(gold=len(item.timex), predicted=len(found), right=right)
        cases.extend(_find_cases(item, found, pairs))
    return TimexReport(texts=len(gold), counts=counts, cases=tuple(cases))


def render_timex(report: TimexReport, errors: int = 0) -> str:
    """The figures as a table, and the first ``errors`` differences."""
    lines = [f"{report.texts} texts", "", f"{'':<10}{'precision':>10}{'recall':>9}{'F1':>8}"]
    for name in MEASURES:
        item = report.counts[name]
        lines.append(f"{name:<10}{item.precision:>10.3f}{item.recall:>9.3f}{item.f1:>8.3f}")
    for case in report.cases[:errors]:
        lines.append(
            f"\n{case.id}: “{case.words}”\n"
            f"  gold {_show(case.gold)}\n  got  {_show(case.predicted)}"
        )
    return "\n".join(lines)


def timex_to_json(report: TimexReport) -> dict[str, Any]:
    """The figures as one JSON object."""
    rows = {
        name: {"precision": item.precision, "recall": item.recall, "f1": item.f1}
        for name, item in report.counts.items()
    }
    return {"texts": report.texts, **rows}


def _find_overlap(one: Timex, other: Timex) -> float:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _find_cases(
    item: TimexText, found: Sequence[Timex], pairs: Sequence[tuple[Timex, Timex]]
) -> list[TimexCase]:
    known = {one: other for one, other in pairs}
    cases = [
        TimexCase(
            id=item.id, words=item.text[one.start : one.end], gold=one, predicted=known.get(one)
        )
        for one in item.timex
        if known.get(one) != one
    ]
    paired = set(known.values())
    cases += [
        TimexCase(id=item.id, words=item.text[one.start : one.end], gold=None, predicted=one)
        for one in found
        if one not in paired
    ]
    return cases


def _show(item: Timex | None) -> str:
    return f"{item.start}–{item.end} {item.type} {item.value}" if item is not None else "none"


def _read_one(raw: Any, where: str, length: int) -> Timex:
    if not isinstance(raw, dict):
        raise GoldError(
            where, "holds an expression that is no object", "write start, end, type, value"
        )
    start, end = get_offsets([raw.get("start"), raw.get("end")], where, length=length)
    kind, value = raw.get("type"), raw.get("value")
    if not isinstance(kind, str) or not isinstance(value, str):
        raise GoldError(where, "has an expression without type or value", "write both as texts")
    return Timex(start=start, end=end, type=kind, value=value)
