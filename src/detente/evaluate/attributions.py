"""Attributions compared with annotated ones: who says what, with which words.

Source: the format and the linked measure follow PolNeAR 1.0 (Newell et al. 2018), in which a
source, a cue and a content are spans of characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import GoldError
from detente.evaluate.lines import Offsets, get_offsets, has_column, read_objects
from detente.evaluate.overlaps import Counts, count_exact, count_tokens, find_dice, pair_best

COLUMN = "attributions"
FIELDS = ("source", "cue", "content")
_LINKED = 0.5
"""From this Dice on, of content and of source, two attributions are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution in code points; each part may be several spans, or none."""

    source: tuple[Offsets, ...] = ()
    cue: tuple[Offsets, ...] = ()
    content: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidText:
    """An article's text with its attributions."""

    id: str
    text: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionReport:
    """Figures over all texts: each part exact and by words, and content with source linked."""

    texts: int
    words: int
    exact: dict[str, Counts]
    tokens: dict[str, Counts]
    linked: Counts
    seconds: float = field(default=0.0, compare=False)
    """How long the search took on top of parsing; 0 where it was not taken."""


def is_attribution_file(path: Path) -> bool:
    """Whether a file holds annotated attributions, by its first line."""
    return has_column(path, COLUMN)


def read_said(path: Path) -> tuple[SaidText, ...]:
    """The texts of a file with their annotated attributions.

    Raises: ``GoldError`` naming file, line and remedy for what is not in the format.
    """
    texts = []
    for where, raw in read_objects(path):
        items = raw.get(COLUMN)
        if not isinstance(items, list):
            raise GoldError(where, f"has no {COLUMN}", f'give each object a list "{COLUMN}"')
        said = tuple(_read_one(item, where, len(raw["text"])) for item in items)
        texts.append(SaidText(id=str(raw.get("id", where)), text=raw["text"], said=said))
    if not texts:
        raise GoldError(str(path), "holds no texts", "name a file of attributions")
    return tuple(texts)


def score_said(gold: Sequence[SaidText], predicted: Sequence[Sequence[Said]]) -> AttributionReport:
    """Compare what was found with the annotation, text by text."""
    exact = dict.fromkeys(FIELDS, Counts())
    tokens = dict.fromkeys(FIELDS, Counts())
    linked, words = Counts(), 0
    for item, found in zip(gold, predicted, strict=True):
        words += len(item.text.split())
        for name in FIELDS:
            ones = [span for said in item.said for span in getattr(said, name)]
            others = [span for said in found for span in getattr(said, name)]
            exact[name] += count_exact(ones, others)
            tokens[name] += count_tokens(ones, others, item.text)
        linked += _count_linked(item, found)
    return AttributionReport(
        texts=len(gold), words=words, exact=exact, tokens=tokens, linked=linked
    )


def render_said(report: AttributionReport) -> str:
    """The figures as a table, and the speed where it was taken."""
    lines = [f"{report.texts} texts, {report.words} words", ""]
    lines.append(f"{'':<26}{'precision':>10}{'recall':>9}{'F1':>8}")
    for label, counts in _list_rows(report):
        lines.append(f"{label:<26}{counts.precision:>10.3f}{counts.recall:>9.3f}{counts.f1:>8.3f}")
    if report.seconds:
        speed = report.words / report.seconds
        lines += ["", f"{speed:,.0f} words a second on top of parsing"]
    return "\n".join(lines)


def said_to_json(report: AttributionReport) -> dict[str, Any]:
    """The figures as one JSON object."""
    rows = {
        label: {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
        for label, counts in _list_rows(report)
    }
    return {"texts": report.texts, "words": report.words, "seconds": report.seconds, **rows}


def _list_rows(report: AttributionReport) -> list[tuple[str, Counts]]:
    rows = [(f"{name}, exact", report.exact[name]) for name in FIELDS]
    rows += [(f"{name}, words", report.tokens[name]) for name in FIELDS]
    return [*rows, ("content and source linked", report.linked)]


def _count_linked(item: SaidText, found: Sequence[Said]) -> Counts:
    def grade(one: Said, other: Said) -> float:
        content = find_dice(one.content, other.content, item.text)
        source = find_dice(one.source, other.source, item.text)
        return content + source if min(content, source) >= _LINKED else 0.0

    pairs = pair_best(item.said, found, grade)
    return Counts(gold=len(item.said), predicted=len(found), right=len(pairs))


def _read_one(raw: Any, where: str, length: int) -> Said:
    if not isinstance(raw, dict):
        raise GoldError(
            where, "holds an attribution that is no object", "write source, cue, content"
        )
    parts: dict[str, tuple[Offsets, ...]] = {}
    for name in FIELDS:
        spans = raw.get(name) or []
        if not isinstance(spans, list):
            raise GoldError(where, f"{name} is no list", "write a list of [start, end]")
        parts[name] = tuple(get_offsets(span, where, length=length) for span in spans)
    return Said(**parts)
